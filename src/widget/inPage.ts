// Searches in the page itself: for a host whose Content-Security-Policy lets nobody start a worker.
export { Engine } from './engine.ts';
