import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { config } from '../../src/config.ts';
import * as core from '../../src/core/article/translation/outdatedDays.ts';
import type { TranslationFacts } from '../../src/core/article/translation/translationFacts.ts';

const run = promisify(execFile);

/** Since how many days each outdated translation is outdated, by slug, as the project's history has it. */
export function outdatedDays(
  pages: readonly TranslationFacts[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  return core.outdatedDays(pages, today, config.variables, async (file, args) => {
    const { stdout } = await run('git', args, { cwd: path.dirname(path.resolve(file)), maxBuffer: 1 << 26 });
    return stdout;
  });
}
