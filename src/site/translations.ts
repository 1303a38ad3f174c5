import { getCollection } from 'astro:content';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { config } from '../config.ts';
import { splitLocale } from '../core/article/language.ts';
import { parseMarkdown } from '../core/article/markdown.ts';
import { sectionHashes, sourceHash } from '../core/article/sourceHash.ts';
import { listTranslations, type ListedTranslation } from '../core/article/translation/listTranslations.ts';
import { outdatedDays } from '../core/article/translation/outdatedDays.ts';
import type { TranslationFacts } from '../core/article/translation/translationFacts.ts';
import { articleSource } from './articleSource.ts';

const run = promisify(execFile);

export interface TranslationsReport {
  readonly english: number;
  readonly translations: number;
  readonly listed: readonly ListedTranslation[];
}

/** The facts that `npm run content:translations` prints, of the articles of this edition. */
export async function translationsReport(today: string): Promise<TranslationsReport> {
  const facts = (await getCollection('docs')).map((entry): TranslationFacts => {
    const source = articleSource(entry);
    const { language, slug } = splitLocale(entry.id);
    return {
      file: entry.filePath ?? `content/docs/${entry.id}.md`,
      slug,
      language,
      // What cannot be read has stopped the build.
      readable: true,
      ...(language === 'en' && {
        hashes: { page: sourceHash(source), sections: sectionHashes(source, parseMarkdown(source.body)) },
      }),
      ...(source.frontMatter.source !== undefined && { source: source.frontMatter.source }),
    };
  });
  const days = await outdatedDays(facts, today, config.variables, async (file, args) => {
    const { stdout } = await run('git', args, { cwd: path.dirname(path.resolve(file)), maxBuffer: 1 << 26 });
    return stdout;
  });
  const english = facts.filter(({ language }) => language === 'en').length;
  return {
    english,
    translations: facts.length - english,
    listed: listTranslations(facts, days, config.translationGraceDays),
  };
}
