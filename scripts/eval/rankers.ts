import { candidatesFor, topicEvidence } from '../../src/core/retrieval/candidates.ts';
import { urgentRule, type SafetyRules } from '../../src/core/retrieval/safety.ts';
import { firstKnown } from '../../src/core/retrieval/suggest.ts';
import { probability, rank } from '../../src/core/retrieval/fusion.ts';
import type { Embedder } from '../../src/core/retrieval/embedder.ts';
import type { KnowledgeIndex } from '../../src/core/retrieval/knowledgeIndex.ts';
import type { LabelledQuery } from '../../src/core/retrieval/evaluation/query.ts';

/** One query ranked in every way that needs nothing but the index. */
export interface Ranked {
  readonly fused: readonly string[];
  readonly dense: readonly string[];
  readonly bm25: readonly string[];
  readonly rrf: readonly string[];
  /** Calibrated probability of the first fused article, 1 if a safety rule put it there; 0 if there is none. */
  readonly probability: number;
  /** The safety rule that decided, if one did. */
  readonly urgent: string | undefined;
  readonly latencyMs: number;
}

/** The constant of reciprocal rank fusion (Cormack, Clarke, Büttcher, 2009). */
const RRF_K = 60;

/** Ranks each query; `now` is a clock in milliseconds. */
export async function rankAll(
  queries: readonly LabelledQuery[],
  indexes: readonly KnowledgeIndex[],
  embedder: Embedder,
  safety: SafetyRules,
  correct: (text: string) => string,
  now: () => number,
): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (const query of queries) {
    const started = now();
    const text = correct(query.text);
    const [vector] = await embedder.embed([text]);
    const candidates = candidatesFor(text, vector, indexes);
    const fused = rank(candidates);
    const rule = urgentRule(text, safety);
    const urgent = rule && firstKnown(rule.articles, fused);
    const latencyMs = now() - started;
    const by = (score: (candidate: (typeof fused)[number]) => number): string[] =>
      fused
        .filter((candidate) => score(candidate) > 0)
        .toSorted((a, b) => score(b) - score(a))
        .map(({ slug }) => slug);
    const dense = by((candidate) => candidate.dense);
    const bm25 = by((candidate) => candidate.lexical);
    const reciprocal = (slugs: readonly string[], slug: string): number =>
      slugs.includes(slug) ? 1 / (RRF_K + slugs.indexOf(slug) + 1) : 0;
    ranked.push({
      fused: [...new Set([...(urgent === undefined ? [] : [urgent]), ...fused.map(({ slug }) => slug)])],
      dense,
      bm25,
      rrf: by(({ slug }) => reciprocal(dense, slug) + reciprocal(bm25, slug)),
      probability:
        urgent !== undefined
          ? 1
          : fused[0]
            ? probability(fused[0], topicEvidence(text, vector, indexes, candidates))
            : 0,
      urgent: urgent === undefined ? undefined : rule?.id,
      latencyMs,
    });
  }
  return ranked;
}
