import { detectLanguage, type Language } from '../article/language.ts';
import { redact } from '../privacy/redact.ts';
import { ownSubject, ownWords, problemText } from '../ticket/problemText.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { linkedSlugs, withoutAddresses } from './replyLinks.ts';
import { visibleText } from './safeText.ts';

/** What mining keeps of a ticket: nothing unredacted. */
export interface MinedTicket {
  readonly id: string;
  /** Milliseconds since 1970; undefined if the export does not say. */
  readonly atMs: number | undefined;
  readonly language: Language | 'other';
  /** As the requester wrote it, see `ownSubject`; '' if there is none. */
  readonly subject: string;
  /** The problem in the requester's words, see `problemText`. */
  readonly text: string;
  /** The first answer of an agent without addresses, '' if none. */
  readonly reply: string;
  readonly answered: boolean;
  /** The articles that agents linked. */
  readonly slugs: readonly string[];
  readonly requesterKey: string | undefined;
}

export interface Prepared {
  readonly mined: MinedTicket;
  /** How much was redacted, by kind. */
  readonly redactions: Readonly<Record<string, number>>;
}

/** Redacts a ticket and reduces it to what mining needs; the ticket itself can be let go of. */
export function prepareTicket(ticket: Ticket, knownSlugs: ReadonlySet<string>): Prepared {
  // Addresses of articles are looked up first: redaction may take addresses out.
  const slugs = linkedSlugs(ticket, knownSlugs);
  const redactions: Record<string, number> = {};
  const clean = (text: string): string => {
    const redacted = redact(visibleText(text));
    for (const [kind, count] of Object.entries(redacted.counts))
      redactions[kind] = (redactions[kind] ?? 0) + count;
    return redacted.text;
  };
  const subject = clean(ticket.subject);
  const messages = ticket.messages.map((message) => ({ ...message, body: clean(message.body) }));
  const text = problemText({ subject, messages });
  const reply = messages.find((message) => message.author === 'agent')?.body ?? '';
  const atMs = ticket.createdAt === undefined ? Number.NaN : Date.parse(ticket.createdAt);
  return {
    mined: {
      // A column of names or addresses may have been taken for the id.
      id: PLAIN_ID.test(ticket.id) ? ticket.id : clean(ticket.id),
      atMs: Number.isNaN(atMs) ? undefined : atMs,
      language: detectLanguage(text),
      subject: ownSubject(subject),
      text,
      reply: withoutAddresses(ownWords(reply)).trim(),
      answered: reply.trim() !== '',
      slugs,
      requesterKey: ticket.requesterKey,
    },
    redactions,
  };
}

const PLAIN_ID = /^[\w.#:-]{1,64}$/;
