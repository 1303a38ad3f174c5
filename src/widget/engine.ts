// What searches: in a worker where there can be one, in the page where not. It fetches, and sends no text to anybody.
import { LANGUAGES, type Language } from '../core/article/language.ts';
import type { Manifest } from '../core/retrieval/manifest.ts';
import { suggestAgain } from '../core/retrieval/rerank.ts';
import { suggest } from '../core/retrieval/suggest.ts';
import { areKept, downloadFrom, forgetOthers } from './download.ts';
import {
  denseFiles,
  isWhole,
  loadDense,
  loadLexical,
  loadOthers,
  loadReranker,
  type Knowledge,
} from './knowledge.ts';
import type { SearchMode, SearchRequest, SearchResponse } from './protocol.ts';

type Query = Extract<SearchRequest, { type: 'query' }>;
type Load = Extract<SearchRequest, { type: 'load' }>;

/** Answers requests by responses; a question is answered as soon as anything can answer it. */
export class Engine {
  readonly #respond: (response: SearchResponse) => void;
  #knowledge: Knowledge | undefined;
  #loadRest: (() => Promise<void>) | undefined;
  #latest = 0;
  /** Of the latest question. */
  #language: Language | undefined;

  constructor(respond: (response: SearchResponse) => void) {
    this.#respond = respond;
  }

  receive(request: SearchRequest): void {
    if (request.type === 'load') void this.#load(request);
    else if (request.type === 'load-rest') void this.#loadRest?.();
    else void this.#answer(request);
  }

  async #load({ kb, language, isSparing, edition = 'public', limit, threshold }: Load): Promise<void> {
    let unpacked = 0;
    let dense: Manifest['dense'] | undefined;
    const download = downloadFrom(kb, (bytes) => {
      unpacked += bytes;
      if (dense === undefined) return;
      const { bytes: all, served } = dense;
      this.#respond({ type: 'progress', loaded: Math.min(1, unpacked / all) * served, total: served });
    });
    try {
      const knowledge = await loadLexical(download, language, { edition, limit, threshold });
      this.#knowledge = knowledge;
      const { manifest } = knowledge;
      this.#loadRest = async () => {
        this.#loadRest = undefined;
        unpacked = 0;
        dense = manifest.dense;
        await this.#loadDense(kb, knowledge, download);
        dense = undefined;
      };
      this.#ready('lexical', knowledge, false);
      // What was fetched before costs nobody anything.
      const isHeld = isSparing && !(await areKept(kb, denseFiles(knowledge)));
      // Most people write the language they read: to them meaning in it is worth more than words in another.
      if (isHeld || (this.#language ?? language) !== language) {
        await loadOthers(download, knowledge);
        this.#ready('lexical', knowledge, false, isHeld ? manifest.dense.served : undefined);
      }
      if (!isHeld) await this.#loadRest();
    } catch (error) {
      this.#respond({ type: 'failed', reason: String(error) });
    }
  }

  /** Adds meaning to words, then a second look. What cannot be had is done without. */
  async #loadDense(
    kb: string,
    knowledge: Knowledge,
    download: ReturnType<typeof downloadFrom>,
  ): Promise<void> {
    try {
      await loadDense(download, knowledge);
      if (!isWhole(knowledge)) this.#ready('dense', knowledge, false);
    } catch (error) {
      console.warn('Firstline answers by words alone:', error);
    }
    try {
      if (!isWhole(knowledge)) await loadOthers(download, knowledge);
    } catch (error) {
      console.warn('Firstline answers from one language:', error);
    }
    if (!knowledge.embedder) {
      this.#ready('lexical', knowledge, true);
      return;
    }
    this.#ready('dense', knowledge, !knowledge.manifest.reranker);
    void forgetOthers(kb, knowledge.manifest.edition, denseFiles(knowledge));
    if (!knowledge.manifest.reranker) return;
    try {
      await loadReranker(kb, download, knowledge);
      this.#ready('reranked', knowledge, true);
    } catch (error) {
      console.warn('Firstline answers without its transformer:', error);
      this.#ready('dense', knowledge, true);
    }
  }

  #ready(mode: SearchMode, { manifest }: Knowledge, isFinal: boolean, rest?: number): void {
    const index = LANGUAGES.map((language) => manifest.languages[language]?.index).join(' ');
    const held = rest === undefined ? {} : { rest };
    this.#respond({ type: 'ready', mode, isFinal, ...held, edition: manifest.edition, index });
  }

  async #answer(query: Query): Promise<void> {
    const { id, text, language } = query;
    this.#latest = id;
    this.#language = language;
    const known = this.#knowledge;
    if (!known) return;
    const { embedder, indexes, manifest, safety, correct } = known;
    const mended = correct?.(text) ?? text;
    const [vector] = embedder ? await embedder.embed([mended]) : [];
    const suggestions = suggest(mended, vector, indexes, { language, ...manifest, safety });
    this.#respond({ type: 'suggested', id, suggestions });
    if (vector) await this.#answerAgain(query, vector, known);
  }

  /** Sends a refined answer to a question that has had one, unless the person has typed on. */
  async #answerAgain({ id, text, language }: Query, first: Float32Array, known: Knowledge): Promise<void> {
    const { reranker, indexes, manifest, safety } = known;
    if (!reranker) return;
    // Lets a newer question be heard first: the model blocks this thread while it thinks.
    await new Promise((resolve) => setTimeout(resolve));
    if (id !== this.#latest) return;
    try {
      const [vector] = await reranker.model.embed([text], 'query');
      if (id !== this.#latest) return;
      const opinion = { vector: vector!, units: reranker.units };
      const suggestions = suggestAgain(text, first, indexes, opinion, { language, ...manifest, safety });
      this.#respond({ type: 'suggested', id, suggestions });
    } catch (error) {
      delete known.reranker;
      console.warn('Firstline goes on without its transformer:', error);
    }
  }
}
