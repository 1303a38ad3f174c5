const DAY_MS = 86_400_000;
const MOST_COMMITS = 100;

/** Runs git in the folder of a file and returns what it prints. Rejects where there is no repository. */
export type Git = (file: string, args: readonly string[]) => Promise<string>;

/**
 * How many whole days a file has been different from what a translation was made from, by the history of git: since the
 * first commit after the last one that was the same. Undefined where nobody knows: outside a repository, or if the history
 * that is there does not go back so far.
 * @param isSame whether a version of the file is the one the translation was made from
 * @param today as YYYY-MM-DD
 */
export async function daysDifferent(
  file: string,
  isSame: (text: string) => boolean,
  today: string,
  git: Git,
): Promise<number | undefined> {
  try {
    const name = `./${file.split(/[/\\]/).at(-1)!}`;
    const log = await git(file, ['log', `--max-count=${MOST_COMMITS}`, '--format=%H %cs', '--', name]);
    let since: string | undefined;
    for (const line of log.split('\n').filter((text) => text !== '')) {
      const [commit, day] = line.split(' ');
      const text = await git(file, ['show', `${commit}:${name}`]).catch(() => '');
      // Not committed yet: it has changed today.
      if (isSame(text)) return since === undefined ? 0 : daysBetween(since, today);
      since = day;
    }
  } catch {
    return undefined;
  }
  return undefined;
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
