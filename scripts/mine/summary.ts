import path from 'node:path';
import type { Mined } from '../../src/core/mining/mine.ts';
import type { MiningReport } from '../../src/core/mining/report.ts';
import { trendText } from '../../src/core/mining/reportMarkdown.ts';

const SHOWN = 10;

/** What a run found, in a few lines for the terminal. */
export function summary(report: MiningReport, mined: Pick<Mined, 'changes' | 'issues'>, out: string): string {
  const { generatedFrom: from, issues, noise, community } = report;
  const skipped = Object.values(from.skipped).reduce((sum, count) => sum + count, 0);
  const redacted = Object.values(from.redactions).reduce((sum, count) => sum + count, 0);
  return [
    `${from.tickets} tickets (${from.format}, ${from.encoding}; ${skipped} records skipped, ${redacted} redactions), ` +
      `${from.duplicates} repeated, ${issues.length} recurring issues, ${noise.tickets} like no others.`,
    ...issues.slice(0, SHOWN).map((issue, i) => {
      const article = issue.gap.slug === null ? '' : ` ${issue.gap.slug}`;
      return `${String(i + 1).padStart(2)}. ${issue.tickets} · ${issue.title} · ${trendText(issue.trend)} · ${issue.gap.kind}${article} · ${issue.id}`;
    }),
    ...(community === null
      ? []
      : [
          `Fake support: ${community.lures} of ${community.posts} posts, leading to ${community.targets.length} places (lures.csv).`,
        ]),
    ...changeLine(mined),
    `Report: ${path.join(out, 'report.md')}, report.json, issues.csv and assignments.ndjson`,
  ].join('\n');
}

function changeLine({ changes, issues }: Pick<Mined, 'changes' | 'issues'>): string[] {
  if (changes === null) return [];
  const count = (change: string): number => issues.filter((issue) => issue.change === change).length;
  return [
    `Since the last run: ${count('new')} new, ${count('grew')} grew, ${count('shrank')} shrank, ${changes.merged.length} merged, ${changes.ended.length} ended.`,
  ];
}
