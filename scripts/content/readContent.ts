import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../../src/config.ts';
import { ContentError } from '../../src/core/article/contentError.ts';
import { glossarySchema } from '../../src/core/article/lint/glossary.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';
import { parseSettings } from '../../src/core/article/lint/parseSettings.ts';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { redirectsSchema, type Redirects } from '../../src/core/article/lint/redirects.ts';
import { OTHER_PAGES, type LintSettings } from '../../src/core/article/lint/settings.ts';
import { uiNamesSchema } from '../../src/core/article/lint/uiNames.ts';
import { CONTENT, PUBLIC } from '../lib/paths.ts';

/** The folders of a content folder whose files are looked at one by one, and how these end. */
const KINDS = [
  { kind: 'article', folder: 'docs', ending: /\.md$/ },
  { kind: 'phrasings', folder: 'phrasings', ending: /\.ya?ml$/ },
  { kind: 'reply', folder: 'replies', ending: /\.ya?ml$/ },
  { kind: 'tree', folder: 'triage', ending: /\.ya?ml$/ },
] as const;

/** Every article, file of phrasings, reply and tree of questions of a content folder, by kind and path. */
export async function readContent(folder = CONTENT): Promise<ContentFile[]> {
  const kinds = KINDS.map(async ({ kind, folder: name, ending }) => {
    const base = path.join(folder, name);
    if (!existsSync(base)) return [];
    const files = (await readdir(base, { recursive: true })).filter((file) => ending.test(file)).sort();
    return Promise.all(files.map((file) => readContentFile(kind, base, file)));
  });
  return (await Promise.all(kinds)).flat();
}

/** The path by which a file is named: from where the command was called. */
export function nameOf(file: string): string {
  return path.relative(process.cwd(), file).replaceAll(path.sep, '/');
}

async function readContentFile(kind: ContentFile['kind'], base: string, file: string): Promise<ContentFile> {
  const full = path.join(base, file);
  return {
    kind,
    file: nameOf(full),
    id: file.replaceAll(path.sep, '/').replace(/\.[^.]+$/, ''),
    // One file that cannot be read is one problem; the rest go on.
    text: await readFile(full, 'utf8').catch(() => undefined),
  };
}

/** What the rules go by, from the files beside the articles or, where there are none, from the project's own. */
export interface LintBasis {
  readonly settings: LintSettings;
  readonly redirects: Redirects;
  /** Files of settings that cannot be used; without them nothing is compared with them. */
  readonly problems: readonly Problem[];
}

export async function readBasis(folder: string, today: string, graceDays: number): Promise<LintBasis> {
  const problems: Problem[] = [];
  const read = async <Output>(name: string, parse: (file: string, text: string) => Output, empty: Output) => {
    const own = path.join(folder, name);
    const file = existsSync(own) || name === REDIRECTS ? own : path.join(CONTENT, name);
    if (!existsSync(file)) return empty;
    try {
      return parse(nameOf(file), await readFile(file, 'utf8'));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push({
        file: nameOf(file),
        line: 1,
        column: 1,
        rule: 'settings',
        severity: 'error',
        message: error.message.replace(/\s*\n\s*-?\s*/g, ' '),
      });
      return empty;
    }
  };
  const [glossary, uiNames, redirects] = await Promise.all([
    read('glossary.yml', (file, text) => parseSettings(file, text, glossarySchema), { terms: [] }),
    read('ui.yml', (file, text) => parseSettings(file, text, uiNamesSchema), { app: [], elsewhere: [] }),
    read(REDIRECTS, (file, text) => parseSettings(file, text, redirectsSchema), {}),
  ]);
  return {
    settings: {
      variables: config.variables,
      glossary,
      uiNames,
      pages: [...OTHER_PAGES, ...(await triagePages(folder))],
      assets: await assetsOf(folder),
      replies: await repliesOf(folder),
      today,
      graceDays,
      outdatedDays: new Map(),
    },
    redirects,
    problems,
  };
}

/** Files that pages can show: those of public/, which stand at the root of the site, and those beside the articles. */
async function assetsOf(folder: string): Promise<string[]> {
  const within = async (place: string, address: string): Promise<string[]> => {
    const names = await readdir(place, { recursive: true }).catch(() => []);
    return names.map((name) => `${address}/${name.replaceAll(path.sep, '/')}`);
  };
  const beside = await within(path.join(folder, 'docs'), '/docs');
  return [...(await within(PUBLIC, '')), ...beside.filter((name) => !name.endsWith('.md'))];
}

/** The names of the replies; undefined for a folder without any. */
async function repliesOf(folder: string): Promise<string[] | undefined> {
  const names = await readdir(path.join(folder, 'replies')).catch(() => undefined);
  return names?.filter((name) => /\.ya?ml$/.test(name)).map((name) => name.replace(/\.ya?ml$/, ''));
}

/** A page for each tree of questions: the agents' ones, and those for everybody. */
async function triagePages(folder: string): Promise<LintSettings['pages']> {
  const pagesIn = async (below: string, address: string, internal: boolean) => {
    const names = await readdir(path.join(folder, below)).catch(() => []);
    const trees = names.filter((name) => name.endsWith('.yml')).map((name) => name.replace(/\.yml$/, ''));
    return trees.map((name) => ({ path: `${address}/${name}`, internal }));
  };
  return [
    ...(await pagesIn('triage', 'triage', true)),
    ...(await pagesIn('triage/public', 'find-out', false)),
  ];
}

export const REDIRECTS = 'redirects.yml';

/** Today, as YYYY-MM-DD. */
export function todayIso(): string {
  return new Date().toISOString().slice(0, 10);
}
