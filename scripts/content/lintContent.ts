import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { applyFixes } from '../../src/core/article/lint/fix.ts';
import type { PageFacts } from '../../src/core/article/lint/facts.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';
import { compare } from '../../src/core/article/lint/lint.ts';
import { sortProblems, type Problem } from '../../src/core/article/lint/problem.ts';
import type { LintReport } from '../../src/core/article/lint/report.ts';
import { incidentProblemsIn } from '../incident/lintFolder.ts';
import { UsageError } from '../lib/commandLine.ts';
import { CONTENT, ROOT } from '../lib/paths.ts';
import { operationsProblemsIn } from '../operations/lintFolder.ts';
import { replyProblemsIn } from '../replies/lintFolder.ts';
import { triageProblemsIn } from '../triage/lintFolder.ts';
import { replaceFile } from './changeFiles.ts';
import { inspectAll } from './inspectAll.ts';
import { inspectRemembered } from './inspectCache.ts';
import type { Inspectors } from './inspectors.ts';
import { outdatedDays } from './outdatedDays.ts';
import { publishedProblems } from './publishedSlugs.ts';
import { nameOf, readBasis, readContent, type LintBasis } from './readContent.ts';
import { lookAgain, remember } from './remember.ts';

/** What to look at, and how. */
export interface LintRequest {
  /** The content folder. */
  readonly content: string;
  /** Files or folders to report on; all if there is none. */
  readonly paths: readonly string[];
  /** As YYYY-MM-DD. */
  readonly today: string;
  readonly graceDays: number;
  /** Whether to mend what is safe. */
  readonly fix: boolean;
}

/** A fix can make room for another one. */
const MOST_PASSES = 5;

/** Everything that is wrong with a content folder, after mending what was asked for. */
export async function lintContent(request: LintRequest, inspectors: Inspectors): Promise<LintReport> {
  const { content, paths, today, graceDays, fix } = request;
  const basis = await readBasis(content, today, graceDays);
  const read = () => readWithPaths(content, paths);
  let { files, isAsked, isOurs } = await read();
  let { problems, pages } = await lintFiles(files, basis, isOurs, inspectors);
  for (let pass = 0; fix && pass < MOST_PASSES; pass++) {
    if ((await mend(problems.filter(({ file }) => isAsked(file)))) === 0) break;
    ({ files, isAsked, isOurs } = await read());
    ({ problems, pages } = await lintFiles(files, basis, isOurs, inspectors));
  }
  const recall = isOurs ? remember : lookAgain;
  problems = sortProblems([
    ...problems,
    ...(await incidentProblemsIn(content, today, files)),
    ...(await triageProblemsIn(content, files, recall)),
    ...(await operationsProblemsIn(content, files)),
    ...(await replyProblemsIn(content, { files, pages, redirects: basis.redirects }, recall)),
  ]);
  return {
    files: files.filter(({ file }) => isAsked(file)).length,
    problems: problems.filter(({ file }) => isAsked(file)),
  };
}

async function lintFiles(
  files: readonly ContentFile[],
  { settings, redirects, problems }: LintBasis,
  isOurs: boolean,
  inspectors: Inspectors,
): Promise<{ problems: readonly Problem[]; pages: readonly PageFacts[] }> {
  // What is remembered is the project's own content.
  const inspected = await (isOurs ? inspectRemembered : inspectAll)(files, settings, inspectors);
  const pages = inspected.flatMap(({ page }) => (page ? [page] : []));
  const known = { ...settings, outdatedDays: await outdatedDays(pages, settings.today) };
  const unlisted = isOurs ? await publishedProblems(ROOT, pages) : [];
  return { problems: [...problems, ...unlisted, ...compare(inspected, redirects, known)], pages };
}

/** The content with what the paths name: files of it, or folders that stand in its place. */
async function readWithPaths(content: string, paths: readonly string[]) {
  const inside = (file: string): boolean => !path.relative(content, path.resolve(file)).startsWith('..');
  const foreign = [...new Set(paths.filter((given) => !inside(given)).map(contentFolderOf))];
  const places = new Map<string, ContentFile>();
  for (const folder of [content, ...foreign]) {
    for (const file of await readContent(folder)) places.set(`${file.kind} ${file.id}`, file);
  }
  const asked = paths.map((given) => nameOf(path.resolve(given)));
  return {
    files: [...places.values()],
    isOurs: content === CONTENT && foreign.length === 0,
    isAsked: (file: string): boolean =>
      asked.length === 0 || asked.some((name) => name === '' || file === name || file.startsWith(`${name}/`)),
  };
}

/** The folder whose docs/ or phrasings/ a path is, lies in, or holds. */
function contentFolderOf(given: string): string {
  const full = path.resolve(given);
  if (statSync(full).isDirectory() && ['docs', 'phrasings'].some((name) => existsSync(path.join(full, name))))
    return full;
  const parts = full.split(path.sep);
  const place = Math.max(parts.lastIndexOf('docs'), parts.lastIndexOf('phrasings'));
  if (place < 0)
    throw new UsageError(
      `${given} is not below a folder docs/ or phrasings/, so that nobody can say which page it is.`,
    );
  return parts.slice(0, place).join(path.sep);
}

/** Mends what can be mended; says how many files were changed. */
async function mend(problems: readonly Problem[]): Promise<number> {
  const byFile = Map.groupBy(
    problems.filter(({ fix }) => fix),
    ({ file }) => file,
  );
  for (const [file, found] of byFile) {
    const text = await readFile(file, 'utf8');
    const mended = applyFixes(
      text,
      found.flatMap(({ fix }) => (fix ? [fix] : [])),
    );
    await replaceFile(file, mended);
  }
  return byFile.size;
}
