import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../../scripts/lib/knowledge.ts';
import { loadOffTopic, loadTable } from '../../../scripts/lib/models.ts';
import { config } from '../../../src/config.ts';
import { articleGuess } from '../../../src/core/mining/articleGuess.ts';
import { mine, type Mined } from '../../../src/core/mining/mine.ts';
import { prepareTicket } from '../../../src/core/mining/minedTicket.ts';
import { createOffTopic } from '../../../src/core/mining/offTopic.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { readZendesk } from '../../../src/core/ticket/readers/zendesk.ts';

/**
 * The sample's problems of eight tickets and more, and the least F1 with which each must come out as one issue, both
 * languages together: the least of five seeds, less 0.05 for what small changes of the articles and the model move it
 * by. Left out is verification-rejected, which is found within identity-verification.
 */
const FLOORS: Readonly<Record<string, number>> = {
  'pending-transaction': 0.85,
  'card-declined': 0.9,
  'incoming-transfer-missing': 0.78,
  'wrong-network': 0.92,
  'purchase-not-delivered': 0.85,
  'token-not-showing': 0.93,
  'insufficient-gas': 0.91,
  'three-d-secure': 0.91,
  'app-crash': 0.86,
  'identity-verification': 0.62,
  'card-arrival': 0.76,
  'phishing-and-fake-support': 0.83,
  'refund-not-received': 0.85,
  'restore-from-recovery-phrase': 0.92,
  'swap-failed': 0.82,
  'bank-transfer-top-up': 0.95,
  'pending-charge': 0.79,
  'recovery-phrase-exposed': 0.95,
  'duplicate-charge': 0.81,
  'apple-pay-google-pay': 0.86,
  'bridge-delayed': 0.82,
  'cashback-missing': 0.9,
  'change-email-or-phone': 0.77,
  'staking-and-unstaking': 0.95,
  'missing-memo-or-tag': 0.95,
  'atm-withdrawal': 0.79,
  'close-account': 0.9,
};

const linesOf = async (file: string): Promise<unknown[]> =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const embedder = await loadTable();
const { indexes, embedder: siteEmbedder } = await openKnowledge('public');
const slugs = new Set(indexes.flatMap((index) => index.articles.map(({ slug }) => slug)));
const tickets = (await linesOf('scripts/mine/sample/tickets.ndjson')).map((record) => {
  const result = readZendesk(record, 'none');
  if (!('ticket' in result)) throw new Error('The sample holds a record that is no ticket.');
  return prepareTicket(result.ticket, slugs).mined;
});
const labels = new Map(
  (
    (await linesOf('tests/fixtures/tickets/sample-labels.ndjson')) as { ticketId: string; label: string }[]
  ).map(({ ticketId, label }) => [ticketId, label]),
);

const SEED = 20_260_518;
const knowledge = {
  embedder: siteEmbedder,
  indexes,
  threshold: config.suggestions.threshold,
  ages: new Map(),
};
const offTopic = createOffTopic(await embedder.embed(await loadOffTopic()));
const guess = articleGuess(indexes);
const toolsOf = (seed: number) => ({
  embedder,
  offTopic,
  articleGuess: () => Promise.resolve(guess),
  random: seededRandom(seed),
});
const mined = await mine(tickets, toolsOf(SEED), { knowledge });
const assigned = issuesOf(mined);

/** By ticket: the id of its issue, undefined for noise. */
function issuesOf({ assignments, ids }: Mined): (string | undefined)[] {
  return assignments.issues.map((issue) => (issue < 0 ? undefined : ids[issue]));
}

function bestF1(label: string): number {
  const truth = tickets.flatMap(({ id }, i) => (labels.get(id) === label ? [i] : []));
  const found = Map.groupBy(truth, (i) => assigned[i]);
  const scores = [...found].map(([issue, shared]) => {
    if (issue === undefined) return 0;
    const size = assigned.filter((id) => id === issue).length;
    return (2 * shared.length) / (size + truth.length);
  });
  return Math.max(...scores);
}

describe('the sample export', () => {
  it('has a label for each ticket', () => {
    expect(tickets.filter(({ id }) => !labels.has(id))).toEqual([]);
  });

  it.each(Object.entries(FLOORS))('has %s as one issue (F1 ≥ %d)', (label, floor) => {
    expect(bestF1(label)).toBeGreaterThanOrEqual(floor);
  });

  it('is told apart as a whole, and what is like nothing is left out', () => {
    const scores = Object.keys(FLOORS).map(bestF1);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(0.86);
    const noise = tickets.flatMap(({ id }, i) => (labels.get(id) === 'noise' ? [assigned[i]] : []));
    expect(noise.filter((issue) => issue === undefined).length / noise.length).toBeGreaterThanOrEqual(0.55);
    const left = assigned.filter((issue) => issue === undefined).length;
    expect(left / tickets.length).toBeLessThanOrEqual(0.1);
  });

  it('has a title in each language of an issue that says something', () => {
    for (const { title, titles, languages } of mined.issues) {
      expect(Object.values(titles)).toContain(title);
      if (languages.en >= 3) expect(titles.en).toMatch(/\p{L}{3}.*\s\p{L}{2}/u);
      if (languages['zh-CN'] >= 3) expect(titles['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
  });

  it('gives the same issues again', async () => {
    // Without articles, which cost most of the time and only decide the gap.
    const again = await mine(tickets, toolsOf(SEED), { knowledge: { ...knowledge, indexes: [] } });
    expect(again.assignments).toEqual(mined.assignments);
    expect(again.fingerprint).toBe(mined.fingerprint);
  });

  it('has every ticket in at most one issue, and counts what it holds', () => {
    for (const issue of mined.issues) {
      expect(assigned.filter((id) => id === issue.id)).toHaveLength(issue.tickets);
      expect(issue.weekly.reduce((sum, week) => sum + week.tickets, 0)).toBe(issue.tickets);
      expect(issue.weekly).toHaveLength(26);
    }
    expect(new Set(mined.issues.map(({ id }) => id)).size).toBe(mined.issues.length);
  });

  it('shows the crash of the last weeks as new or rising', () => {
    const crashes = tickets.flatMap(({ id }, i) => (labels.get(id) === 'app-crash' ? [assigned[i]] : []));
    const issue = mined.issues.find(
      ({ id }) => crashes.filter((crash) => crash === id).length > crashes.length / 2,
    );
    expect(['new', 'rising']).toContain(issue?.trend.direction);
  });

  it('says of nearly every issue rightly whether an article answers it, and which', () => {
    const slugOf = (label: string): string | null =>
      [...slugs].find((slug) => slug.split('/')[1]!.startsWith(label)) ?? null;
    const right = mined.issues.filter(({ id, gap }) => {
      const members = tickets.filter((_, i) => assigned[i] === id);
      const byLabel = Map.groupBy(members, (ticket) => labels.get(ticket.id)!);
      const [label] = [...byLabel].reduce((most, next) => (next[1].length > most[1].length ? next : most));
      return gap.slug === slugOf(label);
    });
    expect(right.length / mined.issues.length).toBeGreaterThanOrEqual(0.75);
  });
});
