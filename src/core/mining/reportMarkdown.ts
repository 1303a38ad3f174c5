import type { MiningReport, RecurringIssue } from './report.ts';
import { escapeMarkdown } from './safeText.ts';

/**
 * The report as Markdown. Everything a customer wrote is escaped.
 * @param inFull how many issues have a section; all are in the table
 */
export function reportMarkdown(report: MiningReport, inFull = report.issues.length): string {
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
    ...counts('Dates that cannot be right', wrongDates(from.wrongDates)),
    ...alarms(issues),
    ...communityText(report.community),
    ...changes(report),
    '| # | Issue | Tickets | Share | en | zh | People | Change | Trend | Gap | Article |',
    '|--:|---|--:|--:|--:|--:|--:|---|---|---|---|',
    ...issues.map((issue, i) => row(issue, i + 1)),
    '',
    ...issues.slice(0, inFull).flatMap((issue, i) => section(issue, i + 1)),
    ...(issues.length > inFull
      ? [`Of the other ${issues.length - inFull} issues report.md tells more.`, '']
      : []),
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
    issue.impact.people,
    issue.change ?? '–',
    issue.alarm.isRaised ? `**alarm**, ${trendText(issue.trend)}` : trendText(issue.trend),
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
    `Issue \`${issue.id}\`, ${issue.tickets} tickets, ${issue.duplicates} of them repeated. ${impactText(issue)}`,
    '',
    `Gap: **${issue.gap.kind}**. ${reasonText(issue)}`,
    '',
    ...(issue.terms.en.length > 0 ? [`- Words: ${issue.terms.en.map(escapeMarkdown).join(', ')}`] : []),
    ...(issue.terms['zh-CN'].length > 0
      ? [`- 词语: ${issue.terms['zh-CN'].map(escapeMarkdown).join('、')}`]
      : []),
    `- Of ${asked} asked, suggestions would show: ${shares(answered, percent)}`,
    `- Agents link: ${shares(linked, percent)}`,
    ...resolutionLines(issue),
    '',
    ...examples.map(({ ticketId, text }) => `> ${escapeMarkdown(text)} (${escapeMarkdown(ticketId)})\n`),
  ];
}

function impactText({ impact, layer, products }: RecurringIssue): string {
  const facts = [
    `work rank ${impact.rank}`,
    `${impact.people} people`,
    `${impact.reopenings} reopened`,
    ...(impact.medianHours === null ? [] : [`half solved within ${impact.medianHours} h`]),
    ...(impact.cost === null ? [] : [`cost ${impact.cost}`]),
    ...(layer === null ? [] : [`may lie in the ${layer} (a guess from the words)`]),
    ...(products.length === 0
      ? []
      : [
          products
            .slice(0, 3)
            .map(({ product }) => escapeMarkdown(product))
            .join(', '),
        ]),
  ];
  return `${facts.join(' · ')}.`;
}

/** Why it is such a gap, with the numbers. */
function reasonText({ gap, alarm }: RecurringIssue): string {
  const { staleness, tried } = gap;
  const stale =
    staleness === null
      ? []
      : [
          staleness.reason === 'review-overdue'
            ? `The article was last reviewed on ${staleness.reviewed}, which lasted until ${staleness.since}; ${counted(staleness.ticketsSince)} came since.`
            : `Tickets name version ${escapeMarkdown(staleness.version ?? '')} since ${staleness.since}, the article was reviewed on ${staleness.reviewed}; ${counted(staleness.ticketsSince)} came since.`,
        ];
  const seen =
    tried.shown === 0
      ? []
      : [`${tried.shown} had been shown it before they wrote, ${tried.opened} had opened it.`];
  const { events } = tried;
  const recorded =
    events === null
      ? []
      : [
          `The suggestions recorded of the article: shown ${events.shown}, opened ${events.opened}, solved ${events.solved}, did not help ${events.rejected}, wrote all the same ${events.continued}.`,
        ];
  const raised = alarm.isRaised
    ? [
        `Alarm, known since ${alarm.since ?? 'the last day'}: ${counted(alarm.observed)} in the last seven days where ${alarm.expected} were to be expected (chance ${alarm.probability}).`,
      ]
    : [];
  return [...stale, ...seen, ...recorded, ...raised].join(' ');
}

/** What agents' answers have in common. */
function resolutionLines({ resolutions: { compared, said } }: RecurringIssue): string[] {
  return said.map(({ text, tickets }) => `- ${tickets} of ${compared} answers say: ${escapeMarkdown(text)}`);
}

/** Fake support in a chat or forum: where it leads. */
function communityText(community: MiningReport['community']): string[] {
  if (community === null) return [];
  const { posts, lures, reasons, targets } = community;
  const days = (first: string | null, last: string | null): string =>
    first === null ? 'no date' : first === last ? first : `${first} to ${last ?? first}`;
  return [
    '## Fake support',
    '',
    `${lures} of ${posts} posts lure people who ask for help. They are no tickets, and nothing else here is made of them.`,
    '',
    ...(reasons.length > 0
      ? [`Signs: ${reasons.map(({ id, lures: count }) => `${escapeMarkdown(id)} ${count}`).join(', ')}.`, '']
      : []),
    ...(targets.length > 0
      ? ['| Where it leads | Kind | Like ours | Lures | Days |', '|---|---|---|--:|---|']
      : []),
    ...targets.map(
      ({ kind, text, isLookalike, lures: count, firstDay, lastDay }) =>
        `| ${[escapeMarkdown(text), kind, isLookalike ? 'yes' : '', count, days(firstDay, lastDay)].join(' | ')} |`,
    ),
    ...(targets.length > 0 ? [''] : []),
  ];
}

function alarms(issues: readonly RecurringIssue[]): string[] {
  const raised = issues.filter(({ alarm }) => alarm.isRaised);
  if (raised.length === 0) return [];
  return [
    '## Alarms',
    '',
    ...raised.map(
      (issue) =>
        `- ${titlesText(issue)}: known since ${issue.alarm.since ?? '–'}; ${counted(issue.alarm.observed)} in the last seven days, ${issue.alarm.expected} expected`,
    ),
    '',
  ];
}

function changes({ changes: found, issues }: MiningReport): string[] {
  if (found === null) return [];
  const named = (change: string): string =>
    `${issues.filter((issue) => issue.change === change).length} ${change}`;
  return [
    '## Since the last run',
    '',
    `${['new', 'grew', 'same', 'shrank'].map(named).join(', ')}, ${found.merged.length} merged, ${found.ended.length} ended.`,
    '',
    ...found.merged.map(({ title, into }) => `- merged into \`${into}\`: ${escapeMarkdown(title)}`),
    ...found.ended.map(
      ({ title, tickets }) => `- ended: ${escapeMarkdown(title)} (${counted(tickets)} then)`,
    ),
    '',
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

function counted(tickets: number): string {
  return tickets === 1 ? '1 ticket' : `${tickets} tickets`;
}

function wrongDates(dates: MiningReport['generatedFrom']['wrongDates']): Record<string, number> {
  return Object.fromEntries(Object.entries(dates).filter(([, count]) => count > 0));
}

function counts(title: string, values: Readonly<Record<string, number>>): string[] {
  const list = Object.entries(values).map(([name, count]) => `${escapeMarkdown(name)} ${count}`);
  return list.length === 0 ? [] : [`${title}: ${list.join(', ')}.`, ''];
}
