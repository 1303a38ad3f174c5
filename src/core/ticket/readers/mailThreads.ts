import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Placed } from '../format.ts';
import { ticketOrEmpty, type Message, type SkipReason, type Ticket } from '../ticket.ts';
import type { MailMessage } from './mailMessage.ts';

/** Characters held at most: beyond them the threads that were quiet longest are finished, whatever may still answer them. */
const MOST_HELD = 64_000_000;
/** What a mail costs besides its text, in characters. */
const COST_OF_MAIL = 600;
/** Message-IDs remembered, to know a second copy of a mail and a late answer. */
const MOST_REMEMBERED = 500_000;

interface Thread {
  mails: { readonly mail: MailMessage; readonly place: string }[];
  held: number;
  isFinished: boolean;
}

export interface MailThreads {
  readonly add: (mail: MailMessage, place: string) => Placed[];
  /** The threads that are still held, in the order of their last mails. */
  readonly end: () => Placed[];
}

/**
 * Brings mails into threads by Message-ID, References and In-Reply-To (RFC 5322, section 3.6.4), in whatever order they come,
 * also where a mail in between is missing. One thread is one ticket. Subjects are not compared: "Re: Card" of two people are
 * two tickets.
 */
export function createMailThreads(): MailThreads {
  /** In the order of their last mails. */
  const threads = new Set<Thread>();
  const threadOf = new Map<string, Thread>();
  const seen = new Set<string>();
  let held = 0;

  const finish = (thread: Thread): Placed => {
    threads.delete(thread);
    held -= thread.held;
    const placed = { result: ticketOfThread(thread), place: thread.mails[0]!.place };
    thread.mails = [];
    thread.isFinished = true;
    return placed;
  };

  const join = (one: Thread, other: Thread): Thread => {
    if (one === other || other.isFinished) return one;
    if (one.isFinished) return other;
    const [large, small] = one.mails.length >= other.mails.length ? [one, other] : [other, one];
    for (const { mail } of small.mails) remember(keysOf(mail), large);
    large.mails.push(...small.mails);
    large.held += small.held;
    threads.delete(small);
    return large;
  };

  const remember = (ids: readonly string[], thread: Thread): void => {
    for (const id of ids) threadOf.set(id, thread);
    for (const id of threadOf.keys()) {
      if (threadOf.size <= MOST_REMEMBERED) break;
      threadOf.delete(id);
    }
  };

  const add = (mail: MailMessage, place: string): Placed[] => {
    const ids = keysOf(mail);
    if (mail.id !== '') {
      const own = ids.at(-1)!;
      if (seen.has(own)) return [{ result: { skipped: 'repeated-id' }, place }];
      seen.add(own);
      if (seen.size > MOST_REMEMBERED) seen.delete(seen.values().next().value!);
    }
    const known = ids.flatMap((id) => threadOf.get(id) ?? []);
    const isLate = known.length > 0 && known.every((thread) => thread.isFinished);
    if (isLate) return [{ result: { skipped: 'no-ticket' }, place }];
    const fresh: Thread = { mails: [], held: 0, isFinished: false };
    const thread = known.reduce(join, fresh);
    const cost = mail.own.length + mail.quoted.length + mail.references.join('').length + COST_OF_MAIL;
    thread.mails.push({ mail, place });
    thread.held += cost;
    held += cost;
    threads.delete(thread);
    threads.add(thread);
    remember(ids, thread);
    const over: Placed[] = [];
    for (const oldest of threads) {
      if (held <= MOST_HELD) break;
      over.push(finish(oldest));
    }
    return over;
  };

  return { add, end: () => [...threads].map(finish) };
}

/** What a mail is known by and answers, its own last. Hashes: half a million Message-IDs are remembered. */
function keysOf(mail: MailMessage): string[] {
  return [...mail.references, mail.id].filter((id) => id !== '').map(shortHash);
}

/** Addresses that a desk writes from. */
const DESK =
  /^(?:(?:customer|client|user|member|tech(?:nical)?)?[-._]?(?:support|service|services|care|help|helpdesk|success)|help[-._]?desk|contact|info|hello|team|cs|kefu|feedback|no-?reply|do-?not-?reply|notifications?|ticket(?:s|ing)?)(?:[-+._][^@]*)?@/i;

function ticketOfThread({ mails }: Thread): { readonly ticket: Ticket } | { readonly skipped: SkipReason } {
  const inOrder = mails
    .map(({ mail }) => mail)
    .toSorted((a, b) =>
      a.at === undefined || b.at === undefined || a.at === b.at ? 0 : a.at < b.at ? -1 : 1,
    );
  const asker = inOrder.find(({ from }) => from !== '' && !DESK.test(from)) ?? inOrder[0]!;
  const isAskers = (mail: MailMessage): boolean => mail.from === asker.from;
  const messages = inOrder.flatMap((mail, i): Message[] => {
    const body = bodyOf(mail, i === 0 || (mail === asker && !inOrder.slice(0, i).some(isAskers)));
    if (body === '') return [];
    const at = mail.at === undefined ? {} : { createdAt: mail.at };
    return [{ author: isAskers(mail) ? 'requester' : 'agent', body, ...at }];
  });
  const result = ticketOrEmpty({
    id: `mail-${shortHash(nameOf(inOrder[0]!))}`,
    createdAt: inOrder[0]!.at,
    subject: inOrder[0]!.subject,
    messages,
    tags: [],
    requesterKey: asker.from === '' ? undefined : asker.from,
    people: [...new Set(inOrder.flatMap(({ people }) => people))],
  });
  return 'ticket' in result ? { ticket: result.ticket } : { skipped: 'empty' };
}

/** Fewer, and the words only point at what is below: "please see". */
const FEWEST_OWN_CHARACTERS = 40;

/** A mail's own words; of the first mail that an export has of somebody also what they quote, if they say hardly more. */
function bodyOf({ own, quoted }: MailMessage, isFirst: boolean): string {
  return isFirst && quoted !== '' && [...own].length < FEWEST_OWN_CHARACTERS
    ? `${own}\n${quoted}`.trim()
    : own;
}

/** What the ticket is known by: the root of the thread, which is the same in every export that has any of it. */
function nameOf(first: MailMessage): string {
  return (
    first.references[0] ??
    (first.id !== '' ? first.id : `${first.at} ${first.from} ${first.subject} ${first.own}`)
  );
}

/** A Message-ID has the look of an address and a part of one; its hash has nothing of it. */
function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed()))).slice(0, 16);
}
