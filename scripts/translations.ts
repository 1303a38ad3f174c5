import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inspect } from '../src/core/article/lint/inspect.ts';
import type { PageFacts } from '../src/core/article/lint/facts.ts';
import { stampSource } from '../src/core/article/lint/stampSource.ts';
import { translationState, type EnglishHashes } from '../src/core/article/lint/translationState.ts';
import { LOCALE_FOLDERS } from '../src/core/article/language.ts';
import { config } from '../src/config.ts';
import { replaceFile } from './content/changeFiles.ts';
import { currentSource } from './content/currentSource.ts';
import { gitBeside } from './content/gitBeside.ts';
import { outdatedDays } from './content/outdatedDays.ts';
import { readBasis, readContent, todayIso } from './content/readContent.ts';
import { isUntouched } from '../src/core/article/translation/isUntouched.ts';
import { describeTranslation, listTranslations } from '../src/core/article/translation/listTranslations.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { CONTENT } from './lib/paths.ts';

const USAGE = 'npm run content:translations [-- --json --stamp <slug …> | --stamp --all --grace <days>]';
const HELP = `usage: ${USAGE}

Lists translations that are missing, outdated (and which sections changed), or orphaned.

--stamp      marks the translations that are named (wallet/wrong-network), or --all, as made from the English of now. Compare them
             first. One in which nothing has changed since it was last stamped is refused
--unchanged  stamps those too: the English change means nothing for them
--json       as data: {english, translations, listed: [{state, slug, id, changes, daysOutdated, severity}]}
--grace      days that a translation of a security article may lag behind (${config.translationGraceDays})
--content    another content folder
exit code: 0 nothing that must be mended now (an outdated translation is listed), 1 something missing, orphaned, refused, or a
security article outdated for longer than the grace, 2 the command was called wrongly`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    stamp: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    unchanged: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    grace: { type: 'string', default: String(config.translationGraceDays) },
    today: { type: 'string', default: todayIso() },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  if (!values.stamp && (positionals.length > 0 || values.all || values.unchanged))
    throw new UsageError('Slugs, --all and --unchanged are for --stamp.');
  if (values.stamp && values.all === positionals.length > 0)
    throw new UsageError(
      'Which ones? Name them after --stamp, such as wallet/wrong-network, or write --stamp --all.',
    );
  if (!/^\d{1,4}$/.test(values.grace))
    throw new UsageError(`--grace is "${values.grace}": expected a number of days.`);
  if (!existsSync(values.content)) throw new UsageError(`The folder ${values.content} is not there.`);

  let pages = await readPages(values.content, values.today);
  let refused: readonly string[] = [];
  if (values.stamp) {
    const slugs = new Set(positionals.map((given) => given.replace(`${LOCALE_FOLDERS['zh-CN']}/`, '')));
    for (const slug of slugs)
      if (!pages.some((page) => page.slug === slug)) throw new UsageError(`There is no article ${slug}.`);
    const named = pages.filter(({ slug }) => values.all || slugs.has(slug));
    refused = await stampPages(named, pages, values.unchanged);
    pages = await readPages(values.content, values.today);
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
  const errors = listed.filter(({ severity }) => severity === 'error').map(describeTranslation);
  if (errors.length + refused.length === 0) return;
  process.exitCode = 1;
  const told = [...(values.json ? [] : errors), ...refused];
  if (told.length > 0) throw new ProblemsFound(told.join('\n'));
});

/** The facts of every article; those that cannot be read are known by their path. */
async function readPages(content: string, today: string): Promise<readonly PageFacts[]> {
  const { settings } = await readBasis(content, today, 0);
  const files = await readContent(content);
  return files.flatMap((file) => (file.kind === 'article' ? (inspect(file, settings).page ?? []) : []));
}

/**
 * Stamps the translations among some pages that are not current.
 * @param all every page, for the English ones
 * @returns what was refused, and why
 */
async function stampPages(
  pages: readonly PageFacts[],
  all: readonly PageFacts[],
  unchanged: boolean,
): Promise<string[]> {
  const english = new Map(all.flatMap(({ slug, hashes }) => (hashes ? [[slug, hashes] as const] : [])));
  const refused: string[] = [];
  for (const { slug, language, file, source, readable } of pages) {
    const now = english.get(slug);
    if (language === 'en' || !now || !readable || isStamped(source, now)) continue;
    const id = `${LOCALE_FOLDERS[language]}/${slug}`;
    const text = await readFile(file, 'utf8');
    if (!unchanged && (await isUntouched(file, text, gitBeside))) {
      refused.push(
        `refused    ${id}: nothing in it has changed since it was last stamped. Bring it up to date; if it is right as it stands, add --unchanged`,
      );
      continue;
    }
    await replaceFile(file, stampSource(text, currentSource(now)));
    console.error(`stamped    ${id}`);
  }
  return refused;
}

/** Whether stamping would change nothing: one hash becomes a list of sections, if the site takes one. */
function isStamped(source: PageFacts['source'], now: EnglishHashes): boolean {
  const { state } = translationState(source, now);
  return state === 'current' || (state === 'unsectioned' && currentSource(now) === now.page);
}
