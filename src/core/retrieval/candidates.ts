import type { Language } from '../article/language.ts';
import { bestUnits, type ArticleScore } from './fusion.ts';
import type { IndexedArticle, KnowledgeIndex, UnitPlace } from './knowledgeIndex.ts';
import { lexicalScores } from './lexicalIndex.ts';
import { dotRows } from './vectors.ts';

/** One article in one language, and the scores of all units of its index. */
export interface CandidateEdition {
  readonly article: IndexedArticle;
  readonly units: readonly UnitPlace[];
  /** Number of its first unit; the others follow it. */
  readonly first: number;
  readonly dense: Float32Array | undefined;
  readonly lexical: Float64Array;
}

/** The articles of all languages under one slug, and how well they match a query together. */
export interface Candidate extends ArticleScore {
  readonly slug: string;
  readonly editions: ReadonlyMap<Language, CandidateEdition>;
}

/** An article opens with its answer, so another passage must match clearly better to be shown instead. */
const OPENING_BONUS = 0.2;

/**
 * Scores every article of the indexes against a query.
 * @param vector the query's vector, or undefined to score by words alone
 */
export function candidatesFor(
  query: string,
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
): Candidate[] {
  const gathered = new Map<string, Gathered>();
  for (const index of indexes) {
    const dense = vector && index.vectors ? dotRows(vector, index.vectors) : undefined;
    const lexical = lexicalScores(index.lexical, query);
    const { units, articles, language } = index;
    let candidate = nothingYet();
    let last = -1;
    for (let number = 0; number < units.length; number++) {
      const { article } = units[number]!;
      // Units of one article follow one another: it is looked up once, not once a unit.
      if (article !== last) {
        last = article;
        const { slug } = articles[article]!;
        candidate = gathered.get(slug) ?? nothingYet();
        gathered.set(slug, candidate);
        candidate.editions.set(language, {
          article: articles[article]!,
          units,
          first: number,
          dense,
          lexical,
        });
      }
      candidate.dense.push(dense ? dense[number]! : 0);
      candidate.lexical.push(lexical[number]!);
    }
  }
  return [...gathered].map(([slug, { editions, dense, lexical }]) => ({
    slug,
    editions,
    dense: bestUnits(dense),
    lexical: bestUnits(lexical),
  }));
}

/**
 * How near a query is to what no article answers, on the scale of an article's dense score; undefined if there are no
 * vectors to tell.
 */
export function backgroundScore(
  vector: Float32Array | undefined,
  indexes: readonly KnowledgeIndex[],
): number | undefined {
  if (!vector || indexes.some(({ vectors }) => !vectors)) return undefined;
  return bestUnits(indexes.flatMap(({ background }) => (background ? [...dotRows(vector, background)] : [])));
}

/** What is collected before units are summed up. */
interface Gathered {
  readonly editions: Map<Language, CandidateEdition>;
  readonly dense: number[];
  readonly lexical: number[];
}

function nothingYet(): Gathered {
  return { editions: new Map(), dense: [], lexical: [] };
}

/** Position of an edition's passage nearest to the query: only what is shown needs to know. */
export function nearestPassage({ units, first, dense, lexical }: CandidateEdition): number {
  let [nearest, most] = [0, -Infinity];
  for (let number = first; units[number]?.article === units[first]!.article; number++) {
    const { passage } = units[number]!;
    if (passage === undefined) continue;
    const opening = passage === 0 ? OPENING_BONUS : 0;
    const score = (dense?.[number] ?? 0) + Math.log1p(lexical[number]!) / 10 + opening;
    if (score > most) [nearest, most] = [passage, score];
  }
  return nearest;
}
