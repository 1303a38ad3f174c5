import type { Language } from '../language.ts';

/** A change to a text, in UTF-16 units, `end` exclusive. */
export interface TypographyEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: 'space' | 'no-space' | 'punctuation' | 'width' | 'repeated';
}

/**
 * What is badly set in a piece of running text. This is the only place that knows the rules, which are those of W3C's
 * "Requirements for Chinese Text Layout" (https://www.w3.org/TR/clreq/) and of GB/T 15834-2011 (punctuation), with a space
 * between Chinese and Latin as most Chinese documentation has it. A test holds it to AutoCorrect (DESIGN.md says why it does
 * not stand underneath).
 */
export function typographyOf(text: string, language: Language): TypographyEdit[] {
  const edits = language === 'zh-CN' ? chinese(text) : HAN.test(text) ? [] : english(text);
  const kept: TypographyEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || edit.start > last.end || (edit.start === last.end && edit.end > edit.start)) kept.push(edit);
  }
  return kept;
}

const HAN = /\p{Script=Han}/u;
const H = String.raw`\p{Script=Han}`;
const LATIN = String.raw`[\p{Script=Latin}\p{Nd}]`;
/** What ends a Latin word or a number besides a letter or a digit: 1.5%, C++. */
const LATIN_END = String.raw`(?:${LATIN}|${LATIN}[%+]{1,2})`;
/** Words in which a letter belongs to the sign after it. */
const ONE_WORD = /(?:[KTUA])(?:线|恤|盘|股)/uy;
const OPENING = '（《【「『';
const CLOSING = '，。；：！？、）》】」』';

function chinese(text: string): TypographyEdit[] {
  return [
    ...between(text),
    ...closeUp(text),
    ...halfWidth(text),
    ...brackets(text),
    ...quotationMarks(text),
    ...fullWidthLetters(text),
    ...matches(text, new RegExp(String.raw`(?<=${H})(?:\.{3,6}|。{3,6})`, 'gu'), '……', 'punctuation'),
    ...matches(text, /([，、；：])\1+/gu, undefined, 'repeated'),
  ];
}

/** A space between Chinese and Latin letters or digits. */
function between(text: string): TypographyEdit[] {
  const places = new RegExp(String.raw`(?<=${H})(?=${LATIN})|(?<=${LATIN_END})(?=${H})`, 'gu');
  return [...text.matchAll(places)].flatMap(({ index }) => {
    ONE_WORD.lastIndex = index - 1;
    return ONE_WORD.test(text) ? [] : [{ start: index, end: index, text: ' ', reason: 'space' as const }];
  });
}

/** No space beside full-width punctuation, which has its own. */
function closeUp(text: string): TypographyEdit[] {
  const spaces = new RegExp(
    String.raw`(?<=[${OPENING}${CLOSING}]) +(?=\S)|(?<=\S) +(?=[${OPENING}${CLOSING}])`,
    'gu',
  );
  return matches(text, spaces, '', 'no-space');
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
};

/** Half-width punctuation beside a Chinese character. */
function halfWidth(text: string): TypographyEdit[] {
  const after = new RegExp(
    String.raw`(?<=[${H}”）》])(?:[,;!?]|:(?![\d/])|\.(?=\s|$|[”’）]|${H}))[ \t]*`,
    'gu',
  );
  const before = new RegExp(String.raw`(?<=[\p{L}\p{N}])[,;!?][ \t]*(?=[${H}“《（])`, 'gu');
  return [after, before].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      text: FULL[found[0]!]!,
      reason: 'punctuation' as const,
    })),
  );
}

/** Half-width brackets around Chinese, or beside it. */
function brackets(text: string): TypographyEdit[] {
  return [...text.matchAll(/ *\(([^()]+)\) */gu)].flatMap(({ 0: found, 1: inside, index }) => {
    const end = index + found.length;
    const beside = `${text[index - 1] ?? ''}${text[end] ?? ''}`;
    if (!HAN.test(inside! + beside)) return [];
    const open = index + found.indexOf('(');
    const close = index + found.lastIndexOf(')');
    return [
      { start: index, end: open + 1, text: '（', reason: 'punctuation' as const },
      { start: close, end, text: '）', reason: 'punctuation' as const },
    ];
  });
}

/** Straight quotation marks around Chinese, or beside it. */
function quotationMarks(text: string): TypographyEdit[] {
  return [...text.matchAll(/"([^"\n]+)"/gu)].flatMap(({ 0: found, 1: inside, index }) => {
    const end = index + found.length;
    const beside = `${text[index - 1] ?? ''}${text[end] ?? ''}`;
    if (!HAN.test(inside! + beside)) return [];
    return [
      { start: index, end: index + 1, text: '“', reason: 'punctuation' as const },
      { start: end - 1, end, text: '”', reason: 'punctuation' as const },
    ];
  });
}

/** Letters and digits of full width, as Chinese keyboards put them in. */
function fullWidthLetters(text: string): TypographyEdit[] {
  return [...text.matchAll(/[０-９Ａ-Ｚａ-ｚ]+/gu)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found.normalize('NFKC'),
    reason: 'width' as const,
  }));
}

/** Full-width signs in English. */
function english(text: string): TypographyEdit[] {
  return [...text.matchAll(/[０-９Ａ-Ｚａ-ｚ]+|[，；：！？。（）、]/gu)].map(({ 0: found, index }) => {
    const plain = found === '。' ? '.' : found === '、' ? ',' : found.normalize('NFKC');
    const next = text[index + found.length] ?? ' ';
    const space = /[,;:!?.)]/.test(plain) && !/[\s\p{P}]/u.test(next) ? ' ' : '';
    const lead = plain === '(' && /\S/.test(text[index - 1] ?? ' ') ? ' ' : '';
    return { start: index, end: index + found.length, text: lead + plain + space, reason: 'width' as const };
  });
}

/** Every match of a pattern, replaced by a text or, without one, by its first character. */
function matches(
  text: string,
  pattern: RegExp,
  replacement: string | undefined,
  reason: TypographyEdit['reason'],
): TypographyEdit[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: replacement ?? found[0]!,
    reason,
  }));
}
