import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { COMPILED } from '../lib/paths.ts';
import type { Shared } from './takeFiles.ts';

enableCompileCache(COMPILED);
const { takeFiles } = await import('./takeFiles.ts');
parentPort?.on('message', (shared: Shared) => parentPort!.postMessage(takeFiles(shared)));
