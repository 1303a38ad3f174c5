import { isNode, isPair, isScalar, parseDocument, visit, type Scalar } from 'yaml';
import { LANGUAGES, type Language } from '../language.ts';

/** A text in one language in a file of data, such as a reply or a tree of questions, and where it stands. */
export interface YamlText {
  /** The outermost key that it stands below: `body`, `steps`. */
  readonly field: string;
  readonly language: Language;
  readonly text: string;
  /** Where a character of it stands in the file. */
  readonly offsetOf: (index: number) => number;
  /** Whether it stands in the file character by character, so that it can be mended there. */
  readonly exact: boolean;
}

/** The texts below `en:` and `zh-CN:`, in the order of the file; none of a file that cannot be read. */
export function textsInYaml(file: string): YamlText[] {
  const document = parseDocument(file, { prettyErrors: false });
  const texts: YamlText[] = [];
  if (document.errors.length > 0) return texts;
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
      const keys = path.flatMap((above) => (isPair(above) ? [String(nameOf(above.key))] : []));
      const language = LANGUAGES.find((known) => keys.includes(known));
      if (language === undefined) return;
      const text = node.value;
      texts.push({ field: keys[0]!, language, text, ...placed(file, node, text, node.range[0]) });
    },
  });
  return texts;
}

function nameOf(key: unknown): unknown {
  return isNode(key) && isScalar(key) ? key.value : key;
}

function placed(
  file: string,
  { type }: Scalar,
  text: string,
  start: number,
): Pick<YamlText, 'offsetOf' | 'exact'> {
  const inner = /^["']/.test(file.slice(start, start + 1)) ? start + 1 : start;
  if (file.startsWith(text, inner)) return { offsetOf: (index) => inner + index, exact: true };
  const lines = type === 'BLOCK_LITERAL' ? literalLines(file, start, text) : undefined;
  if (!lines) return { offsetOf: () => start, exact: false };
  return {
    offsetOf: (index) => {
      const line = lines.findLast(({ from }) => from <= index)!;
      return line.start + index - line.from;
    },
    exact: true,
  };
}

/** Where each line of a block below `|` begins, in the text and in the file; undefined if it is not there as it is read. */
function literalLines(
  file: string,
  start: number,
  text: string,
): readonly { readonly from: number; readonly start: number }[] | undefined {
  const lines: { from: number; start: number }[] = [];
  let from = 0;
  let at = file.indexOf('\n', start) + 1;
  for (const line of text.split('\n')) {
    const end = file.indexOf('\n', at) < 0 ? file.length : file.indexOf('\n', at);
    // A line of the file is its indentation and the line of the text.
    const found = end - line.length;
    if (found < at || !file.startsWith(line, found)) return undefined;
    lines.push({ from, start: found });
    from += line.length + 1;
    at = end + 1;
  }
  return lines;
}
