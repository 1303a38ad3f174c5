import type { Language } from '../article/language.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import { normalize } from '../retrieval/vectors.ts';
import { alarmsOf } from './alarm.ts';
import { continued, type Continued, type Trace } from './continuity.ts';
import { customerWays, type CustomerWay } from './customerWays.ts';
import { createDays, daysWithin, type DayRange } from './dayRange.ts';
import { gapOf, type Knowledge } from './gap.ts';
import type { GroupingTools } from './grouping.ts';
import { impactsOf } from './impact.ts';
import { type IssueSummary } from './issueSummary.ts';
import { labelTerms } from './labels.ts';
import { tracesOf, writeCentre, type LastRun } from './lastRun.ts';
import type { MinedTicket } from './minedTicket.ts';
import { createMiner, type Assignments, type Gathered } from './miner.ts';
import { ownId, toRecurringIssue } from './recurringIssue.ts';
import type { MiningReport, RecurringIssue } from './report.ts';
import { resolutionsOf } from './resolutions.ts';
import { partsOf } from './rowSpace.ts';

/** What the issues are held against. */
export interface MiningContext {
  readonly knowledge: Omit<Knowledge, 'agentsLink' | 'lastDay' | 'days'>;
  /** The report of the last run and its assignments, if there is one. */
  readonly last?: LastRun | undefined;
  /** What a ticket costs. */
  readonly costPerTicket?: number | undefined;
  /** Dates after it are wrong; without it any may be right. */
  readonly nowMs?: number | undefined;
}

export interface Mined {
  /** The most tickets first. */
  readonly issues: readonly RecurringIssue[];
  /** How customers put the issues, in their order. */
  readonly ways: readonly CustomerWay[];
  readonly changes: MiningReport['changes'];
  readonly assignments: Assignments;
  /** By number of an issue in the assignments: its id. */
  readonly ids: readonly string[];
  readonly duplicates: number;
  readonly fingerprint: string;
}

/** Mines tickets that are all there at once, as they come in order. */
export async function mine(
  tickets: readonly MinedTicket[],
  tools: GroupingTools,
  context: MiningContext,
): Promise<Mined> {
  const miner = createMiner(tools);
  const parts = await partsOf(tickets, tools.embedder);
  for (const [place, ticket] of tickets.entries()) await miner.add(ticket, parts[place]!);
  const dated = createDays();
  for (const { atMs } of tickets) dated.add(atMs);
  return describe(await miner.finish(), dated.count(context.nowMs ?? Infinity).days, tools, context);
}

/** Says of what was gathered what it is about, whether it grows, what it costs and whether an article answers it. */
export async function describe(
  gathered: Gathered,
  days: DayRange,
  { embedder, progress }: Pick<GroupingTools, 'embedder' | 'progress'>,
  { knowledge, last, costPerTicket }: MiningContext,
): Promise<Mined> {
  const { assignments, summaries } = gathered;
  // A group that was found to be the edge of another has no ticket.
  const numbers = [...summaries.keys()].filter((number) => summaries[number]!.tickets > 0);
  const kept = numbers.map((number) => ({
    ...summaries[number]!,
    days: daysWithin(summaries[number]!.days, days),
  }));
  progress?.(`comparing ${kept.length} issues with the articles`);
  const centres = await Promise.all(kept.map((summary) => centreOf(summary, embedder)));
  const traces = kept.map((summary, issue): Trace => ({
    id: ownId(summary),
    centre: centres[issue]!,
    rate: summary.tickets / weeksIn(days),
    ticketIds: last ? new Set(idsOf(assignments, numbers[issue]!)) : new Set(),
  }));
  const isSame = last?.report.generatedFrom.fingerprint === gathered.fingerprint;
  const continuity = last ? continued(traces, tracesOf(last, embedder.id)) : undefined;
  const labels = { en: labelsOf(kept, 'en'), 'zh-CN': labelsOf(kept, 'zh-CN') };
  const alarms = alarmsOf(
    kept.map((summary) => summary.days),
    days?.first ?? 0,
    days?.last ?? 0,
  );
  const impacts = impactsOf(kept, costPerTicket);
  const held: Knowledge = {
    ...knowledge,
    agentsLink: kept.some(({ links }) => links.size > 0),
    lastDay: days?.last,
    days,
  };
  const gaps = await Promise.all(kept.map((summary) => gapOf(summary, held)));
  const resolutions = await resolutionsOf(kept, embedder);
  const ids = summaries.map(() => '');
  const waysOf = new Map<string, readonly CustomerWay[]>();
  const issues = kept.map((summary, issue) => {
    const id = continuity?.issues[issue]!.id ?? traces[issue]!.id;
    ids[numbers[issue]!] = id;
    waysOf.set(id, customerWays(id, summary));
    const known = {
      id,
      // The same tickets again say nothing new: what the last run said of them stands.
      change: isSame ? changeIn(last!.report, id) : (continuity?.issues[issue]!.change ?? null),
      summary,
      terms: { en: labels.en[issue]!, 'zh-CN': labels['zh-CN'][issue]! },
      gap: gaps[issue]!,
      alarm: alarms[issue]!,
      impact: impacts[issue]!,
      resolutions: resolutions[issue]!,
      centre: writeCentre(centres[issue]!),
    };
    return toRecurringIssue(known, days, assignments.ids.length);
  });
  issues.sort((a, b) => b.tickets - a.tickets || (a.id < b.id ? -1 : 1));
  return {
    issues,
    ways: issues.flatMap(({ id }) => waysOf.get(id)!),
    changes: isSame ? last!.report.changes : changesOf(last, continuity),
    assignments,
    ids,
    duplicates: gathered.duplicates,
    fingerprint: gathered.fingerprint,
  };
}

/** So many central tickets say what an issue means. */
const CENTRAL = 30;

async function centreOf({ central }: IssueSummary, embedder: Embedder): Promise<Float32Array> {
  const vectors = await embedder.embed(central.slice(0, CENTRAL).map(({ ticket }) => ticket.text));
  const centre = new Float32Array(embedder.dim);
  for (const vector of vectors) for (let i = 0; i < centre.length; i++) centre[i]! += vector[i]!;
  return normalize(centre);
}

function labelsOf(summaries: readonly IssueSummary[], language: Language): string[][] {
  return labelTerms(
    summaries.map(({ central }) =>
      central.filter(({ ticket }) => ticket.language === language).map(({ ticket }) => ticket.text),
    ),
  );
}

function idsOf({ ids, issues }: Assignments, issue: number): string[] {
  return ids.filter((_, place) => issues[place] === issue);
}

function weeksIn(days: DayRange): number {
  return days ? Math.max(1, (days.last - days.first + 1) / 7) : 1;
}

function changeIn(report: MiningReport, id: string): RecurringIssue['change'] {
  return report.issues.find((issue) => issue.id === id)?.change ?? null;
}

function changesOf(last: LastRun | undefined, continuity: Continued | undefined): MiningReport['changes'] {
  if (!last || !continuity) return null;
  const { report } = last;
  const titleOf = (id: string): string => report.issues.find((issue) => issue.id === id)?.title ?? '';
  return {
    from: report.generatedFrom.from,
    to: report.generatedFrom.to,
    merged: continuity.merged.map((merged) => ({ ...merged, title: titleOf(merged.id) })),
    ended: continuity.ended.map((id) => ({
      id,
      title: titleOf(id),
      tickets: report.issues.find((issue) => issue.id === id)?.tickets ?? 0,
    })),
  };
}
