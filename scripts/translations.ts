import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inspect } from '../src/core/article/lint/inspect.ts';
import type { PageFacts } from '../src/core/article/lint/facts.ts';
import { stampSource } from '../src/core/article/lint/stampSource.ts';
import { translationState, type EnglishHashes } from '../src/core/article/lint/translationState.ts';
import { LOCALE_FOLDERS } from '../src/core/article/language.ts';
import { replaceFile } from './content/changeFiles.ts';
import { currentSource } from './content/currentSource.ts';
import { outdatedDays } from './content/outdatedDays.ts';
import { readBasis, readContent, todayIso } from './content/readContent.ts';
import { describeTranslation, listTranslations } from '../src/core/article/translation/listTranslations.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { CONTENT } from './lib/paths.ts';

const USAGE = 'npm run content:translations [-- --json --stamp [slug …] --grace <days>]';
const HELP = `usage: ${USAGE}

Lists translations that are missing, outdated (and which sections changed), or orphaned.

--stamp    marks translations as made from the English of now: those named, or all. Compare them first
--json     as data: {english, translations, listed: [{state, slug, id, changes, daysOutdated, severity}]}
--grace    days that a translation of a security article may lag behind (14)
--content  another content folder
exit code: 0 nothing that must be mended now (an outdated translation is listed), 1 something missing, orphaned, or a security
article outdated for longer than the grace, 2 the command was called wrongly`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    stamp: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    grace: { type: 'string', default: '14' },
    today: { type: 'string', default: todayIso() },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  if (positionals.length > 0 && !values.stamp) throw new UsageError('Slugs are for --stamp.');
  if (!/^\d{1,4}$/.test(values.grace))
    throw new UsageError(`--grace is "${values.grace}": expected a number of days.`);
  if (!existsSync(values.content)) throw new UsageError(`The folder ${values.content} is not there.`);

  let pages = await readPages(values.content, values.today);
  if (values.stamp) {
    const slugs = new Set(positionals.map((given) => given.replace(`${LOCALE_FOLDERS['zh-CN']}/`, '')));
    for (const slug of slugs)
      if (!pages.some((page) => page.slug === slug)) throw new UsageError(`There is no article ${slug}.`);
    const stamped = await stampAll(pages.filter(({ slug }) => slugs.size === 0 || slugs.has(slug)));
    if (stamped > 0) pages = await readPages(values.content, values.today);
  }
  const english = pages.filter(({ language }) => language === 'en').length;
  const listed = listTranslations(pages, await outdatedDays(pages, values.today), Number(values.grace));
  const counts = { english, translations: pages.length - english };
  if (values.json) console.log(JSON.stringify({ ...counts, listed }, null, 2));
  else {
    console.log(`${counts.english} English articles, ${counts.translations} translations.`);
    for (const item of listed.filter(({ severity }) => severity === 'warning'))
      console.log(describeTranslation(item));
  }
  const errors = listed.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  if (values.json) process.exitCode = 1;
  else throw new ProblemsFound(errors.map(describeTranslation).join('\n'));
});

/** The facts of every article; those that cannot be read are known by their path. */
async function readPages(content: string, today: string): Promise<readonly PageFacts[]> {
  const { settings } = await readBasis(content, today, 0);
  const files = await readContent(content);
  return files.flatMap((file) => (file.kind === 'article' ? (inspect(file, settings).page ?? []) : []));
}

/** Stamps the translations among these pages that are not current; says how many. */
async function stampAll(pages: readonly PageFacts[]): Promise<number> {
  const english = new Map(pages.flatMap(({ slug, hashes }) => (hashes ? [[slug, hashes] as const] : [])));
  let stamped = 0;
  for (const { slug, language, file, source, readable } of pages) {
    const now = english.get(slug);
    if (language === 'en' || !now || !readable || isStamped(source, now)) continue;
    await replaceFile(file, stampSource(await readFile(file, 'utf8'), currentSource(now)));
    console.error(`stamped    ${LOCALE_FOLDERS[language]}/${slug}`);
    stamped++;
  }
  return stamped;
}

/** Whether stamping would change nothing: one hash becomes a list of sections, if the site takes one. */
function isStamped(source: PageFacts['source'], now: EnglishHashes): boolean {
  const { state } = translationState(source, now);
  return state === 'current' || (state === 'unsectioned' && currentSource(now) === now.page);
}
