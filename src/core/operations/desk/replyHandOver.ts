import * as z from 'zod/mini';
import { LANGUAGES } from '../../article/language.ts';
import { replaceFindings } from '../../privacy/redact.ts';
import type { Finder, SecretKind } from '../../privacy/secret.ts';
import { identifiersSchema } from '../handOver.ts';
import { takeOnce } from '../takeOnce.ts';

/** Where a walk leaves the reply that it ended in: a key of session storage, so that it ends with the tab. */
export const REPLY_KEY = 'firstline.desk.walk';

const schema = z.object({
  /** Id of the reply. */
  reply: z.string().check(z.maxLength(100)),
  /** The customer's. */
  language: z.enum(LANGUAGES),
  identifiers: identifiersSchema,
});
/** What a triage knows already when its reply is opened at the desk. */
export type ReplyHandOver = Readonly<z.infer<typeof schema>>;

/** Leaves a reply for the desk, without secrets. What does not fit into storage is done without: the address names the reply. */
export function leaveReply(
  store: Pick<Storage, 'setItem'>,
  left: ReplyHandOver,
  find: Finder<SecretKind>,
): void {
  const identifiers = left.identifiers.map(({ kind, value }) => ({
    kind,
    value: replaceFindings(value, find(value)).text,
  }));
  try {
    store.setItem(REPLY_KEY, JSON.stringify({ ...left, identifiers }));
  } catch {
    // The reply opens empty.
  }
}

/** Takes what was left, once; undefined if there is none, and for what has not the shape. */
export function takeReply(store: Pick<Storage, 'getItem' | 'removeItem'>): ReplyHandOver | undefined {
  return takeOnce(store, REPLY_KEY, schema);
}
