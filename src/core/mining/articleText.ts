import type { Language } from '../article/language.ts';
import { applyFixes } from '../article/lint/fix.ts';
import { typographyOf } from '../article/lint/typography.ts';
import { defang } from './lures/defang.ts';
import { escapeMarkdown, oneLine } from './safeText.ts';

/** One mended sign can uncover another. */
const MOST_PASSES = 4;

/**
 * A stranger's text as one line of an article's front matter: what can be seen, in the article's typography, and no
 * variable and no link. Still to be quoted as YAML.
 */
export function fieldText(text: string, language: Language): string {
  let line = withoutLinks(withoutBraces(oneLine(text)));
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = typographyOf(line, language);
    if (edits.length === 0) break;
    line = oneLine(applyFixes(line, edits));
  }
  return line;
}

/** The same as Markdown of an article's body, in which it is a sentence and nothing else: no list, directive, variable or HTML. */
export function bodyText(text: string, language: Language): string {
  return escapeMarkdown(fieldText(text, language))
    .replace(/:(?=\S)/gu, '\\:')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** What remark makes a link of, even where its signs are escaped: an address, or a name with an @. */
const LINKED = /[^\s，。；、（）“”]*(?:[a-z]+:\/\/|www\.|@)[^\s，。；、（）“”]*/giu;

function withoutLinks(text: string): string {
  return text.replace(LINKED, (address) =>
    defang(address).replace(/:\/\//g, ':').replace(/www\./gi, 'www[.]'),
  );
}

/** Braces would be a variable, in MDX an expression, however they are escaped. */
function withoutBraces(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')');
}
