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

const SPECIAL = /[\\{}[\]()*_\-+^~|!?#]|&(?=#?\w+;)/g;

/**
 * One line as the characters it is. A backslash cannot be escaped by one, because two of them break the line; it is
 * written as an entity, and so is an ampersand that could begin one.
 */
function inline(text: string): string {
  return oneLine(text)
    .replace(SPECIAL, (sign) => (sign === '\\' ? '&#92;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/:(?=[DP])/g, '&#58;')
    .replace(/^(h[1-6]|bq|fn\d*)\./i, `$1${JOINER}.`)
    .replaceAll('@', `@${JOINER}`);
}

function lines(text: string): string {
  return visibleText(text)
    .split('\n')
    .map(inline)
    .filter((line) => line !== '')
    .join('\n');
}
