import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { config } from '../src/config.ts';
import { countBySeverity, FORMATS, formatReport } from '../src/core/article/lint/report.ts';
import { openInspectors } from './content/inspectors.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { COMPILED, CONTENT, LINTED } from './lib/paths.ts';

const USAGE =
  'npm run content:lint [-- --format text|json|github --fix --grace <days> --today <day>] [paths …]';
const HELP = `usage: ${USAGE}

Says what is wrong with the articles, phrasings, incidents, triage trees and replies: every problem in one run, by file
and line.

paths      files or folders to report on; everything else is still known, so that links to it resolve. A folder outside of
           the project's content stands in its place: its docs/ and phrasings/ are looked at as if they were moved there
--fix      mends what is safe: spaces, punctuation, the ends of lines
--grace    days that a translation of a security article may lag behind the English (${config.translationGraceDays})
--today    the day that reviews are compared with, as YYYY-MM-DD
--content  another content folder
exit code: 0 no errors (warnings are counted), 1 errors, 2 the command was called wrongly`;

/** Enough for a few hundred files. */
const EARLY_THREADS = 3;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    format: { type: 'string', default: 'text' },
    fix: { type: 'boolean', default: false },
    grace: { type: 'string', default: String(config.translationGraceDays) },
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

  enableCompileCache(COMPILED);
  // Where nothing is remembered, the other threads load the rules while this one does.
  const inspectors = openInspectors(existsSync(LINTED) ? 0 : EARLY_THREADS);
  const { lintContent } = await import('./content/lintContent.ts');
  const { content, today, grace, fix } = values;
  const report = await lintContent(
    { content, paths: positionals, today, graceDays: Number(grace), fix },
    inspectors,
  );
  console.log(formatReport(report, format));
  if (countBySeverity(report.problems).errors > 0) process.exitCode = 1;
});

function todayIso(): string {
  return new Date().toISOString().slice(0, 10);
}
