import { tidyLines } from './htmlText.ts';

/** Of one text; what follows says nothing new. */
const MOST_CHARACTERS = 200_000;

/**
 * Jira's wiki markup (https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa) as plain text: quotes after `> `, links
 * as their words with the address in parentheses, no pictures, headings, colours and signs of emphasis.
 */
export function wikiText(text: string): string {
  if (!/[{[!*_]|^(?:h[1-6]|bq)\./m.test(text)) return text;
  const quoted = text
    .slice(0, MOST_CHARACTERS)
    .replace(/\{quote\}([^]*?)(?:\{quote\}|$)/g, (_, words: string) => `\n${marked(words)}\n`)
    .replace(/^bq\.[ \t]*(.*)$/gm, '> $1');
  return tidyLines(
    quoted
      .replace(/^h[1-6]\.[ \t]*/gm, '')
      .replace(/\{\{([^{}\n]{1,500})\}\}/g, '$1')
      .replace(/\{(?:code|noformat|panel|color|quote)(?::[^{}\n]{0,200})?\}/g, '')
      .replace(/(?<![\w!])!(?! )[^!\n|]{1,300}\.\w{2,5}(?:\|[^!\n]{0,200})?!/g, '')
      .replace(
        /\[([^[\]|\n]{1,300})\|((?:https?|mailto):[^[\]\s|]{1,2000})(?:\|[^[\]\n]{0,100})?\]/g,
        '$1 ($2)',
      )
      .replace(/\[((?:https?):[^[\]\s|]{1,2000})\]/g, '$1')
      .replace(/\[~([^[\]\n]{1,80})\]/g, '@$1')
      .replace(/(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])/g, '$1')
      .replace(/(?<![\w_])_(?=\S)([^_\n]{1,300}?)(?<=\S)_(?![\w_])/g, '$1'),
  );
}

function marked(words: string): string {
  return words
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
