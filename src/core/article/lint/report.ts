import type { Problem } from './problem.ts';

export interface LintReport {
  /** How many files were looked at. */
  readonly files: number;
  readonly problems: readonly Problem[];
}

export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export function countBySeverity(problems: readonly Problem[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/** A report as it is printed, without a line break at the end. */
export function formatReport(report: LintReport, format: Format): string {
  if (format === 'json')
    return JSON.stringify(
      { files: report.files, ...countBySeverity(report.problems), problems: report.problems },
      null,
      2,
    );
  const lines = report.problems.map(format === 'github' ? annotation : line);
  return [...lines, ...(lines.length > 0 && format === 'text' ? [''] : []), summary(report)].join('\n');
}

/** What a build says of its content: errors in full, of warnings only how many there are. */
export function formatForBuild(report: LintReport): string {
  const errors = report.problems.filter(({ severity }) => severity === 'error').map(line);
  const hasWarnings = report.problems.length > errors.length;
  const hint = hasWarnings ? ' (npm run content:lint lists them)' : '';
  return [...errors, ...(errors.length > 0 ? [''] : []), `${counts(report)}${hint}.`].join('\n');
}

function line({ file, line, column, severity, rule, message }: Problem): string {
  return `${file}:${line}:${column} ${severity} ${rule}: ${message}`;
}

/** A line that GitHub Actions shows beside the changed line, with its own escapes. */
function annotation({ file, line, column, severity, rule, message }: Problem): string {
  const data = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${data(message)}`;
}

function summary(report: LintReport): string {
  const fixable = report.problems.filter(({ fix }) => fix).length;
  return `${counts(report)}.${fixable > 0 ? ` ${fixable} can be mended by --fix.` : ''}`;
}

function counts({ files, problems }: LintReport): string {
  const { errors, warnings } = countBySeverity(problems);
  return `${many(files, 'file')}: ${many(errors, 'error')}, ${many(warnings, 'warning')}`;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
