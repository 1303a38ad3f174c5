/// <reference lib="webworker" />
// Searches off the main thread. The text comes in by message and goes nowhere.
import { Engine } from './engine.ts';
import type { SearchRequest } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const engine = new Engine((response) => self.postMessage(response));
self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => engine.receive(data));
