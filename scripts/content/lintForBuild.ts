import { config } from '../../src/config.ts';
import { countBySeverity, formatForBuild } from '../../src/core/article/lint/report.ts';
import { isoDay } from '../../src/core/article/reviews.ts';
import { ProblemsFound } from '../lib/commandLine.ts';
import { openInspectors } from './inspectors.ts';
import { lintContent } from './lintContent.ts';

/**
 * Looks at the content before it is built, as `npm run content:lint` does.
 * @returns the line that says how many warnings there are
 * @throws ProblemsFound with every error: what is wrong must not reach readers
 */
export async function lintForBuild(content: string, today = buildDay()): Promise<string> {
  const graceDays = config.translationGraceDays;
  const report = await lintContent({ content, paths: [], today, graceDays, fix: false }, openInspectors(0));
  const text = formatForBuild(report);
  if (countBySeverity(report.problems).errors === 0) return text;
  throw new ProblemsFound(`${text}\nNothing was built. Mend the errors, then build again.`);
}

/** The day of the build; SOURCE_DATE_EPOCH, in seconds, stands in for the clock, as on the pages that are built. */
function buildDay(): string {
  const seconds = process.env['SOURCE_DATE_EPOCH'] ?? '';
  return isoDay(/^\d+$/.test(seconds) ? Number(seconds) * 1000 : Date.now());
}
