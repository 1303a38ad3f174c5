import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { splitLocale } from '../../src/core/article/language.ts';
import { likenessFinder, type Known } from '../../src/core/mining/likeness.ts';
import { parseQuery } from '../../src/core/retrieval/evaluation/query.ts';
import { loadArticleSources, loadPhrasings } from '../lib/articles.ts';
import { ROOT } from '../lib/paths.ts';

/** Queries that the suggestions are measured by: what is measured must not be learnt. */
const MEASURED = ['development', 'test'].map((name) =>
  path.join(ROOT, 'tests/fixtures/retrieval', `${name}.jsonl`),
);

/** What leads to an article already: titles, questions and phrasings of a content folder. */
export async function knownTexts(content: string): Promise<Known[]> {
  const [sources, phrasings] = await Promise.all([loadArticleSources(content), loadPhrasings(content)]);
  return [
    ...sources.flatMap(({ id, frontMatter: { title, questions } }) =>
      [title, ...questions].map((text) => ({ text, place: splitLocale(id).slug })),
    ),
    ...[...phrasings].flatMap(([slug, ways]) =>
      [...ways.en, ...ways['zh-CN']].map(({ text }) => ({ text, place: slug })),
    ),
  ];
}

/** Whether a text is like one by which the suggestions are measured: as a phrasing it would be memory, no skill. */
export async function measuredFinder(): Promise<(text: string) => boolean> {
  const files = MEASURED.filter((file) => existsSync(file));
  const lines = await Promise.all(
    files.map(async (file) =>
      (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== ''),
    ),
  );
  const find = likenessFinder(
    lines.flat().map((line) => ({ text: parseQuery(line).text, place: 'measured' })),
  );
  return (text) => find(text) !== undefined;
}
