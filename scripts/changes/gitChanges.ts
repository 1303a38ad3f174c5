import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  articleId,
  type FileChange,
  type FileVersion,
} from '../../src/core/article/changes/articleChange.ts';
import { FLOORS, type ArticlePair } from '../../src/core/article/changes/contentChanges.ts';
import { LOCALE_FOLDERS, splitLocale } from '../../src/core/article/language.ts';
import { UsageError } from '../lib/commandLine.ts';

const run = promisify(execFile);
const WATCHED = ['content/docs', 'content/phrasings', FLOORS];

/** What two states of a repository hold, of what is watched. */
export interface GitChanges {
  readonly files: readonly FileChange[];
  readonly pairs: readonly ArticlePair[];
}

/**
 * What changed between two commits: since they parted, as a pull request shows it.
 * @param head a commit, or undefined for the files as they lie in the folder
 * @throws UsageError if git does not know one of them
 */
export async function gitChanges(root: string, base: string, head: string | undefined): Promise<GitChanges> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', args, { cwd: root, maxBuffer: 1 << 28 })).stdout;
  const commitOf = async (name: string): Promise<string> => {
    // A name that begins with a hyphen would be an option.
    const known = /^[\w@][\w@{}^~./-]*$/.test(name)
      ? await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`).catch(() => undefined)
      : undefined;
    if (!known)
      throw new UsageError(`git knows no commit "${name}" here. In a shallow copy, fetch it first.`);
    return known.trim();
  };
  const to = head === undefined ? undefined : await commitOf(head);
  const from = (await git('merge-base', await commitOf(base), to ?? 'HEAD').catch(() => '')).trim();
  if (from === '') throw new UsageError(`"${base}" and "${head ?? 'HEAD'}" have no commit in common here.`);

  const at = async (commit: string | undefined, file: string): Promise<FileVersion | undefined> => {
    const text = await (
      commit ? git('show', `${commit}:${file}`) : readFile(path.join(root, file), 'utf8')
    ).catch(() => undefined);
    return text === undefined ? undefined : { file, text };
  };
  const listed = await git('diff', '--name-status', '-z', '-M', from, ...(to ? [to] : []), '--', ...WATCHED);
  const untracked = to ? '' : await git('ls-files', '-z', '--others', '--exclude-standard', '--', ...WATCHED);
  const names = [
    ...readStatus(listed),
    ...untracked
      .split('\0')
      .filter(Boolean)
      .map((file) => ({ after: file })),
  ];
  const files = await Promise.all(
    names.map(async (name): Promise<FileChange> => {
      const [before, after] = await Promise.all([
        'before' in name ? at(from, name.before) : undefined,
        'after' in name ? at(to, name.after) : undefined,
      ]);
      return { ...(before && { before }), ...(after && { after }) };
    }),
  );
  const slugs = new Set(
    names
      .flatMap((name) => ('after' in name ? [name.after] : [name.before]))
      .filter((file) => file.startsWith('content/docs/') && file.endsWith('.md'))
      .map((file) => splitLocale(articleId(file)).slug),
  );
  const pairs = await Promise.all(
    [...slugs].map(async (slug): Promise<ArticlePair> => {
      const english = await at(to, `content/docs/${slug}.md`);
      const chinese = await at(to, `content/docs/${LOCALE_FOLDERS['zh-CN']}/${slug}.md`);
      return { slug, ...(english && { english }), ...(chinese && { chinese }) };
    }),
  );
  return { files, pairs };
}

type Names =
  | { readonly before: string; readonly after: string }
  | { readonly before: string }
  | { readonly after: string };

/** Reads `git diff --name-status -z`: a letter, then one name, or two where a file was renamed or copied. */
function readStatus(text: string): Names[] {
  const fields = text.split('\0').filter((field) => field !== '');
  const names: Names[] = [];
  for (let i = 0; i < fields.length;) {
    const letter = fields[i++]![0];
    const first = fields[i++]!;
    if (letter === 'R') names.push({ before: first, after: fields[i++]! });
    else if (letter === 'C') names.push({ after: fields[i++]! });
    else if (letter === 'A') names.push({ after: first });
    else if (letter === 'D') names.push({ before: first });
    else names.push({ before: first, after: first });
  }
  return names;
}
