/**
 * Against machines that fill in every form, without asking people to prove that they are none:
 * - a field that people do not see stays empty. Filled, it may be a machine or a browser's autofill: the ticket is
 *   refused with a plain message (`trap`), never thrown away in silence, and goes once the field is empty;
 * - nobody writes a ticket within a moment. It is not refused: it waits until the moment has passed.
 * Text that only goes to the person's own mail program or clipboard is not looked at.
 */
export interface FormEvidence {
  /** What is in the field that people do not see. */
  readonly trap: string;
  /** When the form was first touched, in milliseconds since 1970. */
  readonly startedAt: number;
}

const SHORTEST_MS = 3000;

/** How long a ticket has still to wait, in milliseconds. A clock that was set back makes nobody wait for longer. */
export function waitMs({ startedAt }: FormEvidence, now: number): number {
  return Math.min(SHORTEST_MS, Math.max(0, startedAt + SHORTEST_MS - now));
}
