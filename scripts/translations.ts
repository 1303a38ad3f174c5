import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LOCALE_FOLDERS, splitLocale } from '../src/core/article/language.ts';
import { sourceHash } from '../src/core/article/sourceHash.ts';
import { main, parseArguments, ProblemsFound } from './lib/commandLine.ts';
import { loadArticleSources } from './lib/knowledge.ts';
import { CONTENT } from './lib/paths.ts';

const USAGE = 'npm run content:translations [-- --stamp]';

/** Lists translations that are missing, outdated or orphaned; --stamp marks the present ones as up to date. */
await main(USAGE, async () => {
  const { values } = parseArguments({ stamp: { type: 'boolean', default: false } });
  const sources = await loadArticleSources();
  const english = new Map(
    sources.filter(({ id }) => splitLocale(id).language === 'en').map((source) => [source.id, source]),
  );
  const translations = sources.filter(({ id }) => splitLocale(id).language !== 'en');
  const problems: string[] = [];
  const translated = new Set<string>();
  for (const { id, frontMatter } of translations) {
    const { slug } = splitLocale(id);
    const original = english.get(slug);
    translated.add(slug);
    if (!original) problems.push(`orphaned  ${id}: there is no English page of that slug`);
    else if (frontMatter.source === sourceHash(original)) continue;
    else if (values.stamp) await stamp(id, sourceHash(original));
    else
      problems.push(
        `${frontMatter.source ? 'outdated ' : 'unstamped'} ${id}: read it beside ${slug}, mend it, then run ${USAGE} `,
      );
  }
  for (const slug of english.keys()) {
    if (!translated.has(slug)) problems.push(`missing   ${LOCALE_FOLDERS['zh-CN']}/${slug}`);
  }
  console.log(`${english.size} English articles, ${translations.length} translations.`);
  if (problems.length > 0) throw new ProblemsFound(problems.sort().join('\n'));
});

/** Writes the hash as the last line of the front matter; in quotes, since YAML reads 12e456789012 as a number. */
async function stamp(id: string, hash: string): Promise<void> {
  const file = path.join(CONTENT, 'docs', `${id}.md`);
  const text = await readFile(file, 'utf8');
  const [, frontMatter, body] = /^(---\r?\n[\s\S]*?\r?\n)(---\r?\n[\s\S]*)$/.exec(text)!;
  const stamped = `${frontMatter!.replace(/^source:.*\r?\n/m, '')}source: '${hash}'\n${body}`;
  // Written beside and renamed, so that an interruption leaves the old file whole.
  await writeFile(`${file}.new`, stamped);
  await rename(`${file}.new`, file);
  console.log(`stamped   ${id}`);
}
