import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadArticleSources } from '../../../scripts/lib/articles.ts';
import { splitLocale } from '../../../src/core/article/language.ts';
import { loadOffTopic, loadTable } from '../../../scripts/lib/models.ts';
import {
  evaluateGrouping,
  type LabelledTicket,
} from '../../../src/core/mining/evaluation/evaluateGrouping.ts';
import { prepareTicket } from '../../../src/core/mining/minedTicket.ts';
import { createOffTopic } from '../../../src/core/mining/offTopic.ts';
import { problemText } from '../../../src/core/ticket/problemText.ts';
import { readPlain } from '../../../src/core/ticket/readers/plain.ts';
import { readZendesk } from '../../../src/core/ticket/readers/zendesk.ts';
import type { RecordReader } from '../../../src/core/ticket/ticket.ts';

interface PlainRecord {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
}

const linesOf = async <Line>(file: string): Promise<Line[]> =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const labelsOf = async (file: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await linesOf<{ ticketId: string; label: string }>(file)).map(({ ticketId, label }) => [
      ticketId,
      label,
    ]),
  );

const embedder = await loadTable();
const offTopic = createOffTopic(await embedder.embed(await loadOffTopic()));
// A shop that delivers food and a service for offices: no article, no word of the model's training is about them.
const delivery = await linesOf<PlainRecord>('tests/fixtures/mining/delivery-tickets.ndjson');
const deliveryLabels = await labelsOf('tests/fixtures/mining/delivery-labels.ndjson');
const sampleLabels = await labelsOf('tests/fixtures/tickets/sample-labels.ndjson');

const slugs = new Set((await loadArticleSources()).map(({ id }) => splitLocale(id).slug));
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const every = (count: number) => (_: PlainRecord, place: number) => place % count === 0;

function changed(
  isChosen: (record: PlainRecord, place: number) => boolean,
  change: (record: PlainRecord, place: number) => unknown,
): unknown[] {
  return delivery.map((record, place) => (isChosen(record, place) ? change(record, place) : record));
}

const asked = ({ subject, body }: PlainRecord): string =>
  problemText({ subject, messages: [{ author: 'requester', body }] });

/** A web form around every third ticket, its values by lot. */
const withForms = changed(every(3), (record, place) => ({
  ...record,
  body: isChinese(record.body)
    ? `城市：${['北京', '上海', '深圳'][(place % 5) % 3]!}\n版本：5.${place % 10}.1\n问题描述：${asked(record)}`
    : `City: ${['Leeds', 'Berlin', 'Lyon'][(place % 5) % 3]!}\nApp version: 5.${place % 10}.1\nMessage: ${asked(record)}`,
}));
const withHi = changed(every(3), ({ body, ...record }) => ({
  ...record,
  body: isChinese(body) ? '客服在吗？' : 'hi there',
  messages: [{ author: 'requester', body }],
}));
const isProblem = ({ id }: PlainRecord): boolean => !deliveryLabels.get(id)!.startsWith('single');

function labelled(
  records: readonly unknown[],
  read: RecordReader,
  labels: ReadonlyMap<string, string>,
): LabelledTicket[] {
  return records.map((record) => {
    const result = read(record, 'none');
    if (!('ticket' in result)) throw new Error('A record is no ticket.');
    return { ticket: prepareTicket(result.ticket, slugs).mined, label: labels.get(result.ticket.id)! };
  });
}

/** NMI and ARI that each set must reach: what was measured, less 0.03. */
describe.each([
  ['delivery and office', labelled(delivery, readPlain, deliveryLabels), 0.77, 0.55],
  [
    'delivery and office, no singles',
    labelled(delivery.filter(isProblem), readPlain, deliveryLabels),
    0.8,
    0.61,
  ],
  ['web forms', labelled(withForms, readPlain, deliveryLabels), 0.77, 0.55],
  ['“hi” first', labelled(withHi, readPlain, deliveryLabels), 0.77, 0.55],
  [
    'the sample',
    labelled(await linesOf('scripts/mine/sample/tickets.ndjson'), readZendesk, sampleLabels),
    0.79,
    0.63,
  ],
] as const)('on %s', (_, tickets, nmi, ari) => {
  it('the mining is ahead of k-means that is told how many, and of mutual neighbours', async () => {
    const { baselines, ...scores } = await evaluateGrouping(tickets, embedder, offTopic, 1);
    expect(scores.nmi).toBeGreaterThanOrEqual(nmi);
    expect(scores.ari).toBeGreaterThanOrEqual(ari);
    for (const baseline of Object.values(baselines)) {
      expect(scores.nmi).toBeGreaterThan(baseline.nmi);
      expect(scores.ari).toBeGreaterThan(baseline.ari);
    }
  });
});
