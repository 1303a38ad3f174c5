import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../src/core/article/article.ts';
import { LANGUAGES } from '../src/core/article/language.ts';
import type { Phrasings } from '../src/core/article/schema.ts';
import { frontMatterSchema } from '../src/core/article/schema.ts';
import { correctorFor } from '../src/core/retrieval/corrector.ts';
import { candidatesFor, topicEvidence, type Candidate } from '../src/core/retrieval/candidates.ts';
import { fitLogistic } from '../src/core/retrieval/evaluation/logistic.ts';
import { areaUnderCurve } from '../src/core/retrieval/evaluation/modelQuality.ts';
import { parseQuery, type LabelledQuery } from '../src/core/retrieval/evaluation/query.ts';
import {
  features,
  probability,
  rank,
  type TopicEvidence,
  type Weights,
} from '../src/core/retrieval/fusion.ts';
import { main, parseArguments } from './lib/commandLine.ts';
import { loadArticles, loadPhrasings } from './lib/articles.ts';
import { indexArticles } from './lib/knowledge.ts';
import { loadModel } from './lib/models.ts';
import { ROOT } from './lib/paths.ts';

const USAGE = 'npm run model:calibrate';
const LEXICAL_WEIGHTS = [0, 0.1, 0.2, 0.35, 0.5];
const WORDS_WEIGHTS = [0, 0.35, 0.5, 0.7, 1];

/** What is known of a query before it is ranked. */
interface Scored {
  readonly query: LabelledQuery;
  readonly candidates: readonly Candidate[];
  readonly topic: TopicEvidence;
}

/**
 * Fits what src/core/retrieval/fusion.ts holds, on the development queries: prints how the weight of words does, and the
 * logistic regressions to put there. It changes nothing by itself.
 */
await main(USAGE, async () => {
  parseArguments({});
  const phrasings = await loadPhrasings();
  const articles = withStandIns(await loadArticles('public'), phrasings);
  const embedder = await loadModel(articles, phrasings);
  const indexes = await indexArticles(articles, phrasings, embedder);
  const correct = correctorFor(indexes, embedder.words);
  const score = async (query: LabelledQuery, isDense: boolean): Promise<Scored> => {
    const text = correct(query.text);
    const [vector] = isDense ? await embedder.embed([text]) : [];
    const candidates = candidatesFor(text, vector, indexes);
    return { query, candidates, topic: topicEvidence(text, vector, indexes, candidates) };
  };
  for (const isDense of [true, false]) {
    const [development, test] = await Promise.all(
      ['development', 'test'].map(async (set) =>
        Promise.all((await readQueries(set)).map((query) => score(query, isDense))),
      ),
    );
    console.log(isDense ? 'Words and meaning:' : 'Words alone:');
    for (const lexical of isDense ? LEXICAL_WEIGHTS : [])
      for (const words of WORDS_WEIGHTS) console.log(`  ${recallLine(development!, { lexical, words })}`);
    const rows = development!.map(({ candidates, topic }) => features(rank(candidates)[0]!, topic));
    const hasAnswer = development!.map(({ query }) => query.slugs.length > 0);
    const fitted = fitLogistic(rows, hasAnswer);
    console.log(`  ${JSON.stringify(fitted)}`);
    for (const [name, set] of [
      ['development', development!],
      ['test', test!],
    ] as const) {
      const chance = ({ candidates, topic }: Scored): number =>
        probability(rank(candidates)[0]!, topic, fitted);
      const of = (answerable: boolean): number[] =>
        set.filter(({ query }) => query.slugs.length > 0 === answerable).map(chance);
      const [on, off] = [of(true).sort((a, b) => a - b), of(false)];
      const at = on[Math.floor(on.length * 0.05)]!;
      const answered = off.filter((value) => value >= at).length / off.length;
      console.log(
        `  ${name}: AUC ${areaUnderCurve(on, off).toFixed(3)}; at ${at.toFixed(2)} 5 % are refused and ${(answered * 100).toFixed(0)} % of off-topic are answered`,
      );
    }
  }
});

async function readQueries(set: string): Promise<LabelledQuery[]> {
  const file = path.join(ROOT, 'tests/fixtures/retrieval', `${set}.jsonl`);
  return (await readFile(file, 'utf8')).trim().split('\n').map(parseQuery);
}

/** Problems that have phrasings and no article yet are there by their phrasings, so that many queries can be judged. */
function withStandIns(articles: readonly Article[], phrasings: ReadonlyMap<string, Phrasings>): Article[] {
  const known = new Set(articles.map(({ slug }) => slug));
  const missing = [...phrasings.keys()].filter((slug) => !known.has(slug) && !slug.startsWith('runbooks/'));
  const standIns = missing.flatMap((slug) =>
    LANGUAGES.map((language) => {
      const title = slug.split('/').at(-1)!.replaceAll('-', ' ');
      return {
        slug,
        language,
        frontMatter: frontMatterSchema.parse({ title, audience: 'public' }),
        passages: [],
      };
    }),
  );
  return [...articles, ...standIns];
}

function recallLine(scored: readonly Scored[], weights: Weights): string {
  const answerable = scored.filter(({ query }) => query.slugs.length > 0);
  const within = (k: number): string => {
    const found = answerable.filter(({ query, candidates }) =>
      rank(candidates, weights)
        .slice(0, k)
        .some(({ slug }) => query.slugs.includes(slug)),
    );
    return (found.length / answerable.length).toFixed(3);
  };
  return `weights ${JSON.stringify(weights)}: recall@1 ${within(1)}, @3 ${within(3)}`;
}
