import type { Root } from 'mdast';
import { LANGUAGES, type Language } from '../language.ts';
import { parseMarkdown } from '../markdown.ts';
import type { Variables } from '../variables.ts';
import { blocksOf } from './blocks.ts';
import { nodesByType } from './nodesByType.ts';
import type { Page } from './page.ts';

/** Text in which no sign means anything to Markdown: most questions and answers. It need not be parsed. */
const PLAIN = /^(?!\s*(?:[-+]|\d+[.)])\s)[^*_`[\]<>&\\#{}\n|~:]*$/;

/** A text by itself as the rules for articles see it. Offsets are those of the text. */
export function textPage(
  file: string,
  text: string,
  language: Language,
  variables: Readonly<Record<Language, Variables>>,
): Page {
  const tree = PLAIN.test(text) ? plainTree(text) : parseMarkdown(text);
  return {
    file,
    id: '',
    slug: '',
    language,
    text,
    frontMatter: { data: {}, offsetOf: () => 0, offsetOfKey: () => 0, charactersOf: () => undefined },
    bodyStart: 0,
    tree,
    nodes: nodesByType(tree),
    headings: [],
    blocks: blocksOf(tree, text, 0, variables[language]),
  };
}

/** No variables: what stands in braces is filled in by whoever sends it. */
export const NO_VARIABLES = Object.fromEntries(LANGUAGES.map((language) => [language, {}])) as Readonly<
  Record<Language, Variables>
>;

/** One paragraph of one piece of text. */
function plainTree(text: string): Root {
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  const value = { type: 'text' as const, value: text, position };
  return { type: 'root', position, children: [{ type: 'paragraph', position, children: [value] }] };
}
