import { config } from '../../src/config.ts';
import { LANGUAGES } from '../../src/core/article/language.ts';
import { seededRandom } from '../../src/core/random.ts';
import { confusions } from '../../src/core/retrieval/evaluation/confusion.ts';
import {
  abstention,
  qualityByLanguage,
  qualityByStyle,
  rankingQuality,
} from '../../src/core/retrieval/evaluation/evaluate.ts';
import { percentile } from '../../src/core/retrieval/evaluation/metrics.ts';
import type { LabelledQuery } from '../../src/core/retrieval/evaluation/query.ts';
import { correctorFor } from '../../src/core/retrieval/corrector.ts';
import { loadArticles, loadPhrasings, loadSafety } from '../lib/articles.ts';
import { indexArticles } from '../lib/knowledge.ts';
import { loadModel } from '../lib/models.ts';
import { withSlips } from '../model/typingSlips.ts';
import { rankAll, type Ranked } from './rankers.ts';

/** What a folder of articles is worth on labelled queries, and what simpler ways of ranking are on the same ones. */
export async function measureSite(folder: string, labelled: readonly LabelledQuery[]) {
  const articles = await loadArticles('public', folder);
  const known = new Set(articles.map(({ slug }) => slug));
  // A query about a problem that no article here covers has no right answer, and is no off-topic message either.
  const queries = labelled
    .filter(({ slugs }) => slugs.length === 0 || slugs.some((slug) => known.has(slug)))
    .map((query) => ({ ...query, slugs: query.slugs.filter((slug) => known.has(slug)) }));
  const [phrasings, safety] = await Promise.all([loadPhrasings(folder), loadSafety(folder)]);
  const embedder = await loadModel(articles, phrasings);
  const started = performance.now();
  const indexes = await indexArticles(articles, phrasings, embedder);
  const indexingMs = performance.now() - started;
  const correct = correctorFor(indexes, embedder.words);
  const now = (): number => performance.now();
  const ranked = await rankAll(queries, indexes, embedder, safety, correct, now);
  const crossing = await Promise.all(
    queries.map(
      async (query) =>
        (
          await rankAll(
            [query],
            indexes.filter(({ language }) => language !== query.language),
            embedder,
            safety,
            correct,
            now,
          )
        )[0]!,
    ),
  );
  const byEither = (pick: (ranked: Ranked) => readonly string[]) => ({
    byLanguage: qualityByLanguage(queries, ranked.map(pick)),
    crossLingual: rankingQuality(queries, crossing.map(pick)),
  });
  const english = queries.filter(({ language, slugs }) => language === 'en' && slugs.length > 0);
  const slipped = await rankAll(withTypingSlips(english), indexes, embedder, safety, correct, now);
  const typed = rankingQuality(
    english,
    slipped.map(({ fused }) => fused),
  );
  const urgent = ranked.flatMap(({ urgent: rule, fused }, i) => (rule ? [{ i, first: fused[0]! }] : []));
  const latencies = ranked.map(({ latencyMs }) => latencyMs);
  const units = indexes.reduce((sum, index) => sum + index.units.length, 0);
  const report = {
    n: queries.length,
    notCovered: labelled.length - queries.length,
    ...byEither(({ fused }) => fused),
    byStyle: qualityByStyle(
      queries,
      ranked.map(({ fused }) => fused),
    ),
    /** The English queries once more, a third of their longer words with a typing slip. */
    typingSlips: typed,
    confusions: confusions(
      queries,
      ranked.map(({ fused }) => fused),
    ),
    abstention: {
      ...abstention(
        queries,
        ranked.map(({ probability }) => probability >= config.suggestions.threshold),
      ),
      threshold: config.suggestions.threshold,
      byLanguage: Object.fromEntries(
        LANGUAGES.map((language) => {
          const own = queries.flatMap((query, i) => (query.language === language ? [i] : []));
          const shown = own.map((i) => ranked[i]!.probability >= config.suggestions.threshold);
          return [
            language,
            abstention(
              own.map((i) => queries[i]!),
              shown,
            ),
          ];
        }),
      ),
    },
    urgent: {
      n: urgent.length,
      right: urgent.filter(({ i, first }) => queries[i]!.slugs.includes(first)).length,
    },
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    indexing: { units, unitsPerSecond: Math.round(units / (indexingMs / 1000)) },
    baselines: {
      bm25: byEither(({ bm25 }) => bm25),
      dense: byEither(({ dense }) => dense),
      rrf: byEither(({ rrf }) => rrf),
    },
  };
  return { articles, phrasings, queries, report };
}

/** What `measureSite` found. */
export type SiteReport = Awaited<ReturnType<typeof measureSite>>['report'];

const SLIP_SHARE = 0.33;

function withTypingSlips(queries: readonly LabelledQuery[]): LabelledQuery[] {
  const random = seededRandom(1);
  return queries.map((query) => ({ ...query, text: withSlips(query.text, SLIP_SHARE, random) }));
}
