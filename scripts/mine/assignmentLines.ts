import type { Mined } from '../../src/core/mining/mine.ts';
import { oneLine } from '../../src/core/mining/safeText.ts';

/** Lines at once: a million of them one by one would take longer to write. */
const BLOCK = 10_000;

/** `{"ticketId", "issueId", "similarity"}` a line, in the order of the export; null where a ticket is like no others. */
export function* assignmentLines({
  assignments,
  ids,
}: Pick<Mined, 'assignments' | 'ids'>): Generator<string> {
  let block: string[] = [];
  for (const [place, id] of assignments.ids.entries()) {
    const issue = assignments.issues[place]!;
    const similarity = Math.round(assignments.similarities[place]! * 10_000) / 10_000;
    block.push(
      `${JSON.stringify({ ticketId: oneLine(id), issueId: issue < 0 ? null : ids[issue]!, similarity })}\n`,
    );
    if (block.length < BLOCK) continue;
    yield block.join('');
    block = [];
  }
  yield block.join('');
}
