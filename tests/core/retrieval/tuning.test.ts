import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/article/language.ts';
import { seededRandom } from '../../../src/core/random.ts';
import {
  leaveOut,
  leftOutRecall,
  type ArticleWays,
} from '../../../src/core/retrieval/tuning/crossValidation.ts';
import {
  isBetter,
  tuneToSite,
  TOLERANCE,
  type SiteQuality,
} from '../../../src/core/retrieval/tuning/tuneToSite.ts';

const DIM = 12;
const PROBLEMS = 6;
const WAYS = 8;

/**
 * Words of six problems in two languages: a text is two of its problem's five words and one that any text may have, so
 * that a random table knows nothing and a tuned one can.
 */
function ways(): ArticleWays {
  const random = seededRandom(4);
  const text = (problem: number, language: number): number[] => {
    const own = (): number => problem * 10 + language * 5 + Math.floor(random() * 5);
    return [own(), own(), PROBLEMS * 10 + Math.floor(random() * 5)];
  };
  return Array.from({ length: PROBLEMS }, (_, problem) => ({
    en: Array.from({ length: WAYS }, () => text(problem, 0)),
    'zh-CN': Array.from({ length: WAYS }, () => text(problem, 1)),
  }));
}

function randomTable() {
  const random = seededRandom(2);
  const rows = PROBLEMS * 10 + 5;
  return { rows, dim: DIM, values: Float32Array.from({ length: rows * DIM }, () => random() - 0.5) };
}

describe('leaving ways out', () => {
  it('asks each way or learns it, never both, and learns all where there are few', () => {
    const { learned, asked } = leaveOut([{ en: [[1], [2], [3], [4], [5]], 'zh-CN': [[6], [7]] }]);
    expect(asked[0]).toEqual({ en: [[4]], 'zh-CN': [] });
    expect(learned[0]).toEqual({ en: [[1], [2], [3], [5]], 'zh-CN': [[6], [7]] });
  });
});

describe('tuning to a site', () => {
  it('finds left-out ways better, within and across languages, and is the same each time', async () => {
    const run = () => tuneToSite(randomTable(), ways(), [], { seed: 1, background: [] });
    const { table, report } = await run();
    expect(report.tuned.leftOut.n).toBe(PROBLEMS * 2 * 2);
    expect(report.tuned.leftOut.across).toBeGreaterThan(report.base.leftOut.across + 0.3);
    expect([...(await run()).table.values]).toEqual([...table.values]);
  });

  it('ships the base where there is nothing to learn', async () => {
    const base = randomTable();
    const none: ArticleWays = [{ en: [[1]], 'zh-CN': [] }];
    const { table, report } = await tuneToSite(base, none, [], { seed: 1, background: [] });
    expect(report.helps).toBe(false);
    expect(table).toBe(base);
  });

  it('measures a perfect table as perfect', () => {
    const perfect = { rows: 4, dim: 2, values: Float32Array.of(1, 0, 1, 0, 0, 1, 0, 1) };
    const learned: ArticleWays = [
      { en: [[0]], 'zh-CN': [[1]] },
      { en: [[2]], 'zh-CN': [[3]] },
    ];
    expect(leftOutRecall(perfect, learned, learned)).toEqual({
      within: { en: 1, 'zh-CN': 1 },
      across: 1,
      n: 4,
    });
  });
});

describe('what counts as better', () => {
  const quality = (en: number, zh: number, across: number, general: number): SiteQuality => ({
    leftOut: { within: { en, 'zh-CN': zh } satisfies Record<Language, number>, across, n: 100 },
    general,
  });

  it.each([
    ['better everywhere', quality(0.9, 0.9, 0.9, 0.9), true],
    ['better in one, the same in the others', quality(0.8, 0.8, 0.9, 0.8), true],
    ['better, within what may be lost', quality(0.9, 0.795, 0.8, 0.795), true],
    ['the same', quality(0.8, 0.8, 0.8, 0.8), false],
    ['better in one language and clearly worse in the other', quality(0.95, 0.75, 0.9, 0.8), false],
    ['better at home, but it forgot the rest', quality(0.95, 0.95, 0.95, 0.7), false],
  ])('%s', (_, after, expected) => {
    expect(isBetter(quality(0.8, 0.8, 0.8, 0.8), after, TOLERANCE)).toBe(expected);
  });
});
