import { oneLine, visibleText } from '../../../mining/safeText.ts';
import type { Writer } from './format.ts';

/** A character that is not seen and keeps a pattern from being one. */
const JOINER = '\u2060';

/** Jira's wiki notation (https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all). */
export const jira: Writer = {
  title: (text) => `h1. ${inline(text)}`,
  heading: (text) => `h2. ${inline(text)}`,
  field: (label, value) => `*${inline(label)}:* ${lines(value)}`,
  list: (label, items, isOrdered) =>
    [`*${inline(label)}:*`, ...items.map((item) => `${isOrdered ? '#' : '*'} ${inline(item)}`)].join('\n'),
  // Nothing is escaped in there, so the word that would end it is broken instead.
  code: (label, text) =>
    `*${inline(label)}:*\n{noformat}\n${visibleText(text).replace(/\{(?=noformat)/gi, `{${JOINER}`)}\n{noformat}`,
  link: (label, url) => `*${inline(label)}:* [${url}]`,
};

const ALWAYS = /[\\{}[\]*^~|]|&(?=#?\w+;)/g;
/**
 * Signs that format only where no letter or digit stands on both sides (VALID_START and VALID_END of Jira's
 * PhraseRendererComponent): 2026-11-21 and security_team are left as they are.
 */
const AROUND_WORDS = /(?<![\p{L}\p{N}])[-_+]|[-_+](?![\p{L}\p{N}])/gu;
/** `(x)`, `(on)`, `:)`: the sign before which a backslash keeps them from being pictures. */
const FACES = /\((?=(?:[/x!?+\-iyn]|\*[rgby]?|on|off|flag(?:off)?)\))|(?<=[:;])\)|(?<=:)\(/gi;

/**
 * One line as the characters it is, with a backslash only where something would format. A backslash cannot be escaped by
 * one, because two of them break the line; it is written as an entity, and so is an ampersand that could begin one.
 */
function inline(text: string): string {
  const line = oneLine(text);
  const places = new Set(
    [ALWAYS, AROUND_WORDS, FACES, /\?(?=\?)|(?<=\?)\?/g, /^#/g].flatMap((pattern) =>
      [...line.matchAll(pattern)].map(({ index }) => index),
    ),
  );
  // A picture begins with a mark right before a word; the one that would end it may stand anywhere.
  if (/!\S/.test(line)) for (const { index } of line.matchAll(/!/g)) places.add(index);
  return [...line]
    .reduce<{ readonly text: string; readonly at: number }>(
      ({ text: written, at }, sign) => ({
        text: written + (places.has(at) ? escaped(sign) : sign),
        at: at + sign.length,
      }),
      { text: '', at: 0 },
    )
    .text.replace(/:(?=[DP])/g, '&#58;')
    .replace(/^(h[1-6]|bq|fn\d*)\./i, `$1${JOINER}.`)
    .replaceAll('@', `@${JOINER}`);
}

function escaped(sign: string): string {
  return { '\\': '&#92;', '&': '&amp;' }[sign] ?? `\\${sign}`;
}

function lines(text: string): string {
  return visibleText(text)
    .split('\n')
    .map(inline)
    .filter((line) => line !== '')
    .join('\n');
}
