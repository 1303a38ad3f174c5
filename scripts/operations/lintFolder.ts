import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../../src/config.ts';
import { splitLocale } from '../../src/core/article/language.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { lintChecklists } from '../../src/core/operations/access/lintChecklists.ts';
import { lintTeams, type YamlSource } from '../../src/core/operations/escalation/lintTeams.ts';
import { lintSignals } from '../../src/core/operations/signals/lintSignals.ts';
import { nameOf } from '../content/readContent.ts';

/**
 * What is wrong with what agents work by, as far as no rule on a single page can see it: the tools that signals name, the
 * checklists, the templates of teams, the severity matrix.
 * @param files every article
 */
export async function operationsProblemsIn(
  content: string,
  files: readonly ContentFile[],
): Promise<Problem[]> {
  const pages = files.flatMap(({ kind, file, id, text }) =>
    kind === 'article' && text !== undefined ? [{ file, id, text }] : [],
  );
  const slugs = new Set(pages.map(({ id }) => splitLocale(id).slug));
  const [matrix] = await yamlFiles(content, (name) => name === 'severity.yml');
  return [
    ...lintSignals(pages, config.observability),
    ...lintChecklists(pages),
    ...lintTeams(await yamlFiles(path.join(content, 'teams')), matrix, slugs),
  ];
}

async function yamlFiles(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<YamlSource[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name) && isWanted(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: nameOf(path.join(folder, name)),
      id: name.replace(/\.ya?ml$/, ''),
      text: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}
