import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmsOf, falseDiscoveryThreshold, tailOf } from '../../../src/core/mining/alarm.ts';
import { articlesTried } from '../../../src/core/mining/articlesTried.ts';
import { continued, type Trace } from '../../../src/core/mining/continuity.ts';
import { fingerprint } from '../../../src/core/mining/fingerprint.ts';
import { EMPTY_SUMMARY } from '../../../src/core/mining/issueSummary.ts';
import { readCentre, writeCentre } from '../../../src/core/mining/lastRun.ts';
import { layerOf } from '../../../src/core/mining/layer.ts';
import { csvCell } from '../../../src/core/mining/reportCsv.ts';
import { staleness } from '../../../src/core/mining/staleness.ts';
import { compareVersions, versionsIn } from '../../../src/core/mining/versions.ts';
import { seededRandom } from '../../../src/core/random.ts';

describe('an alarm', () => {
  const steady = (perDay: number) => new Map(Array.from({ length: 120 }, (_, day) => [day, perDay] as const));

  it('is raised by a jump, on the day it could first be known, and not by what is as ever', () => {
    const jump = new Map([
      ...Array.from({ length: 100 }, (_, day) => [day, day % 7 === 0 ? 1 : 0] as const),
      [110, 3],
      [111, 4],
      [112, 6],
      [119, 5],
    ]);
    const [calm, sudden] = alarmsOf([steady(2), jump], 0, 119);
    expect(calm).toMatchObject({ isRaised: false, since: undefined, observed: 14 });
    expect(sudden).toMatchObject({ isRaised: true, observed: 5 });
    expect(sudden!.since).toBeGreaterThanOrEqual(110);
    expect(sudden!.since).toBeLessThanOrEqual(112);
    // A report of two weeks later still says so.
    expect(alarmsOf([jump], 0, 131)[0]).toMatchObject({ isRaised: true, observed: 0 });
    expect(alarmsOf([jump], 0, 160)[0]!.isRaised).toBe(false);
  });

  it('is not raised without enough past, or for a handful', () => {
    const [short] = alarmsOf([new Map([[18, 30]])], 0, 18);
    expect(short!.isRaised).toBe(false);
    const [few] = alarmsOf([new Map([[119, 3]])], 0, 119);
    expect(few!.isRaised).toBe(false);
  });

  it('is seldom false: of 1,000 issues that only chance moves, hardly any has one', () => {
    const random = seededRandom(3);
    const daily = Array.from({ length: 1_000 }, () => {
      const rate = 0.1 + random();
      return new Map(Array.from({ length: 120 }, (_, day) => [day, poisson(rate, random)] as const));
    });
    expect(alarmsOf(daily, 0, 119).filter(({ isRaised }) => isRaised).length).toBeLessThanOrEqual(10);
  });

  it('rests on the tail of a negative binomial', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 1.01, max: 4, noNaN: true }),
        (count, mean, factor) => {
          const tail = tailOf(count, mean, mean * factor);
          expect(tail).toBeGreaterThanOrEqual(0);
          expect(tail).toBeLessThanOrEqual(count === 0 ? 1 : tailOf(count - 1, mean, mean * factor) + 1e-9);
        },
      ),
    );
    // A geometric distribution (mean 1, variance 2): half is 0, a quarter 1.
    expect(tailOf(2, 1, 2)).toBeCloseTo(0.25, 9);
  });

  it('is held down over all issues as Benjamini and Hochberg do', () => {
    expect(falseDiscoveryThreshold([0.01, 0.04, 0.03, 0.005, 0.5], 0.05)).toBe(0.04);
    expect(falseDiscoveryThreshold([0.2, 0.3], 0.05)).toBe(-1);
  });
});

function poisson(rate: number, random: () => number): number {
  let [product, count] = [random(), 0];
  while (product > Math.exp(-rate)) {
    product *= random();
    count++;
  }
  return count;
}

