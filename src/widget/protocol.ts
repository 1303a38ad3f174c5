// The desk, which is of the site, speaks it too: so it lies in core.
export type * from '../core/retrieval/searchProtocol.ts';
