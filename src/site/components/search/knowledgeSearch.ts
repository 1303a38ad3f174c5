import type { Edition } from '../../../core/article/edition.ts';
import type { Language } from '../../../core/article/language.ts';
import type { SearchRequest, SearchResponse } from '../../../core/retrieval/searchProtocol.ts';

/** What a page learns of a search. */
export type SearchNews =
  | Extract<SearchResponse, { type: 'suggested' }>
  /** `isLast`: nothing better than this will come. */
  | { readonly type: 'ready'; readonly isDense: boolean; readonly isLast: boolean }
  | { readonly type: 'failed' };

/** Which articles are searched, and how many of them, how likely, are shown. */
export interface SearchScope {
  /** The site's, with slashes at both ends. */
  readonly base: string;
  readonly edition: Edition;
  readonly language: Language;
  readonly limit: number;
  readonly threshold: number;
}

/**
 * Searches in the worker that the widget ships, by the protocol of searchProtocol.ts.
 * @param tell is given the answers to the latest question only
 * @returns asks; the answer comes by `tell`, and again when there is a better one
 */
export function knowledgeSearch(
  { base, ...wanted }: SearchScope,
  tell: (news: SearchNews) => void,
): (text: string, language: Language) => void {
  const worker = new Worker(`${base}widget/v1/worker.js`, { type: 'module' });
  const send = (request: SearchRequest): void => worker.postMessage(request);
  let latest: Extract<SearchRequest, { type: 'query' }> | undefined;
  worker.addEventListener('error', () => tell({ type: 'failed' }));
  worker.addEventListener('message', ({ data }: MessageEvent<SearchResponse>) => {
    if (data.type === 'failed') tell({ type: 'failed' });
    if (data.type === 'suggested' && data.id === latest?.id) tell(data);
    if (data.type !== 'ready') return;
    const isDense = data.mode !== 'lexical';
    // What is held back to spare the connection does not come either.
    tell({ type: 'ready', isDense, isLast: isDense || data.isFinal || data.rest !== undefined });
    // Asked before there was anything to search, or by words alone until now: ask again.
    if (latest) send(latest);
  });
  send({ type: 'load', kb: new URL(base, location.href).href, isSparing: isSparing(), ...wanted });
  return (text, asked) => {
    latest = { type: 'query', id: (latest?.id ?? 0) + 1, text, language: asked };
    send(latest);
  };
}

/** Whether the person asks for few bytes: words alone are searched then. */
function isSparing(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
