import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadTable } from '../../../scripts/lib/models.ts';
import { learnBoilerplate } from '../../../src/core/mining/boilerplate.ts';
import { createLot } from '../../../src/core/mining/lot.ts';
import { prepareTicket, type MinedTicket } from '../../../src/core/mining/minedTicket.ts';
import { createMiner, type Gathered } from '../../../src/core/mining/miner.ts';
import { partsOf } from '../../../src/core/mining/rowSpace.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { readZendesk } from '../../../src/core/ticket/readers/zendesk.ts';

const embedder = await loadTable();
const tickets = (await readFile('scripts/mine/sample/tickets.ndjson', 'utf8'))
  .trim()
  .split('\n')
  .flatMap((line) => {
    const result = readZendesk(JSON.parse(line), 'none');
    return 'ticket' in result ? [prepareTicket(result.ticket, new Set()).mined] : [];
  });

async function gathered(list: readonly MinedTicket[], sample: number): Promise<Gathered> {
  const miner = createMiner({ embedder, random: seededRandom(1) }, sample);
  const parts = await partsOf(list, embedder);
  for (const [place, ticket] of list.entries()) await miner.add(ticket, parts[place]!);
  return miner.finish();
}

function shuffled<Entry>(list: readonly Entry[], seed: number): Entry[] {
  const random = seededRandom(seed);
  return list
    .map((entry) => ({ entry, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ entry }) => entry);
}

const homes = ({ assignments: { ids, issues } }: Gathered): [string, number][] =>
  ids.map((id, place): [string, number] => [id, issues[place]!]).sort(([a], [b]) => (a < b ? -1 : 1));

describe('the mining of more tickets than the sample', () => {
  it.each([1, 2, 3])('finds the same in any order (%d)', async (seed) => {
    const [one, other] = await Promise.all([gathered(tickets, 150), gathered(shuffled(tickets, seed), 150)]);
    expect(homes(other)).toEqual(homes(one));
    expect(other.summaries).toEqual(one.summaries);
    expect(other.duplicates).toBe(one.duplicates);
    expect(other.fingerprint).toBe(one.fingerprint);
  });

  it('leaves hardly more out than without one', async () => {
    const left = ({ assignments }: Gathered) => assignments.issues.filter((issue) => issue < 0).length;
    expect(left(await gathered(tickets, 150))).toBeLessThan(left(await gathered(tickets, 1_000)) + 150);
  });
});

it('a lot holds the smallest, in whatever order they come', () => {
  const numbers = shuffled(
    Array.from({ length: 200 }, (_, number) => number),
    5,
  );
  const lot = createLot<number>(20, (a, b) => a - b);
  const left = numbers.flatMap((number) => lot.offer(number) ?? []);
  expect(lot.entries.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, number) => number));
  expect(left).toHaveLength(180);
});

describe('boilerplate', () => {
  const said = tickets
    .filter(({ language }) => language === 'en')
    .map(({ text }) => text.replaceAll('\n', ' '));

  it('is what many tickets have in common, whatever they are about', async () => {
    const texts = said.map((text, i) =>
      i % 3 === 0 ? `City: Leeds ${i}\nMessage: ${text}\nSent by the web form.` : text,
    );
    const { strip } = await learnBoilerplate(texts, embedder);
    expect(strip(texts[0]!)).toBe(said[0]);
    expect(strip('Sent by the web form.')).toBe('Sent by the web form.');
  });

  it('is not what tickets of one problem have in common', async () => {
    const alike = [
      'the shop terminal refused my card',
      'card refused at the supermarket till',
      'my card is refused at every till',
    ];
    const texts = [
      ...said,
      ...Array.from({ length: 12 }, (_, i) => `Card declined\n${alike[i % 3]!} ${'again '.repeat(i)}`),
    ];
    const { strip } = await learnBoilerplate(texts, embedder);
    expect(strip(texts.at(-1)!)).toContain('Card declined');
  });
});
