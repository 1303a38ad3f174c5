import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../config.ts';
import { ContentError } from '../core/article/contentError.ts';
import { belongsTo, type Audience } from '../core/article/edition.ts';
import { parseReply } from '../core/operations/replies/parseReply.ts';
import { parseTriageTree } from '../core/operations/triage/parseTriageTree.ts';
import type { KnownTargets } from '../core/operations/triage/treeLinks.ts';
import type { TriageEnd, TriageTree } from '../core/operations/triage/triageTree.ts';
import { articlesIn } from './articles.ts';
import { edition } from './edition.ts';

/** Where each audience's trees stand. The public edition does not look into the other folder. */
const FOLDERS: Readonly<Record<Audience, string>> = {
  public: 'content/triage/public',
  internal: 'content/triage',
};
const REPLIES = 'content/replies';
const TEAMS = 'content/teams';

/** A tree by the name of its file, which is its address. */
export interface TriageEntry {
  readonly slug: string;
  readonly tree: TriageTree;
  /** Changes with the tree: an answer that was kept belongs to the questions as they were. */
  readonly version: string;
}

/**
 * The trees for an audience, in the order of their addresses.
 * @throws Error with everything that is wrong in any of them
 */
export async function triageTrees(audience: Audience): Promise<TriageEntry[]> {
  if (!belongsTo(edition, audience)) return [];
  const [known, files] = await Promise.all([knownTargets(), filesIn(FOLDERS[audience])]);
  const errors: string[] = [];
  const entries: TriageEntry[] = [];
  for (const file of files) {
    try {
      const yaml = await readFile(file, 'utf8');
      const tree = parseTriageTree(file, yaml, config.variables, known);
      const version = createHash('sha256').update(JSON.stringify(tree)).digest('hex').slice(0, 12);
      entries.push({ slug: nameOf(file), tree, version });
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      errors.push(error.message);
    }
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return entries;
}

/** The id of the reply of each end that asks for one: the one it names, else the only one that leads to its article. */
export async function repliesFor({ ends }: TriageTree): Promise<ReadonlyMap<string, string>> {
  if (edition === 'public') return new Map();
  const replies = await replyArticles();
  const idFor = (end: TriageEnd): string | undefined => {
    if (end.kind !== 'reply') return undefined;
    const [only, ...others] = replies.filter(({ article }) => article === end.article);
    return end.reply ?? (others.length === 0 ? only?.id : undefined);
  };
  return new Map(
    ends.flatMap((end) => {
      const id = idFor(end);
      return id === undefined ? [] : [[end.id, id] as const];
    }),
  );
}

async function knownTargets(): Promise<KnownTargets> {
  const articles = await articlesIn('en');
  const namesFor = async (audience: Audience) =>
    new Set(belongsTo(edition, audience) ? (await filesIn(FOLDERS[audience])).map(nameOf) : []);
  return {
    articles: new Map([...articles].map(([slug, { data }]) => [slug, data.audience])),
    trees: { public: await namesFor('public'), internal: await namesFor('internal') },
    replies:
      edition === 'internal' && existsSync(REPLIES)
        ? new Set((await replyArticles()).map(({ id }) => id))
        : undefined,
    // Whom a case goes to is internal; no public tree has such an end.
    teams:
      edition === 'internal' && existsSync(TEAMS) ? new Set((await filesIn(TEAMS)).map(nameOf)) : undefined,
  };
}

async function replyArticles(): Promise<{ readonly id: string; readonly article: string }[]> {
  const files = existsSync(REPLIES) ? await filesIn(REPLIES) : [];
  return Promise.all(files.map(async (file) => parseReply(file, await readFile(file, 'utf8'))));
}

async function filesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return names.map((name) => path.posix.join(folder, name));
}

function nameOf(file: string): string {
  return path.posix.basename(file).replace(/\.ya?ml$/, '');
}
