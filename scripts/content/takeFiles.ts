import { inspect, type ContentFile, type Inspected } from '../../src/core/article/lint/inspect.ts';
import type { LintSettings } from '../../src/core/article/lint/settings.ts';

/** What a worker thread is given: all files, and a counter by which the threads take one after the other. */
export interface Shared {
  readonly files: readonly ContentFile[];
  readonly settings: LintSettings;
  readonly next: Int32Array;
}

export type NumberedResult = readonly [place: number, inspected: Inspected];

/** Inspects files until the threads together have taken all. */
export function takeFiles({ files, settings, next }: Shared): NumberedResult[] {
  const results: NumberedResult[] = [];
  for (let place = Atomics.add(next, 0, 1); place < files.length; place = Atomics.add(next, 0, 1))
    results.push([place, inspect(files[place]!, settings)]);
  return results;
}
