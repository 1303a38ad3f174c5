import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { LANGUAGES, LOCALE_FOLDERS } from '../src/core/article/language.ts';
import { inspect, type ContentFile } from '../src/core/article/lint/inspect.ts';
import { addRedirect, type Redirects } from '../src/core/article/lint/redirects.ts';
import { namesSlug, renameInArticle } from '../src/core/article/lint/renameSlug.ts';
import type { LintSettings } from '../src/core/article/lint/settings.ts';
import { stampSource } from '../src/core/article/lint/stampSource.ts';
import { translationState, type EnglishHashes } from '../src/core/article/lint/translationState.ts';
import { slug as slugSchema } from '../src/core/article/schema.ts';
import { audiencesOf } from './content/audiences.ts';
import { replaceFile } from './content/changeFiles.ts';
import { currentSource } from './content/currentSource.ts';
import { nameOf, readBasis, readContent, REDIRECTS, todayIso } from './content/readContent.ts';
import { renameInContent, renameInProject } from './content/renameElsewhere.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { CONTENT, ROOT } from './lib/paths.ts';

const USAGE = 'npm run content:rename -- <old slug> <new slug>';
const HELP = `usage: ${USAGE}

Moves an article in both languages and its phrasings, and rewrites what names it: links and \`related\`, replies, trees of questions,
incidents, the queries that suggestions are measured with, the home page's list. Translations that were up to date stay marked so, and
content/redirects.yml leads from the old address. Other files of code that name it are listed: change them by hand.
exit code: 0 moved, 1 a file of settings cannot be read, 2 the command was called wrongly`;

const HEADER = `# Articles that have moved: old slug: new slug, for both languages. \`npm run content:rename\` writes this file, and never
# lets one redirect lead to another.
`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  const [from, to] = positionals;
  if (from === undefined || to === undefined || positionals.length > 2)
    throw new UsageError('Expected the old slug and the new one.');
  if (!slugSchema.safeParse(to).success || !to.includes('/'))
    throw new UsageError(
      `"${to}" is no name of an article: expected a section and a name in lower case, digits and hyphens, such as wallet/some-slug.`,
    );
  if (from.startsWith('runbooks/') !== to.startsWith('runbooks/'))
    throw new UsageError(
      'An article cannot become a runbook, nor a runbook an article: that would change who may read it.',
    );

  const content = values.content;
  const { settings, redirects, problems } = await readBasis(content, todayIso(), 0);
  const broken = problems.find(({ file }) => file.endsWith(REDIRECTS));
  if (broken) throw new ProblemsFound(broken.message);
  const files = await readContent(content);
  const moved = files.filter(({ id }) => idsOf(from).includes(id));
  if (!moved.some(({ kind }) => kind === 'article')) throw new UsageError(`There is no article ${from}.`);
  const taken = files.find(({ id }) => idsOf(to).includes(id));
  if (taken) throw new UsageError(`${taken.file} is there already.`);
  const owner = redirects[to];
  if (owner !== undefined && owner !== from)
    throw new UsageError(
      `${to} is an old address of ${owner}, and replies that were sent lead there by it. Choose another name.`,
    );

  // Told when all is done: a reader that closes the pipe early must not stop a move half-way.
  const done: string[] = [];
  for (const change of renamed(files, from, to, settings)) {
    await replaceFile(path.resolve(change.file), change.text);
    if (change.was !== change.file) await rm(path.resolve(change.was));
    done.push(
      change.was === change.file ? `rewrote ${change.file}` : `moved   ${change.was} → ${change.file}`,
    );
  }
  const isPublic = audiencesOf(files).get(from) === 'public';
  const elsewhere = [
    ...(await renameInContent(content, from, to)),
    ...(content === CONTENT ? await renameInProject(ROOT, from, to, isPublic) : []),
  ];
  done.push(...elsewhere.map((file) => `rewrote ${nameOf(file)}`));
  await writeRedirects(content, addRedirect(redirects, from, to));
  done.push(`added   ${from} → ${to} to ${nameOf(path.join(content, REDIRECTS))}`);
  const others = content === CONTENT ? await codeThatNames(from) : [];
  if (others.length > 0) done.push(`\nThese name ${from} too. Change them by hand:\n${others.join('\n')}`);
  console.log(done.join('\n'));
});

interface Change {
  readonly was: string;
  readonly file: string;
  readonly text: string;
}

/** Ids of a slug below docs/ and phrasings/. */
function idsOf(slug: string): string[] {
  return LANGUAGES.map((language) => path.posix.join(LOCALE_FOLDERS[language], slug));
}

/** Every file that is another one after the rename. */
function renamed(files: readonly ContentFile[], from: string, to: string, settings: LintSettings): Change[] {
  const after = files.map((file): ContentFile => {
    const isMoved = idsOf(from).includes(file.id);
    const text =
      file.kind === 'article' && file.text !== undefined ? renameInArticle(file.text, from, to) : file.text;
    return {
      ...file,
      text,
      id: isMoved ? file.id.slice(0, -from.length) + to : file.id,
      file: isMoved ? file.file.replace(new RegExp(`${from}(?=\\.[^./]+$)`), to) : file.file,
    };
  });
  const [before, now] = [englishHashes(files, settings), englishHashes(after, settings)];
  return after.flatMap((file, i) => {
    const was = files[i]!;
    if (file.text === undefined) return [];
    const text = file.kind === 'article' ? restamped(was, file, before, now, settings) : file.text;
    return text === was.text && file.file === was.file ? [] : [{ was: was.file, file: file.file, text }];
  });
}

function englishHashes(
  files: readonly ContentFile[],
  settings: LintSettings,
): ReadonlyMap<string, EnglishHashes> {
  return new Map(
    files.flatMap((file) => {
      const page = file.kind === 'article' ? inspect(file, settings).page : undefined;
      return page?.hashes ? [[page.slug, page.hashes] as const] : [];
    }),
  );
}

/** A translation that was up to date still is: only addresses have changed in the English. */
function restamped(
  was: ContentFile,
  file: ContentFile,
  before: ReadonlyMap<string, EnglishHashes>,
  now: ReadonlyMap<string, EnglishHashes>,
  settings: LintSettings,
): string {
  const page = inspect(was, settings).page;
  const old = page && page.language !== 'en' ? before.get(page.slug) : undefined;
  if (!page?.source || !old) return file.text!;
  const { state } = translationState(page.source, old);
  const hashes = now.get(file.id.slice(LOCALE_FOLDERS[page.language].length + 1));
  if (!hashes || (state !== 'current' && state !== 'unsectioned') || hashes.page === old.page)
    return file.text!;
  return stampSource(file.text!, state === 'current' ? currentSource(hashes) : hashes.page);
}

async function writeRedirects(content: string, redirects: Redirects): Promise<void> {
  await replaceFile(path.join(content, REDIRECTS), HEADER + stringify(redirects));
}

/** Files of code and tests that name a slug. */
async function codeThatNames(slug: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['src', 'scripts', 'tests', 'README.md', 'CONTRIBUTING.md', 'DESIGN.md']) {
    const full = path.join(ROOT, folder);
    const names = path.extname(full) === '' ? await readdir(full, { recursive: true }) : [''];
    for (const name of names.filter(
      (entry) => entry === '' || /\.(?:ts|astro|jsonl?|ya?ml|md|mjs|txtar)$/.test(entry),
    )) {
      const file = path.join(full, name);
      const text = await readFile(file, 'utf8').catch(() => '');
      if (namesSlug(text, slug)) found.push(nameOf(file));
    }
  }
  return found.sort();
}
