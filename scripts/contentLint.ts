import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { applyFixes } from '../src/core/article/lint/fix.ts';
import type { ContentFile } from '../src/core/article/lint/inspect.ts';
import { compare } from '../src/core/article/lint/lint.ts';
import { sortProblems, type Problem } from '../src/core/article/lint/problem.ts';
import { countBySeverity, FORMATS, formatReport } from '../src/core/article/lint/report.ts';
import { replaceFile } from './content/changeFiles.ts';
import { inspectAll } from './content/inspectAll.ts';
import { inspectRemembered } from './content/inspectCache.ts';
import { outdatedDays } from './content/outdatedDays.ts';
import { nameOf, readBasis, readContent, todayIso, type LintBasis } from './content/readContent.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { CONTENT } from './lib/paths.ts';

const USAGE =
  'npm run content:lint [-- --format text|json|github --fix --grace <days> --today <day>] [paths …]';
const HELP = `usage: ${USAGE}

Says what is wrong with the articles and phrasings, every problem in one run, by file and line.

paths      files or folders to report on; everything else is still known, so that links to it resolve. A folder outside of
           the project's content stands in its place: its docs/ and phrasings/ are looked at as if they were moved there
--fix      mends what is safe: spaces, punctuation, the ends of lines
--grace    days that a translation of a security article may lag behind the English (14)
--today    the day that reviews are compared with, as YYYY-MM-DD
--content  another content folder
exit code: 0 no errors (warnings are counted), 1 errors, 2 the command was called wrongly`;

/** A fix can make room for another one. */
const MOST_PASSES = 5;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    format: { type: 'string', default: 'text' },
    fix: { type: 'boolean', default: false },
    grace: { type: 'string', default: '14' },
    today: { type: 'string', default: todayIso() },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  const format = FORMATS.find((known) => known === values.format);
  if (!format) throw new UsageError(`Unknown format "${values.format}": expected ${FORMATS.join(', ')}.`);
  if (!/^\d{1,4}$/.test(values.grace))
    throw new UsageError(`--grace is "${values.grace}": expected a number of days.`);
  if (!/^\d{4}-\d\d-\d\d$/.test(values.today) || Number.isNaN(Date.parse(values.today)))
    throw new UsageError(`--today is "${values.today}": expected a day such as 2026-11-21.`);
  if (!existsSync(values.content)) throw new UsageError(`The folder ${values.content} is not there.`);
  for (const given of positionals)
    if (!existsSync(given)) throw new UsageError(`The file or folder ${given} is not there.`);

  const basis = await readBasis(values.content, values.today, Number(values.grace));
  const read = () => readWithPaths(values.content, positionals);
  let { files, isAsked, isOurs } = await read();
  let problems = await lintFiles(files, basis, isOurs);
  for (let pass = 0; values.fix && pass < MOST_PASSES; pass++) {
    if ((await mend(problems.filter(({ file }) => isAsked(file)))) === 0) break;
    ({ files, isAsked, isOurs } = await read());
    problems = await lintFiles(files, basis, isOurs);
  }
  const asked = problems.filter(({ file }) => isAsked(file));
  const looked = files.filter(({ file }) => isAsked(file)).length;
  console.log(formatReport({ files: looked, problems: asked }, format));
  if (countBySeverity(asked).errors > 0) process.exitCode = 1;
});

async function lintFiles(
  files: readonly ContentFile[],
  { settings, redirects, problems }: LintBasis,
  isOurs: boolean,
): Promise<Problem[]> {
  // What is remembered is the project's own content.
  const inspected = await (isOurs ? inspectRemembered : inspectAll)(files, settings);
  const pages = inspected.flatMap(({ page }) => (page ? [page] : []));
  const known = { ...settings, outdatedDays: await outdatedDays(pages, settings.today) };
  return sortProblems([...problems, ...compare(inspected, redirects, known)]);
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
