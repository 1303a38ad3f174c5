import type { Language } from '../core/article/language.ts';
import type { SecretKind } from '../core/privacy/secret.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';

/** From the page to the worker. */
export type WorkerRequest =
  /** `kb` is the absolute address of the knowledge base, with a slash at the end. */
  | { readonly type: 'load'; readonly kb: string }
  | { readonly type: 'query'; readonly id: number; readonly text: string; readonly language: Language };

/** From the worker to the page. */
export type WorkerResponse =
  /** What can answer by now: words alone, meaning too, or also a transformer that has a second look. */
  | { readonly type: 'ready'; readonly mode: 'lexical' | 'dense' | 'reranked' }
  | { readonly type: 'failed'; readonly reason: string }
  /** May come twice for one question: at once, and again after a second look. */
  | { readonly type: 'suggested'; readonly id: number; readonly suggestions: readonly Suggestion[] }
  | { readonly type: 'blocked'; readonly id: number; readonly secrets: readonly SecretKind[] };
