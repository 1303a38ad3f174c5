import { compile } from 'html-to-text';
import { withoutMailParts } from './mailParts.ts';

/** What follows in one message says nothing new about a problem. */
const MOST_CHARACTERS = 200_000;
/** Mails nest tables in tables; the library recurses, and has no limit of its own. */
const DEEPEST = 300;
/** The library's parser takes time by the square of the depth. */
const DEEPEST_PARSED = 2000;
/** Elements that end without being closed. */
const CLOSED_BY_THEMSELVES = /^(?:br|img|hr|input|meta|link|wbr|col|p|li|td|th|tr)$/i;
/** Pictures inside the text, which would use up the characters that are read. */
const INLINE_DATA = /data:[a-z0-9/+.-]{0,100};base64,[a-z0-9+/=]*/gi;

/** `<p>`, `<br>`, `<div>`: what help desks write, and hardly anybody types. */
const MARKUP = /<(?:p|br|div|html|body|table|ul|ol|blockquote)\b[^<>]{0,500}>/i;

/**
 * HTML as plain text: blocks on lines of their own, quoted mail after `> `, no pictures, scripts and styles. Addresses
 * of links follow the words they are on, in parentheses, if they are asked for.
 */
export function htmlText(html: string, { links = false }: { readonly links?: boolean } = {}): string {
  if (!/[<&]/.test(html)) return html.toWellFormed();
  const source = html.replace(INLINE_DATA, '').slice(0, MOST_CHARACTERS).toWellFormed();
  const own = withoutMailParts(source);
  if (own !== source) {
    const text = htmlText(own, { links });
    // What is forwarded without a word is the message.
    if (text !== '') return text;
  }
  const convertible = depthOf(source) <= DEEPEST_PARSED;
  // Text that lies deeper than the library may go is better without its structure than lost.
  const text =
    (convertible && (links ? convertWithLinks : convert)(source)) || source.replace(/<[^<>]*>/g, ' ');
  return tidyLines(text).toWellFormed();
}

/** Lines without spaces at their ends, and never more than one empty line; in time linear in the text. */
export function tidyLines(text: string): string {
  const lines = text
    .replace(/\u00A0/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same for a field that holds HTML in some exports and plain text in others. */
export function textOrHtml(text: string, options?: { readonly links?: boolean }): string {
  return MARKUP.test(text.slice(0, 10_000)) ? htmlText(text, options) : text;
}

const convert = converter({ ignoreHref: true });
const convertWithLinks = converter({ hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] });

function converter(links: Readonly<Record<string, unknown>>): (html: string) => string {
  return compile({
    wordwrap: false,
    limits: { maxDepth: DEEPEST, maxInputLength: MOST_CHARACTERS, ellipsis: '' },
    selectors: [
      { selector: 'a', options: links },
      ...['img', 'style', 'script', 'head', 'svg', 'video', 'audio'].map((selector) => ({
        selector,
        format: 'skip',
      })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      // Help desks lay mails out in tables: their cells are blocks, not columns.
      ...['table', 'tr', 'td', 'th'].map((selector) => ({ selector, format: 'block' })),
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  });
}

/** How deep elements are nested at most, if all that are opened are closed. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (CLOSED_BY_THEMSELVES.test(name!)) continue;
    depth = Math.max(0, depth + (close === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
