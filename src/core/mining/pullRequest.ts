import { reportMarkdown } from './reportMarkdown.ts';
import type { MiningReport } from './report.ts';
import { escapeMarkdown, oneLine } from './safeText.ts';

/** What a pull request brings: drafts and phrasings, by the slug of their article. */
export interface PullRequest {
  readonly report: MiningReport;
  readonly drafts: ReadonlyMap<
    string,
    { readonly title: string; readonly issue: string; readonly tickets: number }
  >;
  /** How many were added. */
  readonly phrasings: ReadonlyMap<string, number>;
}

/** So many issues are told of in full: a reviewer reads no more. The table has all of them. */
const MOST_ISSUES = 15;
/** Hosts take 65,536 characters; what is longer ends before an issue. */
const MOST_CHARACTERS = 60_000;

/** "content: draft 2 articles, add 14 phrasings from 562 tickets" */
export function commitSubject({ report, drafts, phrasings }: PullRequest): string {
  const added = sum(phrasings.values());
  const done = [
    ...(drafts.size > 0 ? [`draft ${count(drafts.size, 'article')}`] : []),
    ...(added > 0 ? [`add ${count(added, 'phrasing')}`] : []),
  ];
  return `content: ${done.join(', ')} from ${count(report.generatedFrom.tickets, 'ticket')}`;
}

/** Why, for the body of the commit: plain text, a line each. */
export function commitBody({ report, drafts, phrasings }: PullRequest): string {
  const { from, to, fingerprint } = report.generatedFrom;
  return [
    `Mined from tickets${from && to ? ` of ${from} to ${to}` : ''} (${fingerprint}).`,
    '',
    ...[...drafts].map(
      ([slug, { issue, tickets }]) => `- draft ${slug}: issue ${issue}, ${count(tickets, 'ticket')}`,
    ),
    ...[...phrasings].map(([slug, added]) => `- ${slug}: ${count(added, 'phrasing')} added`),
  ].join('\n');
}

/** The summary as Markdown: what is brought, what to look at, then the report. Everything a customer wrote is escaped. */
export function pullRequestMarkdown(request: PullRequest): string {
  const { report, drafts, phrasings } = request;
  const head = [
    `# ${escapeMarkdown(commitSubject(request).replace(/^content: /, ''))}`,
    '',
    ...[...drafts].map(
      ([slug, { title, issue, tickets }]) =>
        `- Draft \`${oneLine(slug)}\`: ${escapeMarkdown(title)} (issue \`${issue}\`, ${count(tickets, 'ticket')})`,
    ),
    ...[...phrasings].map(([slug, added]) => `- \`${oneLine(slug)}\`: ${count(added, 'phrasing')} added`),
    '',
    'To check before this is merged:',
    '',
    '- [ ] Nothing in it is anybody’s own: no name, number, address or order.',
    '- [ ] Each phrasing leads to the article that answers it.',
    '- [ ] Each step of a draft is right, or still marked TODO. No build has a draft until `draft: true` is taken out.',
    '',
  ].join('\n');
  const body = reportMarkdown(report, MOST_ISSUES).replace(/^#/gm, '##');
  return `${head}\n${shortened(body, MOST_CHARACTERS - head.length)}\n`;
}

function shortened(report: string, most: number): string {
  if (report.length <= most) return report;
  const end = report.lastIndexOf('\n### ', most);
  return `${report.slice(0, Math.max(0, end))}\n\nThe other issues are in report.md.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
