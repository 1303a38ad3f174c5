import { isMap, isSeq, parse, parseDocument, type YAMLSeq } from 'yaml';
import { parsePhrasings } from '../article/article.ts';
import { ContentError } from '../article/contentError.ts';
import { LANGUAGES, type Language } from '../article/language.ts';

/** A phrasing to be added, and the issue it was mined from. */
export interface AddedPhrasing {
  readonly language: Language;
  readonly text: string;
  readonly from: string;
}

/**
 * A file of phrasings with others at the end of their languages' lists. Whatever was there stays as it stands: order, comments,
 * quotes and indentation.
 * @param file the path to name in errors
 * @throws ContentError if the file cannot be read
 */
export function addPhrasings(file: string, yaml: string, added: readonly AddedPhrasing[]): string {
  const lineBreak = yaml.includes('\r\n') ? '\r\n' : '\n';
  let text = yaml;
  for (const language of LANGUAGES) {
    const own = added.filter((entry) => entry.language === language);
    if (own.length === 0) continue;
    const { at, until, insert } = insertion(file, text, language, own, lineBreak);
    text = text.slice(0, at) + insert + text.slice(until);
  }
  checkAdded(file, yaml, text, added);
  return text;
}

interface Insertion {
  readonly at: number;
  readonly until: number;
  readonly insert: string;
}

function insertion(
  file: string,
  yaml: string,
  language: Language,
  own: readonly AddedPhrasing[],
  lineBreak: string,
): Insertion {
  const document = parseDocument(yaml);
  if (document.errors.length > 0)
    throw new ContentError(file, [
      `found YAML that cannot be read (${document.errors[0]!.message.split('\n')[0]})`,
    ]);
  const list = isMap(document.contents) ? document.contents.get(language, true) : undefined;
  const block = (indent: string): string =>
    own
      .map(
        ({ text, from }) =>
          `${indent}- text: ${JSON.stringify(text)}${lineBreak}${indent}  from: ${JSON.stringify(from)}${lineBreak}`,
      )
      .join('');
  if (!isSeq(list)) {
    if (list !== undefined) throw unexpected(file, language);
    const start = yaml === '' || yaml.endsWith('\n') ? '' : lineBreak;
    return { at: yaml.length, until: yaml.length, insert: `${start}${language}:${lineBreak}${block('  ')}` };
  }
  const last = list.items.at(-1);
  if (list.flow === true && last !== undefined) {
    const entries = own.map(
      ({ text, from }) => `, { text: ${JSON.stringify(text)}, from: ${JSON.stringify(from)} }`,
    );
    const at = endOf(last);
    return { at, until: at, insert: entries.join('') };
  }
  if (last === undefined) {
    const [start, end] = list.range!;
    const line = lineEnd(yaml, end);
    const rest = yaml.slice(end, line.at);
    const before = yaml.slice(0, start).endsWith(' ') ? start - 1 : start;
    return { at: before, until: line.at, insert: `${rest}${line.missing ? lineBreak : ''}${block('  ')}` };
  }
  const line = lineEnd(yaml, endOf(last));
  return {
    at: line.at,
    until: line.at,
    insert: `${line.missing ? lineBreak : ''}${block(indentOf(yaml, list))}`,
  };
}

/** Where the line that holds a position ends, its break included; `missing` if the file ends without one. */
function lineEnd(yaml: string, position: number): { readonly at: number; readonly missing: boolean } {
  if (position > 0 && yaml[position - 1] === '\n') return { at: position, missing: false };
  const end = yaml.indexOf('\n', position);
  return end < 0 ? { at: yaml.length, missing: true } : { at: end + 1, missing: false };
}

function endOf(node: unknown): number {
  return (node as { readonly range: readonly [number, number, number] }).range[1];
}

/** What stands before the dashes of a list. */
function indentOf(yaml: string, list: YAMLSeq): string {
  const first = (list.items[0] as { readonly range: readonly [number, number, number] }).range[0];
  return /(?:^|\n)([ ]*)-[^\n]*$/u.exec(yaml.slice(0, first))?.[1] ?? '  ';
}

/** What was there and what was added, and nothing else, must be read from the new text. */
function checkAdded(file: string, before: string, after: string, added: readonly AddedPhrasing[]): void {
  const was = parsePhrasings(file, parse(before) ?? {});
  const is = parsePhrasings(file, parse(after) ?? {});
  for (const language of LANGUAGES) {
    const own = added
      .filter((entry) => entry.language === language)
      .map(({ text, from }) => ({ text, from }));
    if (JSON.stringify(is[language]) !== JSON.stringify([...was[language], ...own]))
      throw unexpected(file, language);
  }
}

function unexpected(file: string, language: Language): ContentError {
  return new ContentError(file, [
    `found a list ${language} that nothing can be added to; expected one phrasing a line. Fix: write it as in the other files of content/phrasings/, then run this again`,
  ]);
}
