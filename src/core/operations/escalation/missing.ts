import { EXTRA_AFTER, FIELDS, LONGEST_SUMMARY } from './fields.ts';
import { isBelow, severityOf } from './severity.ts';
import { badHashes, badIds, type ShapeProblem } from './identifiers.ts';
import type { Draft } from './draft.ts';
import type { SeverityMatrix } from './severityMatrix.ts';
import type { Team } from './team.ts';
import type { Severity } from '../handOver.ts';

/** Why an escalation would come back. */
export type Gap =
  | {
      readonly field: string;
      readonly reason: 'empty' | 'too-short' | 'too-long' | 'no-number' | 'in-future' | 'no-reason';
    }
  /** At least one of these must be filled in; `field` is the first of them. */
  | { readonly field: string; readonly reason: 'one-of'; readonly fields: readonly string[] }
  | { readonly field: string; readonly reason: ShapeProblem; readonly line: string }
  /** Below what the ticked facts give, and no reason is given. */
  | { readonly field: 'severityNote'; readonly reason: 'below-matrix'; readonly level: Severity }
  /** A level that does not go to this team. */
  | { readonly field: 'severity'; readonly reason: 'elsewhere' };

/** Shorter ones say "it doesn't work". Chinese says in eight characters what English says in twenty. */
const SHORTEST_SUMMARY = 8;

/**
 * What is missing before a team can start, in the order of the form.
 * @param now in milliseconds since 1970
 */
export function gapsOf(
  draft: Draft,
  team: Team,
  matrix: Pick<SeverityMatrix, 'reasons'>,
  now: number,
): Gap[] {
  const { values, reasons } = draft;
  const valueOf = (field: string): string => values[field]?.trim() ?? '';
  const order = ['summary', ...team.sections.flatMap(({ fields }) => fields)];
  const implied = severityOf(reasons, matrix);
  const severity = (valueOf('severity') || implied) as Severity | undefined;

  const gaps: Gap[] = [
    ...team.required
      .filter((field) => (field === 'severity' ? !severity : valueOf(field) === ''))
      .map((field): Gap => ({ field, reason: 'empty' })),
    ...team.oneOf
      .filter((fields) => fields.every((field) => valueOf(field) === ''))
      .map((fields): Gap => ({ field: fields[0]!, reason: 'one-of', fields })),
    ...shapeGaps(valueOf, order, now),
  ];
  // Where a walk gave the level, or the agent, a sentence says why.
  if (severity && reasons.length === 0 && valueOf('severityNote') === '' && order.includes('severity'))
    gaps.push({ field: 'severity', reason: 'no-reason' });
  if (severity && implied && isBelow(severity, implied) && valueOf('severityNote') === '')
    gaps.push({ field: 'severityNote', reason: 'below-matrix', level: implied });
  if (severity && !team.severities.includes(severity)) gaps.push({ field: 'severity', reason: 'elsewhere' });
  const form: readonly string[] = FIELDS;
  const place = (field: string): number => form.indexOf(form.includes(field) ? field : EXTRA_AFTER);
  return gaps.toSorted((a, b) => place(a.field) - place(b.field));
}

function shapeGaps(valueOf: (field: string) => string, order: readonly string[], now: number): Gap[] {
  const gaps: Gap[] = [];
  const summary = valueOf('summary');
  if (summary !== '' && summary.length < SHORTEST_SUMMARY)
    gaps.push({ field: 'summary', reason: 'too-short' });
  if (summary.length > LONGEST_SUMMARY) gaps.push({ field: 'summary', reason: 'too-long' });
  if (valueOf('customers') !== '' && !/^\d{1,9}$/.test(valueOf('customers')))
    gaps.push({ field: 'customers', reason: 'no-number' });
  if (Date.parse(valueOf('firstSeen')) > now) gaps.push({ field: 'firstSeen', reason: 'in-future' });
  for (const { line, problem } of badHashes(valueOf('hash'), valueOf('network')))
    gaps.push({ field: 'hash', reason: problem, line });
  for (const { line, problem } of badIds(valueOf('ids'))) gaps.push({ field: 'ids', reason: problem, line });
  // What a team does not ask for may stand there from another one; it is not sent, so it need not be right.
  return gaps.filter(({ field }) => order.includes(field));
}
