import type { Language } from '../core/article/language.ts';
import type { DeflectionEvent } from '../core/deflection/deflection.ts';
import type { WorkerRequest, WorkerResponse } from './protocol.ts';

/** The page's side of the worker: starts it once, and passes on only the answer to the latest question. */
export class Search {
  readonly #kb: string;
  readonly #emit: (event: DeflectionEvent) => void;
  #worker: Worker | undefined;
  #latest = 0;
  #pending: Extract<WorkerRequest, { type: 'query' }> | undefined;
  #failed = false;

  /** @param kb absolute address of the knowledge base, with a slash at the end */
  constructor(kb: string, emit: (event: DeflectionEvent) => void) {
    this.#kb = kb;
    this.#emit = emit;
  }

  /** Starts fetching the index and the model; does nothing the second time. */
  start(): void {
    if (this.#worker) return;
    try {
      this.#worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => this.#receive(data));
    this.#worker.addEventListener('error', (event) => this.#fail(event.message));
    this.#post({ type: 'load', kb: this.#kb });
  }

  ask(text: string, language: Language): void {
    this.start();
    if (this.#failed) {
      this.#emit({ type: 'failed' });
      return;
    }
    this.#pending = { type: 'query', id: ++this.#latest, text, language };
    this.#post(this.#pending);
  }

  /** Makes answers that are still on their way count for nothing. */
  cancel(): void {
    this.#latest++;
    this.#pending = undefined;
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #receive(response: WorkerResponse): void {
    switch (response.type) {
      case 'ready':
        // Asked before there was anything to search, or by words alone until now: ask again.
        if (this.#pending) this.#post(this.#pending);
        return;
      case 'failed':
        this.#fail(response.reason);
        return;
      case 'suggested':
      case 'blocked':
        if (response.id === this.#latest) this.#emit(response);
    }
  }

  #fail(reason: unknown): void {
    console.warn('Firstline cannot suggest articles:', reason);
    this.#failed = true;
    this.#emit({ type: 'failed' });
  }

  #post(request: WorkerRequest): void {
    this.#worker?.postMessage(request);
  }
}
