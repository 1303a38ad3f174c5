import type { Language } from '../core/article/language.ts';
import { bundle, importBundle } from './bundles.ts';
import { isSparing, type Connection } from './connection.ts';
import type * as InPage from './inPage.ts';
import type { SearchMode, SearchRequest, SearchResponse } from './protocol.ts';

/** What the page learns of a search. */
export type SearchEvent =
  Extract<SearchResponse, { type: 'suggested' | 'progress' | 'ready' }> | { readonly type: 'failed' };

/** Sends requests to what searches, wherever that runs. */
type Channel = (request: SearchRequest) => void;

/** The page's side of searching: starts it once, and passes on only the answer to the latest question. */
export class Search {
  readonly #kb: string;
  readonly #language: () => Language;
  readonly #emit: (event: SearchEvent) => void;
  #channel: Channel | undefined;
  #worker: Worker | undefined;
  #isStarted = false;
  #latest = 0;
  #pending: Extract<SearchRequest, { type: 'query' }> | undefined;
  #isFailed = false;
  /** What answers by now, and whether anything better is to come. */
  mode: SearchMode | undefined;
  isFinal = false;

  /**
   * @param kb absolute address of the knowledge base, with a slash at the end
   * @param language the reader's, when it starts
   */
  constructor(kb: string, language: () => Language, emit: (event: SearchEvent) => void) {
    this.#kb = kb;
    this.#language = language;
    this.#emit = emit;
  }

  /** Starts fetching what searches, the index and the model; does nothing the second time. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    void this.#inWorker().catch((error: unknown) => this.#inPage(error));
  }

  ask(text: string, language: Language): void {
    this.start();
    if (this.#isFailed) {
      this.#emit({ type: 'failed' });
      return;
    }
    this.#pending = { type: 'query', id: ++this.#latest, text, language };
    this.#channel?.(this.#pending);
  }

  /** Makes answers that are still on their way count for nothing. */
  cancel(): void {
    this.#latest++;
    this.#pending = undefined;
  }

  /** Loads what was held back to spare the connection. */
  loadRest(): void {
    this.#channel?.({ type: 'load-rest' });
  }

  stop(): void {
    this.#worker?.terminate();
  }

  /** @throws (as a rejection) if no worker can be started, or it fails before it has answered anything */
  async #inWorker(): Promise<void> {
    const { url, integrity } = bundle('worker.js');
    // A worker must be of the page's own origin: what comes from another is checked, and then started from memory.
    const response = await fetch(url, { integrity, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${url.href} answered ${response.status}.`);
    const address = URL.createObjectURL(
      new Blob([await response.text()], { type: 'text/javascript; charset=utf-8' }),
    );
    const worker = new Worker(address, { type: 'module' });
    this.#worker = worker;
    this.#open((request) => worker.postMessage(request));
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<SearchResponse>) => {
        resolve();
        this.#receive(data);
      });
      // A policy that forbids the worker shows only here. Later errors end the search.
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(message || 'the page’s policy forbids it'));
        if (this.mode) this.#fail(message);
      });
    }).finally(() => URL.revokeObjectURL(address));
  }

  async #inPage(reason: unknown): Promise<void> {
    console.info('Firstline searches in the page, since no worker could be started:', reason);
    try {
      const { Engine } = (await importBundle('inpage.js')) as typeof InPage;
      const engine = new Engine((response) => this.#receive(response));
      this.#open((request) => engine.receive(request));
    } catch (error) {
      this.#fail(error);
    }
  }

  #open(channel: Channel): void {
    this.#channel = channel;
    const { connection } = navigator as Navigator & { readonly connection?: Connection };
    channel({ type: 'load', kb: this.#kb, language: this.#language(), isSparing: isSparing(connection) });
    if (this.#pending) channel(this.#pending);
  }

  #receive(response: SearchResponse): void {
    switch (response.type) {
      case 'ready':
        this.mode = response.mode;
        this.isFinal = response.isFinal;
        this.#emit(response);
        // Asked before there was anything to search, or by words alone until now: ask again.
        if (this.#pending) this.#channel?.(this.#pending);
        return;
      case 'failed':
        this.#fail(response.reason);
        return;
      case 'progress':
        this.#emit(response);
        return;
      case 'suggested':
        if (response.id === this.#latest) this.#emit(response);
    }
  }

  #fail(reason: unknown): void {
    console.warn('Firstline cannot suggest articles:', reason);
    this.#isFailed = true;
    this.#emit({ type: 'failed' });
  }
}
