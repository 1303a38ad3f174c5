import type { MiningReport, RecurringIssue } from './report.ts';
import { escapeMarkdown } from './safeText.ts';

/** The report as Markdown, for a pull request. Everything a customer wrote is escaped. */
export function reportMarkdown(report: MiningReport): string {
  const { generatedFrom: from, issues, noise } = report;
  const facts = [
    `**${from.tickets}** tickets from ${escapeMarkdown(from.input)} (${escapeMarkdown(from.format)}, ${from.encoding})`,
    from.from && from.to ? `${from.from} to ${from.to}` : 'no dates',
    `${from.duplicates} repeated`,
    `${from.languages.en} English, ${from.languages['zh-CN']} Chinese, ${from.languages.other} other`,
    `${noise.tickets} like no others`,
  ];
  return [
    '# Recurring issues',
    '',
    `${facts.join(' · ')}.`,
    '',
    ...counts('Skipped', from.skipped),
    ...counts('Redacted', from.redactions),
    '| # | Issue | Tickets | Share | en | zh | Trend | Gap | Article |',
    '|--:|---|--:|--:|--:|--:|---|---|---|',
    ...issues.map((issue, i) => row(issue, i + 1)),
    '',
    ...issues.flatMap((issue, i) => section(issue, i + 1)),
  ].join('\n');
}

/** "rising ×1.8 (9 in 4 weeks, 10 in the 8 before)". */
export function trendText({ direction, recent, before, ratio }: RecurringIssue['trend']): string {
  const factor = ratio === null ? '' : ` ×${ratio}`;
  return `${direction}${factor} (${recent} in 4 weeks, ${before} in the 8 before)`;
}

/** The main title, then that of the other language. */
function titlesText({ title, titles }: RecurringIssue): string {
  return [...new Set([title, ...Object.values(titles)])].map(escapeMarkdown).join(' / ');
}

function row(issue: RecurringIssue, place: number): string {
  const { en, 'zh-CN': zh } = issue.languages;
  const cells = [
    place,
    titlesText(issue),
    issue.tickets,
    `${(issue.share * 100).toFixed(1)} %`,
    en,
    zh,
    trendText(issue.trend),
    issue.gap.kind,
    issue.gap.slug ?? '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

function section(issue: RecurringIssue, place: number): string[] {
  const { answered, linked, asked } = issue.gap;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const examples = [...issue.examples.en, ...issue.examples['zh-CN'], ...issue.examples.other];
  return [
    `## ${place}. ${titlesText(issue)}`,
    '',
    `Issue \`${issue.id}\`, ${issue.tickets} tickets, ${issue.duplicates} of them repeated.`,
    '',
    ...(issue.terms.en.length > 0 ? [`- Words: ${issue.terms.en.map(escapeMarkdown).join(', ')}`] : []),
    ...(issue.terms['zh-CN'].length > 0
      ? [`- 词语: ${issue.terms['zh-CN'].map(escapeMarkdown).join('、')}`]
      : []),
    `- Of ${asked} asked, suggestions would show: ${shares(answered, percent)}`,
    `- Agents link: ${shares(linked, percent)}`,
    '',
    ...examples.map(({ ticketId, text }) => `> ${escapeMarkdown(text)} (${escapeMarkdown(ticketId)})\n`),
  ];
}

function shares(
  list: readonly { slug: string; share: number }[],
  percent: (share: number) => string,
): string {
  return list.length === 0
    ? 'nothing'
    : list.map(({ slug, share }) => `${slug} ${percent(share)}`).join(', ');
}

function counts(title: string, values: Readonly<Record<string, number>>): string[] {
  const list = Object.entries(values).map(([name, count]) => `${escapeMarkdown(name)} ${count}`);
  return list.length === 0 ? [] : [`${title}: ${list.join(', ')}.`, ''];
}
