import { withoutSource } from '../lint/stampSource.ts';
import type { Git } from './daysDifferent.ts';

/** A line of a stamp, as git's pickaxe reads it: `source: '0123456789ab'`, `  how-to-check: '0123456789ab'`. */
const STAMP_LINE = "'[0-9a-f]{12}'$";

/**
 * Whether a translation has not been touched since it was last stamped, by the history of git: whoever stamps it again
 * without having looked at it would hide that the English has changed. False where nobody knows: outside a repository, or
 * for a file that is not in the history.
 * @param text the file as it is now
 */
export async function isUntouched(file: string, text: string, git: Git): Promise<boolean> {
  try {
    const name = `./${file.split(/[/\\]/).at(-1)!}`;
    const commit = (
      await git(file, ['log', '--max-count=1', '--format=%H', `-G${STAMP_LINE}`, '--', name])
    ).trim();
    if (commit === '') return false;
    return withoutSource(await git(file, ['show', `${commit}:${name}`])) === withoutSource(text);
  } catch {
    return false;
  }
}
