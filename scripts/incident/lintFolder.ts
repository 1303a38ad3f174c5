import { existsSync } from 'node:fs';
import path from 'node:path';
import { splitLocale } from '../../src/core/article/language.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { lintIncidents } from '../../src/core/operations/incidents/lintIncidents.ts';
import { readIncidentFiles } from '../../src/core/operations/incidents/readFolder.ts';
import { todayIso } from '../content/readContent.ts';
import { incidentFolder } from './folder.ts';

/**
 * What is wrong with the incidents of a content folder; nothing where it has none.
 * @param today the day that dates are compared with, as YYYY-MM-DD; all of it, unless it is this one
 * @param files the articles and runbooks that incidents may name
 */
export async function incidentProblemsIn(
  content: string,
  today: string,
  files: readonly Pick<ContentFile, 'kind' | 'id'>[],
): Promise<Problem[]> {
  const folder = path.join(content, 'incidents');
  if (!existsSync(folder)) return [];
  const sources = await readIncidentFiles(await incidentFolder(folder));
  const slugs = new Set(files.flatMap(({ kind, id }) => (kind === 'article' ? [splitLocale(id).slug] : [])));
  const nowMs = today === todayIso() ? Date.now() : Date.parse(`${today}T23:59:59Z`);
  return lintIncidents(sources, { nowMs, slugs });
}
