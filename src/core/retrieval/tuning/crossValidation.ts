import { LANGUAGES, type Language } from '../../article/language.ts';
import { bestUnits } from '../fusion.ts';
import { embedBags, headOf, type Tokens } from '../training/embeddingBag.ts';
import type { Matrix } from '../training/matrix.ts';
import { dot } from '../vectors.ts';

/** The ways people put each article's problem, as tokens, by language. */
export type ArticleWays = readonly Readonly<Record<Language, readonly Tokens[]>>[];

/** How often the right article comes first for ways that were left out of the index. */
export interface LeftOutRecall {
  /** Within one language, for each. */
  readonly within: Readonly<Record<Language, number>>;
  /** Asked in one language, answered by the ways of the other. */
  readonly across: number;
  readonly n: number;
}

/** Every so manieth way of an article and language is left out… */
const LEAVE_OUT_EVERY = 4;
/** …and no more than about so many: a thousand questions are enough to tell, and each is put to all that is learned. */
const MOST_LEFT_OUT = 8;

/** Divides the ways into those a model may learn and those it is asked. Few ways are never divided: they are all needed. */
export function leaveOut(ways: ArticleWays): { readonly learned: ArticleWays; readonly asked: ArticleWays } {
  const part = (isAsked: boolean): ArticleWays =>
    ways.map((byLanguage) =>
      forLanguages((language) =>
        byLanguage[language].filter((_, i, all) => {
          const every = Math.max(LEAVE_OUT_EVERY, Math.floor(all.length / MOST_LEFT_OUT));
          return (all.length >= every && i % every === every - 1) === isAsked;
        }),
      ),
    );
  return { learned: part(false), asked: part(true) };
}

/** For each asked way, whether the right article came first. */
export interface Hits {
  readonly within: Readonly<Record<Language, readonly boolean[]>>;
  readonly across: readonly boolean[];
}

/** Puts the asked ways to the learned ones, by meaning alone. */
export function leftOutHits(table: Matrix, learned: ArticleWays, asked: ArticleWays): Hits {
  const units = learned.map((ways) => forLanguages((language) => vectorsOf(table, ways[language])));
  const questions = asked.flatMap((ways, article) =>
    LANGUAGES.flatMap((language) =>
      vectorsOf(table, ways[language]).map((vector) => ({ article, language, vector })),
    ),
  );
  const isRight = (question: (typeof questions)[number], language: Language): boolean => {
    const scores = units.map((byLanguage) =>
      bestUnits(byLanguage[language].map((unit) => dot(unit, question.vector))),
    );
    const own = scores[question.article]!;
    return own > 0 && scores.every((score, article) => article === question.article || score < own);
  };
  return {
    within: forLanguages((language) =>
      questions.filter((q) => q.language === language).map((q) => isRight(q, language)),
    ),
    across: questions.map((q) =>
      isRight(
        q,
        LANGUAGES.find((other) => other !== q.language)!,
      ),
    ),
  };
}

/** Recall@1 of the asked ways among the articles. */
export function leftOutRecall(table: Matrix, learned: ArticleWays, asked: ArticleWays): LeftOutRecall {
  const { within, across } = leftOutHits(table, learned, asked);
  const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / Math.max(1, hits.length);
  return {
    within: forLanguages((language) => share(within[language])),
    across: share(across),
    n: across.length,
  };
}

function vectorsOf(table: Matrix, texts: readonly Tokens[]): Float32Array[] {
  const { units } = headOf(embedBags(table, texts), table.dim);
  return texts.map((_, i) => units.values.subarray(i * table.dim, (i + 1) * table.dim));
}

/** The same value for each language. */
export function forLanguages<Value>(make: (language: Language) => Value): Record<Language, Value> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<
    Language,
    Value
  >;
}
