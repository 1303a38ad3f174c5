import type { Progress, SendEffects } from '../effects.ts';
import { TicketNotDelivered, TicketRefused, type Receipt } from '../outcome.ts';
import type { Answer } from '../retry.ts';
import type { TicketDraft } from '../ticketDraft.ts';
import type { TicketTarget } from '../ticketTarget.ts';

/**
 * How one kind of target is sent to.
 * @param progress what earlier tries at the same ticket have done
 * @throws TicketRefused, TicketNotDelivered
 */
export type Adapter<Kind extends TicketTarget['kind']> = (
  target: Extract<TicketTarget, { kind: Kind }>,
) => (draft: TicketDraft, effects: SendEffects, progress: Progress) => Promise<Receipt>;

/** Long enough for a sentence, too short for a page of HTML. */
const LONGEST_MESSAGE = 300;

/** A step that, once it has succeeded, is not done again; nor is one after which the ticket may have arrived. */
export async function step<T>(progress: Progress, name: string, run: () => Promise<T>): Promise<T> {
  const known = progress.get(name);
  if (known instanceof TicketNotDelivered) throw known;
  if (progress.has(name)) return known as T;
  try {
    const result = await run();
    progress.set(name, result);
    return result;
  } catch (error) {
    if (error instanceof TicketNotDelivered && error.mayHaveArrived) progress.set(name, error);
    throw error;
  }
}

/** A property of what a server sent; undefined wherever it is not as expected. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

/** An id or a sentence of a server's as text; '' if it is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' || typeof found === 'number'
    ? String(found).slice(0, LONGEST_MESSAGE)
    : '';
}

/** The entries of an object that a server sent; none if it is no object. */
export function entriesAt(value: unknown, ...path: readonly (string | number)[]): [string, unknown][] {
  const found = at(value, ...path);
  return typeof found === 'object' && found !== null ? Object.entries(found) : [];
}

/** A 4xx as an error, with the server's own sentence if it has one. */
export function refusal(
  { status, json }: Answer,
  fields: Readonly<Record<string, string>> = {},
): TicketRefused {
  const sentence = ['message', 'description', 'error'].map((key) => textAt(json, key)).find(Boolean) ?? '';
  return new TicketRefused(sentence || `The ticket was refused with ${status}.`, fields, [], {
    status,
    sentence,
  });
}

/** Success without what a success is documented to hold: perhaps the page of a hotel's network. */
export function unreadable(): TicketNotDelivered {
  return new TicketNotDelivered('The answer is not one that this target gives.', true);
}
