import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { parseArticleFile, parsePhrasings } from '../../src/core/article/article.ts';
import { LANGUAGES, splitLocale } from '../../src/core/article/language.ts';
import { inspect } from '../../src/core/article/lint/inspect.ts';
import type { LintSettings } from '../../src/core/article/lint/settings.ts';
import type { Phrasings } from '../../src/core/article/schema.ts';
import type { ChangedPath, Git } from './git.ts';

/** What a run has left in the content folder to be reviewed. */
export interface RunFiles {
  readonly paths: readonly string[];
  /** Drafts, by slug, with the issue each is from. */
  readonly drafts: ReadonlyMap<
    string,
    { readonly title: string; readonly issue: string; readonly tickets: number }
  >;
  /** Phrasings added, by article. */
  readonly phrasings: ReadonlyMap<string, number>;
  /** Changed files that are not of the run, and what is wrong with those that are: a line each. */
  readonly problems: readonly string[];
}

/**
 * Tells the files of a run from all others: drafts from mining, and phrasings that were added with the issue they are from.
 * @param root of the repository
 * @param content path of the content folder below it
 */
export async function runFiles(
  changed: readonly ChangedPath[],
  git: Git,
  {
    root,
    content,
    settings,
  }: { readonly root: string; readonly content: string; readonly settings: LintSettings },
): Promise<RunFiles> {
  const drafts = new Map<string, { title: string; issue: string; tickets: number }>();
  const phrasings = new Map<string, number>();
  const problems: string[] = [];
  const paths: string[] = [];
  for (const { path: name, kind } of changed) {
    const place = placeOf(name, content);
    if (!place || kind === 'other') {
      problems.push(`${name} is changed, and is neither a draft nor a file of phrasings`);
      continue;
    }
    const text = await readFile(path.join(root, name), 'utf8');
    const faults = inspect({ ...place, file: name, text }, settings).problems.filter(
      ({ severity }) => severity === 'error',
    );
    if (faults.length > 0) {
      problems.push(...faults.map(({ line, rule, message }) => `${name}:${line} ${rule}: ${message}`));
      continue;
    }
    if (place.kind === 'article') {
      const { frontMatter } = parseArticleFile(place.id, name, text);
      if (!frontMatter.draft || !frontMatter.minedFrom) {
        problems.push(`${name} is changed, and is no draft from mining`);
        continue;
      }
      const { slug, language } = splitLocale(place.id);
      const { issue, tickets } = frontMatter.minedFrom;
      if (language === 'en') drafts.set(slug, { title: frontMatter.title, issue, tickets });
    } else {
      const before = kind === 'new' ? '' : await git(['show', `HEAD:${name}`]);
      const added = addedBy(read(name, before), read(name, text));
      if (added === undefined) {
        problems.push(`${name} has other changes than phrasings added from issues`);
        continue;
      }
      phrasings.set(place.id, added);
    }
    paths.push(name);
  }
  // A draft's own file of phrasings is part of the draft.
  for (const slug of drafts.keys()) phrasings.delete(slug);
  return { paths, drafts, phrasings, problems };
}

function placeOf(name: string, content: string): { kind: 'article' | 'phrasings'; id: string } | undefined {
  for (const [kind, folder, ending] of [
    ['article', 'docs', '.md'],
    ['phrasings', 'phrasings', '.yml'],
  ] as const) {
    // The content folder may be the repository itself.
    const start = [content, folder, ''].filter((part, i) => part !== '' || i === 2).join('/');
    if (name.startsWith(start) && name.endsWith(ending))
      return { kind, id: name.slice(start.length, -ending.length) };
  }
  return undefined;
}

/** How many phrasings were added; undefined if anything else was done. */
function addedBy(before: Phrasings, after: Phrasings): number | undefined {
  let added = 0;
  for (const language of LANGUAGES) {
    const [was, is] = [before[language], after[language]];
    const isKept = was.every((entry, i) => JSON.stringify(entry) === JSON.stringify(is[i]));
    const rest = is.slice(was.length);
    if (!isKept || rest.some(({ from }) => !/^[0-9a-f]{12}$/.test(from))) return undefined;
    added += rest.length;
  }
  return added;
}

function read(file: string, yaml: string): Phrasings {
  return parsePhrasings(file, parse(yaml) ?? {});
}
