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
  /** What can answer by now: words alone, or meaning too. */
  | { readonly type: 'ready'; readonly mode: 'lexical' | 'dense' }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'suggested'; readonly id: number; readonly suggestions: readonly Suggestion[] }
  | { readonly type: 'blocked'; readonly id: number; readonly secrets: readonly SecretKind[] };
