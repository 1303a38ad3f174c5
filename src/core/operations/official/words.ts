import { isCommonTopLevel } from './topLevelDomains.ts';

/** A stretch of a text without spaces, quotation marks or brackets. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

/** An IPv6 address is the only host in brackets. */
const BETWEEN_WORDS =
  /https?:\/\/\[[0-9a-f:.]{2,45}\][^\s<>"“”]*|[^\s<>"“”‘’'`«»「」『』【】《》〈〉()[\]{},，、；;！…]+/giu;
/** A Chinese full stop; browsers read it as a dot, so a link may hide one. */
const CHINESE_STOP = /[。｡]/u;
const SCHEME_WITHIN = /[a-z][a-z0-9+.-]{1,20}:[/\\]{2}|https?:(?=[^\s/\\])|mailto:/i;

/** The words of a text that may be links or addresses, each with a scheme, if it has one, at its beginning. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(BETWEEN_WORDS)]
    .flatMap(({ 0: word, index }) => atStops({ text: word, start: index }))
    .flatMap(atScheme)
    .map(trimmed)
    .filter(({ text }) => text !== '');
}

/** Divides at Chinese full stops, unless what follows one goes on like a host. */
function atStops({ text, start }: Word): Word[] {
  for (let at = 0; at < text.length; at++) {
    if (!CHINESE_STOP.test(text[at]!) || goesOnAsHost(text.slice(at + 1))) continue;
    const rest = { text: text.slice(at + 1), start: start + at + 1 };
    return [{ text: text.slice(0, at), start }, ...atStops(rest)];
  }
  return [{ text, start }];
}

function goesOnAsHost(rest: string): boolean {
  const [, label = '', next = ''] = /^([\p{L}\p{N}-]*)(.?)/u.exec(rest) ?? [];
  if (!/^[a-z0-9]/i.test(label)) return false;
  const latin = /^[a-z0-9-]+/i.exec(label)![0];
  return isCommonTopLevel(latin) || (latin === label && /[.。｡]/u.test(next));
}

/** `请看https://…`: what stands before the scheme is a word of its own. */
function atScheme({ text, start }: Word): Word[] {
  const at = text.search(SCHEME_WITHIN);
  return at > 0
    ? [
        { text: text.slice(0, at), start },
        { text: text.slice(at), start: start + at },
      ]
    : [{ text, start }];
}

/** Punctuation at either end belongs to the sentence. */
function trimmed({ text, start }: Word): Word {
  const before = /^[-–—•·*_~:.!?#=>|+]*/u.exec(text)![0].length;
  return { text: text.slice(before).replace(/[.,:;!?*~|。｡—–]+$/u, ''), start: start + before };
}
