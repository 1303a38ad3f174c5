import { splitLocale } from '../../article/language.ts';
import { lineIndex } from '../../article/lint/lineIndex.ts';
import type { Problem } from '../../article/lint/problem.ts';
import { parseMarkdown } from '../../article/markdown.ts';
import { parseChecklist, withKeysOf, type Checklist } from './checklist.ts';

/** A page as it stands: an article below `docs`. */
export interface PageSource {
  readonly file: string;
  /** Path below `docs` without ending: `runbooks/access/onboarding`, `zh-cn/runbooks/access/onboarding`. */
  readonly id: string;
  readonly text: string;
}

/** What is wrong with the checklists of runbooks: a line that cannot be kept is missed by whoever goes by the list. */
export function lintChecklists(pages: readonly PageSource[]): Problem[] {
  const lists = pages
    .filter(
      ({ id, text }) => splitLocale(id).slug.startsWith('runbooks/') && /^\s*[-*+] \[[ x]\] /im.test(text),
    )
    .map((page) => ({ page, ...splitLocale(page.id), list: checklistOf(page) }));
  const english = new Map(
    lists.flatMap(({ slug, language, list }) => (language === 'en' ? [[slug, list]] : [])),
  );
  return lists.flatMap(({ page, slug, language, list }) => {
    const problem = (line: number, message: string): Problem => ({
      file: page.file,
      line,
      column: 1,
      rule: 'checklist',
      severity: 'error',
      message,
    });
    const wrong = list.wrong.map(({ line, message }) => problem(line, message));
    const original = language === 'en' ? undefined : english.get(slug);
    const isOther =
      original !== undefined &&
      [...wrong, ...original.wrong].length === 0 &&
      withKeysOf(original.items, list.items) === undefined;
    return isOther
      ? [
          problem(
            list.items[0]?.line ?? 1,
            'found other lines or days than on the English page; expected the same, so that what is ticked in one language is ticked in the other. Fix: bring both into the same order',
          ),
        ]
      : wrong;
  });
}

/** The checklist with lines as they are counted in the file. */
function checklistOf({ text }: PageSource): Checklist {
  const [front = ''] = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/.exec(text) ?? [];
  const above = lineIndex(text)(front.length).line - 1;
  const { items, wrong } = parseChecklist(parseMarkdown(text.slice(front.length)));
  return {
    items: items.map((item) => ({ ...item, line: item.line + above })),
    wrong: wrong.map((line) => ({ ...line, line: line.line + above })),
  };
}
