import { listField, textField, type Page } from '../page.ts';
import type { FileFinding, PageRule } from '../rule.ts';
import { traditionalIn } from '../traditional.ts';
import { withoutQuotations } from '../words.ts';

/** A page for the mainland is in Simplified characters, but for what others are quoted with. */
export const simplified: PageRule = {
  kind: 'page',
  id: 'simplified',
  *check(page) {
    if (page.language !== 'zh-CN') return;
    for (const { text, starts, ends, opaque } of page.blocks) {
      for (const { start, found, simplified: instead } of traditionalIn(withoutQuotations(text))) {
        if (opaque[start]) continue;
        yield finding(starts[start]!, ends[start + found.length - 1]!, found, instead);
      }
    }
    yield* inFrontMatter(page);
  },
};

function* inFrontMatter(page: Page): Iterable<FileFinding> {
  const fields = [
    ...['title', 'description'].map((field) => ({ text: textField(page, field), path: [field] })),
    ...listField(page, 'questions'),
  ];
  for (const { text, path } of fields) {
    if (traditionalIn(text).length === 0) continue;
    const characters = page.frontMatter.charactersOf(path);
    const at = page.frontMatter.offsetOf(path);
    for (const { start, found, simplified: instead } of traditionalIn(text)) {
      const from = characters && characters.start + start;
      yield finding(from ?? at, from === undefined ? undefined : from + found.length, found, instead);
    }
  }
}

function finding(at: number, end: number | undefined, found: string, instead: string): FileFinding {
  return {
    at,
    severity: 'error',
    message: `"${found}" is a Traditional character; this page is for the mainland. Write "${instead}".`,
    ...(end !== undefined && { fix: { start: at, end, text: instead } }),
  };
}
