import { SEVERITIES, type Severity } from '../handOver.ts';
import type { SeverityMatrix } from './severityMatrix.ts';

/** The level that the ticked facts give: the gravest of them. Undefined if none is ticked. */
export function severityOf(
  reasons: readonly string[],
  { reasons: known }: Pick<SeverityMatrix, 'reasons'>,
): Severity | undefined {
  const levels = new Set(known.filter(({ id }) => reasons.includes(id)).map(({ level }) => level));
  return SEVERITIES.find((level) => levels.has(level));
}

/** Whether a level is less grave than another: sev3 is below sev2. */
export function isBelow(level: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(level) > SEVERITIES.indexOf(other);
}
