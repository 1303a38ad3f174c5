import type { RecurringIssue } from '../miningReport.ts';

/** What a maintainer does about an issue, by its gap. */
export interface NextStep {
  /** Its words are `firstline.mining.step.<kind>`. */
  readonly kind: RecurringIssue['gap']['kind'];
  /** To be typed in the project's folder; undefined where a person must read and write. */
  readonly command: string | undefined;
  /** Files to edit, in either language. */
  readonly files: readonly string[];
}

export function nextStep({ id, gap }: Pick<RecurringIssue, 'id' | 'gap'>): NextStep {
  switch (gap.kind) {
    case 'missing':
      return { kind: gap.kind, command: `npm run mine:draft -- --issue ${id}`, files: [] };
    case 'undiscoverable':
    case 'covered':
      return { kind: gap.kind, command: 'npm run mine:phrasings', files: [] };
    case 'stale':
    case 'ineffective':
      return { kind: gap.kind, command: undefined, files: gap.slug === null ? [] : filesOf(gap.slug) };
  }
}

function filesOf(slug: string): string[] {
  return [`content/docs/${slug}.md`, `content/docs/zh-cn/${slug}.md`];
}
