import type { Incident } from './incident.ts';

/** Clocks differ; what is later than this is a slip. */
const TOLERANCE_MS = 5 * 60_000;
/** Nobody wants a forgotten notice to stand for longer. */
export const LONGEST_DAYS = 30;
const DAY_MS = 86_400_000;

/** What cannot be about the times of an incident: each with the field, what was found and how to mend it. */
export function timeProblems(
  { started, updates, resolved, expires, status }: Incident,
  nowMs: number,
): string[] {
  const problems: string[] = [];
  const at = (value: string): number => Date.parse(value);
  const expect = (isRight: boolean, field: string, found: string, expected: string, fix: string): void => {
    if (!isRight) problems.push(`${field}: found ${found}; expected ${expected}. Fix: ${fix}`);
  };
  const isPast = (value: string): boolean => at(value) <= nowMs + TOLERANCE_MS;
  const last = updates.at(-1)!;

  expect(isPast(started), 'started', started, 'a time that has come', 'correct it, and its zone');
  updates.forEach((update, i) => {
    const field = `updates.${i}.at`;
    const before = updates[i - 1]?.at ?? started;
    expect(isPast(update.at), field, update.at, 'a time that has come', 'correct it, and its zone');
    expect(
      i === 0 ? at(update.at) >= at(before) : at(update.at) > at(before),
      field,
      update.at,
      `a time after ${before} (${i === 0 ? 'started' : 'the update before'})`,
      'write updates oldest first',
    );
  });
  expect(
    status === last.status,
    'status',
    status,
    `${last.status}, as the last update says`,
    'write the same in both places',
  );
  expect(
    (status === 'resolved') === (resolved !== undefined),
    'resolved',
    resolved ?? 'nothing',
    status === 'resolved' ? 'the time when it was over' : 'nothing while it is under way',
    status === 'resolved' ? 'add the time' : 'remove the line, or resolve it with an update',
  );
  if (resolved !== undefined) {
    expect(isPast(resolved), 'resolved', resolved, 'a time that has come', 'correct it, and its zone');
    expect(
      at(resolved) >= at(started),
      'resolved',
      resolved,
      `a time after ${started} (started)`,
      'correct one of them',
    );
    expect(
      at(resolved) <= at(last.at),
      'resolved',
      resolved,
      `a time not after ${last.at} (the update that says so)`,
      'correct one of them',
    );
  }
  expect(
    at(expires) >= at(last.at),
    'expires',
    expires,
    `a time not before ${last.at} (the last update${resolved === undefined ? '' : ', which says that it is over'})`,
    'write when the notice may go',
  );
  expect(
    at(expires) - at(last.at) <= LONGEST_DAYS * DAY_MS,
    'expires',
    expires,
    `at most ${LONGEST_DAYS} days after the last update`,
    'write an earlier day; each update can move it',
  );
  return problems;
}
