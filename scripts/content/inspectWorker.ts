import { parentPort, workerData } from 'node:worker_threads';
import { takeFiles, type Shared } from './inspectAll.ts';

parentPort?.postMessage(takeFiles(workerData as Shared));
