import type { ContentFile, Inspected } from '../../src/core/article/lint/inspect.ts';
import type { LintSettings } from '../../src/core/article/lint/settings.ts';
import { openInspectors, type Inspectors } from './inspectors.ts';
import { takeFiles, type Shared } from './takeFiles.ts';

/** Inspects every file, on as many cores as there are; the results are in the order of the files. */
export async function inspectAll(
  files: readonly ContentFile[],
  settings: LintSettings,
  inspectors: Inspectors = openInspectors(0),
): Promise<readonly Inspected[]> {
  const shared: Shared = { files, settings, next: new Int32Array(new SharedArrayBuffer(4)) };
  const others = inspectors.share(shared);
  // The message must be on its way before this thread is busy.
  await new Promise((resolve) => setImmediate(resolve));
  const all = [...takeFiles(shared), ...(await others)];
  return all.toSorted(([a], [b]) => a - b).map(([, inspected]) => inspected);
}
