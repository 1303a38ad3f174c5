import * as z from 'zod/mini';
import { LANGUAGES } from '../../article/language.ts';
import { takeOnce } from '../takeOnce.ts';

/** Where the desk keeps what stands on it while the agent is on another page: session storage, so that it ends with the tab. */
export const VISIT_KEY = 'firstline.desk.visit';

/** The longest ticket, in UTF-16 units: people select no more, and looking for secrets in a megabyte takes minutes. */
export const MAX_TICKET = 20_000;

const text = z.string().check(z.maxLength(4 * MAX_TICKET));
const schema = z.object({
  ticket: z.string().check(z.maxLength(MAX_TICKET)),
  /** What the agent says the language is, against what was found. */
  language: z.optional(z.enum(LANGUAGES)),
  /** The language that the ticket is answered in. */
  spoken: z.enum(LANGUAGES),
  /** The article the agent chose. */
  chosen: z.optional(text),
  /** The language under which the ticket was counted, and what was linked for it: it is not counted again. */
  counted: z.optional(z.enum(LANGUAGES)),
  linked: z.array(text).check(z.maxLength(100)),
  /** The open reply, with everything that was written into it. */
  reply: z.optional(
    z.object({
      article: text,
      id: text,
      values: z.record(text, text),
      drafts: z.array(z.object({ key: text, text })).check(z.maxLength(100)),
    }),
  ),
});
/** What stands on the desk. Nothing is in it that the privacy guard has not looked at. */
export type Visit = Readonly<z.infer<typeof schema>>;

export function keepVisit(store: Pick<Storage, 'setItem' | 'removeItem'>, visit: Visit): void {
  try {
    if (visit.ticket.trim() === '' && visit.reply === undefined) store.removeItem(VISIT_KEY);
    else store.setItem(VISIT_KEY, JSON.stringify(visit));
  } catch {
    // Full or forbidden: the ticket is in the help desk still.
  }
}

/** Takes what was kept, once; undefined if there is none, and for what has not the shape. */
export function takeVisit(store: Pick<Storage, 'getItem' | 'removeItem'>): Visit | undefined {
  return takeOnce(store, VISIT_KEY, schema);
}

/** Reads what was kept, and leaves it there. */
export function readVisit(store: Pick<Storage, 'getItem'>): Visit | undefined {
  try {
    const result = schema.safeParse(JSON.parse(store.getItem(VISIT_KEY) ?? 'null'));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
