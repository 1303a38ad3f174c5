import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadArticleSources, loadPhrasings } from '../../scripts/lib/articles.ts';
import { loadPhrasebook } from '../../scripts/model/phrasebook.ts';
import {
  DUPLICATE_SIMILARITY,
  jaccard,
  nearDuplicates,
  shinglesOf,
} from '../../src/core/mining/nearDuplicates.ts';
import { comparableText } from '../../src/core/retrieval/comparableText.ts';
import { parseQuery, type LabelledQuery } from '../../src/core/retrieval/evaluation/query.ts';

/** A text that a model was tuned on or an index holds, and where it stands. */
interface Known {
  readonly text: string;
  readonly place: string;
}

const SETS = ['development', 'test', 'threads'] as const;

async function readSet(name: (typeof SETS)[number]): Promise<LabelledQuery[]> {
  const lines = (await readFile(`tests/fixtures/retrieval/${name}.jsonl`, 'utf8')).trim().split('\n');
  return lines.map(parseQuery);
}

async function knownTexts(): Promise<Known[]> {
  const [phrasings, articles, phrasebook] = await Promise.all([
    loadPhrasings(),
    loadArticleSources(),
    loadPhrasebook(),
  ]);
  return [
    ...[...phrasings].flatMap(([slug, ways]) =>
      [...ways.en, ...ways['zh-CN']].map(({ text }) => ({ text, place: `content/phrasings/${slug}.yml` })),
    ),
    ...articles.flatMap(({ id, frontMatter: { title, questions } }) =>
      [title, ...questions].map((text) => ({ text, place: `content/docs/${id}.md` })),
    ),
    ...[phrasebook.problems, phrasebook.heldOut, phrasebook.offTopic].flatMap((lines) =>
      [...lines.values()].flat().map(({ problem, text }) => ({ text, place: `phrasebook, ${problem}` })),
    ),
  ];
}

/** Letters and digits alone, in comparable form; a text without any stands for itself. */
function bare(text: string): string {
  const plain = comparableText(text).toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain.trim();
}

/** Finds texts that equal one of some others, or share so many of its shingles, short ones included. */
function likenessFinder(others: readonly Known[]): (text: string) => Known | undefined {
  const byBare = new Map(others.map((other) => [bare(other.text), other]));
  const shingled = others.map((other) => ({ other, shingles: shinglesOf(other.text) }));
  const byShingle = Map.groupBy(
    shingled.flatMap((entry) => [...entry.shingles].map((shingle) => ({ shingle, entry }))),
    ({ shingle }) => shingle,
  );
  return (text) => {
    const own = shinglesOf(text);
    const sharing = new Set(
      [...own].flatMap((shingle) => byShingle.get(shingle) ?? []).map(({ entry }) => entry),
    );
    const near = [...sharing].find(({ shingles }) => jaccard(own, shingles) >= DUPLICATE_SIMILARITY);
    return byBare.get(bare(text)) ?? near?.other;
  };
}

describe.each(SETS)('the %s queries', (name) => {
  let queries: readonly LabelledQuery[];
  beforeAll(async () => {
    queries = await readSet(name);
  });

  it('are none that an index holds or a model was trained on: what is measured would be memory', async () => {
    const likeness = likenessFinder(await knownTexts());
    const leaks = queries.flatMap(({ id, text }) => {
      const found = likeness(text);
      return found
        ? [`${id} “${text}” is like “${found.text}” (${found.place}). Fix: write another query.`]
        : [];
    });
    expect(leaks).toEqual([]);
  });

  it('name only articles that there are phrasings for', async () => {
    const known = new Set((await loadPhrasings()).keys());
    expect(
      queries.flatMap(({ id, slugs }) => slugs.filter((slug) => !known.has(slug)).map((slug) => [id, slug])),
    ).toEqual([]);
  });

  it('are of both languages, and none is asked twice', () => {
    expect(new Set(queries.map(({ language }) => language))).toEqual(new Set(['en', 'zh-CN']));
    const originals = nearDuplicates(queries.map(({ text }) => text));
    expect(queries.filter((_, i) => originals[i] !== i).map(({ id, text }) => [id, text])).toEqual([]);
  });
});

it('has every id once, in both sets together', async () => {
  const ids = (await Promise.all(SETS.map(readSet))).flat().map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

it('asks nothing in the test set that the development set asks', async () => {
  const [development, test] = await Promise.all(SETS.map(readSet));
  const likeness = likenessFinder(development!.map(({ id, text }) => ({ text, place: id })));
  expect(
    test!.flatMap(({ id, text }) => (likeness(text) ? [[id, text, likeness(text)!.place]] : [])),
  ).toEqual([]);
});

it('finds the likenesses it is there to find', () => {
  const find = likenessFinder([
    { text: 'got free coins i didnt buy', place: 'a' },
    { text: '重複扣款', place: 'b' },
  ]);
  expect(find('Free coins i didnt buy!')?.place).toBe('a');
  expect(find('重复扣款！')?.place).toBe('b');
  expect(find('my card was stolen')).toBeUndefined();
  expect(find('???')).toBeUndefined();
});