describe('an issue of the last run', () => {
  const trace = (id: string, angle: number, rate: number, ticketIds: readonly string[] = []): Trace => ({
    id,
    centre: Float32Array.from([Math.cos(angle), Math.sin(angle)]),
    rate,
    ticketIds: new Set(ticketIds),
  });

  it('is known again by its meaning, and has grown or shrunk', () => {
    const last = [trace('a', 0, 10), trace('b', 1.5, 10), trace('c', 3, 10)];
    const now = [trace('x', 1.52, 20), trace('y', 0.05, 10.5), trace('z', -1.5, 4)];
    expect(continued(now, last)).toEqual({
      issues: [
        { id: 'b', change: 'grew' },
        { id: 'a', change: 'same' },
        { id: 'z', change: 'new' },
      ],
      merged: [],
      ended: ['c'],
    });
  });

  it('is known again in an export of other tickets if the two are each other’s nearest', () => {
    const last = [trace('a', 0, 10), trace('b', 1.5, 10)];
    const now = [trace('x', 0.7, 10), trace('y', 2.2, 10), trace('z', -0.75, 10)];
    expect(continued(now, last)).toEqual({
      issues: [
        { id: 'a', change: 'same' },
        { id: 'b', change: 'same' },
        { id: 'z', change: 'new' },
      ],
      merged: [],
      ended: [],
    });
  });

  it('is known again by its tickets, whatever its words, and merges', () => {
    const last = [trace('a', 0, 10, ['1', '2', '3']), trace('b', 0.1, 10, ['4', '5'])];
    const now = [trace('x', 2, 10, ['1', '2', '3', '4', '5'])];
    expect(continued(now, last)).toEqual({
      issues: [{ id: 'a', change: 'same' }],
      merged: [{ id: 'b', into: 'a' }],
      ended: [],
    });
  });

  it('never lends its id to two', () => {
    const traces = fc.array(fc.tuple(fc.double({ min: 0, max: 6, noNaN: true }), fc.nat(20)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(traces, traces, (now, last) => {
        const named = (prefix: string, list: typeof now) =>
          list.map(([angle, rate], i) => trace(`${prefix}${i}`, angle, rate));
        const { issues, merged, ended } = continued(named('n', now), named('o', last));
        expect(new Set(issues.map(({ id }) => id)).size).toBe(now.length);
        const known = [
          ...issues.map(({ id }) => id).filter((id) => id.startsWith('o')),
          ...merged.map(({ id }) => id),
          ...ended,
        ];
        expect(known.sort()).toEqual(last.map((_, i) => `o${i}`).sort());
      }),
    );
  });

  it('keeps its centre in a few bytes', () => {
    const random = seededRandom(1);
    const vector = Float32Array.from({ length: 256 }, () => random() - 0.5);
    const read = readCentre(writeCentre(vector));
    const dot = (a: Float32Array, b: Float32Array): number =>
      a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    expect(dot(read, vector) / Math.sqrt(dot(vector, vector))).toBeGreaterThan(0.999);
  });
});

describe('an article is out of date', () => {
  const summary = {
    ...EMPTY_SUMMARY,
    days: new Map([
      [300, 4],
      [310, 5],
    ]),
    versions: new Map([
      ['6.0', { first: 305, tickets: 4 }],
      ['5.9', { first: 90, tickets: 9 }],
    ]),
  };
  it.each([
    [
      'when its review ran out',
      { reviewed: 100, lastsDays: 180 },
      { reason: 'review-overdue', ticketsSince: 9 },
    ],
    [
      'when tickets name a version it cannot know',
      { reviewed: 302, lastsDays: 180 },
      { reason: 'newer-version', version: '6', ticketsSince: 5 },
    ],
  ])('%s', (_, age, expected) => {
    const named = {
      ...summary,
      versions: new Map([...summary.versions].map(([name, fact]) => [name.replace('.0', ''), fact])),
    };
    expect(staleness(age, named, 312)).toMatchObject(expected);
  });

  it.each([
    ['fresh', { reviewed: 308, lastsDays: 180 }],
    ['of unknown age', { reviewed: undefined, lastsDays: 180 }],
  ])('but not when it is %s', (_, age) => {
    expect(staleness(age, summary, 312)).toBeUndefined();
  });
});

describe('words of a ticket', () => {
  it.each([
    ['The app crashes after the update on my iPhone', 'client'],
    ['API returns HTTP 503, timeout from the gateway', 'api'],
    ['my balance is wrong and the statement shows it charged twice', 'backend'],
    ['the merchant terminal says my bank declined', 'provider'],
    ['更新以后一打开就闪退', 'client'],
    ['商户的刷卡机刷不了，银行说没问题', 'provider'],
    ['hello there', undefined],
  ])('%s point to %s', (text, layer) => {
    expect(layerOf(text)).toBe(layer);
  });

  it.each([
    ['App version 5.12.0 on Android', ['5.12']],
    ['since v6.0.1 it crashes', ['6.0.1']],
    ['版本 5.9 闪退', ['5.9']],
    ['I paid 5.0 USDT to 192.168.0.1 on 12.5.2026', []],
  ])('%s name versions', (text, versions) => {
    expect(versionsIn(text)).toEqual(versions);
  });

  it('are compared number by number', () => {
    expect(compareVersions('5.12', '5.9')).toBeGreaterThan(0);
    expect(compareVersions('6', '6.0')).toBe(0);
  });

  it('say which articles were shown and opened, if our form wrote them', () => {
    const known = new Set(['wallet/a', 'card/b']);
    const body =
      'It is stuck\n\n- **Articles shown:** wallet/a, card/b, x/y\n- **Articles opened:** card/b\n';
    expect(articlesTried(body, known)).toEqual({ shown: ['card/b', 'wallet/a'], opened: ['card/b'] });
    expect(articlesTried('看到的文章：wallet/a', known)).toEqual({ shown: ['wallet/a'], opened: [] });
    expect(articlesTried('I read wallet/a', known)).toEqual({ shown: [], opened: [] });
  });
});

describe('a cell of a table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 1', "'+49 1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =cmd|x', "'=cmd|x"],
    ['＝1', "'＝1"],
    ['\t-2', "'-2"],
    ['stuck; =HYPERLINK("x")', '"stuck;\' =HYPERLINK(""x"")"'],
    ['a;-1;+b', `"a;'-1;'+b"`],
    ['say "hi", now', '"say ""hi"", now"'],
    ['plain', 'plain'],
    [-3, '-3'],
  ])('%j is %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('never begins a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = csvCell(text);
        for (const begun of cell.replace(/^"/, '').split(';'))
          expect(begun.trimStart()).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(cell).not.toMatch(/[\r\n\u202A-\u202E]/);
      }),
    );
  });
});

describe('a fingerprint', () => {
  it('is of the texts, not of their order', () => {
    const of = (texts: readonly string[]): string => {
      const print = fingerprint();
      texts.forEach((text) => print.add(text));
      return print.hex();
    };
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), (texts) => {
        expect(of(texts.toReversed())).toBe(of(texts));
        expect(of([...texts, 'one more'])).not.toBe(of(texts));
      }),
    );
  });
});
