import type { Block } from '../blocks.ts';
import type { Page } from '../page.ts';
import type { Fix } from '../problem.ts';
import type { FileFinding, PageRule } from '../rule.ts';
import { typographyOf, type TypographyEdit } from '../typography.ts';

/** Punctuation of the right width, and a space between Chinese and Latin. */
export const typography: PageRule = {
  kind: 'page',
  id: 'typography',
  *check(page) {
    for (const block of page.blocks) {
      for (const edit of typographyOf(block.text, page.language)) {
        const fix = fixInBlock(block, edit);
        if (fix) yield finding(edit, fix, block.text);
      }
    }
    yield* inFrontMatter(page);
  },
};

/** What readers see of the front matter. */
function* inFrontMatter({ frontMatter, language }: Page): Iterable<FileFinding> {
  const questions = frontMatter.data['questions'];
  const paths = [
    ['title'],
    ['description'],
    ...(Array.isArray(questions) ? questions.map((_, i) => ['questions', i]) : []),
  ];
  for (const path of paths) {
    const characters = frontMatter.charactersOf(path);
    if (!characters) continue;
    for (const edit of typographyOf(characters.text, language)) {
      const fix = { start: characters.start + edit.start, end: characters.start + edit.end, text: edit.text };
      yield finding(edit, fix, characters.text);
    }
  }
}

const REASONS: Readonly<Record<TypographyEdit['reason'], string>> = {
  space: 'a space belongs between Chinese and Latin letters or digits',
  'no-space': 'full-width punctuation has no space beside it',
  punctuation: 'Chinese text has full-width punctuation',
  width: 'these signs have the wrong width',
  repeated: 'this sign stands twice',
};

function finding(edit: TypographyEdit, fix: Fix, text: string): FileFinding {
  const around = (from: number, to: number): string =>
    text.slice(Math.max(0, from), to).replaceAll('\n', ' ');
  const [before, after] = [around(edit.start - 6, edit.start), around(edit.end, edit.end + 6)];
  const found = `${before}${around(edit.start, edit.end)}${after}`;
  return {
    at: fix.start,
    severity: 'error',
    message: `"${found}": ${REASONS[edit.reason]}. Write "${before}${edit.text}${after}".`,
    fix,
  };
}

/** A change to what is read as a change to the file; none where what is read is a variable or code. */
function fixInBlock(
  { starts, ends, depths, opaque }: Block,
  { start, end, text }: TypographyEdit,
): Fix | undefined {
  if (start < end) {
    for (let unit = start; unit < end; unit++) if (opaque[unit]) return undefined;
    // After "**…。**" Markdown needs the space: without it the marks would be shown.
    const isSpace = text === '';
    if (isSpace && (depths[start - 1] !== depths[start] || depths[end] !== depths[start])) return undefined;
    // Across the end of a bold stretch or a link, nothing is cut out.
    const [from, to] = [starts[start]!, ends[end - 1]!];
    return to - from === end - start ? { start: from, end: to, text } : undefined;
  }
  const before = start - 1;
  if (before < 0 || start >= starts.length) return undefined;
  // Inside one variable or one piece of code.
  if (opaque[before] && opaque[start] && starts[before] === starts[start]) return undefined;
  // The space belongs outside of bold and links.
  const at = depths[before]! <= depths[start]! ? ends[before]! : starts[start]!;
  return { start: at, end: at, text };
}
