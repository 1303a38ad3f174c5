import { detectLanguage, type Language } from '../article/language.ts';
import { FIELD_JOINT } from '../privacy/fieldJoint.ts';
import { kindOnly, placeholders, type Placeholder } from '../privacy/placeholder.ts';
import { findAll, replaceFindings } from '../privacy/redact.ts';
import type { Finding, FindingKind } from '../privacy/secret.ts';
import {
  ownSubject,
  ownWords,
  problemText,
  PROBLEM_CHARACTERS,
  questionBodies,
} from '../ticket/problemText.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { articlesTried, type ArticlesTried } from './articlesTried.ts';
import { linkedSlugs, withoutAddresses } from './replyLinks.ts';
import { visibleText } from './safeText.ts';
import { versionsIn } from './versions.ts';

/** What mining keeps of a ticket: nothing unredacted. */
export interface MinedTicket extends ArticlesTried {
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
  /** The last answer of an agent, where it is another one than the first; '' if it is not. */
  readonly resolution: string;
  readonly answered: boolean;
  /** The articles that agents linked. */
  readonly slugs: readonly string[];
  /** Tells requesters apart: a number, by the order in which they turn up; undefined if the export does not tell. */
  readonly person: number | undefined;
  /** As the desk filed it. */
  readonly product: string | undefined;
  readonly reopenings: number;
  /** Hours until it was solved; undefined if the export does not say. */
  readonly solvedHours: number | undefined;
  /** Versions of the product that the requester names. */
  readonly versions: readonly string[];
}

export interface Prepared {
  readonly mined: MinedTicket;
  /** How much was redacted, by kind. */
  readonly redactions: Readonly<Record<string, number>>;
}

/** Longer messages are cut before they are searched for personal data: mining keeps their beginning only. */
const SEARCHED_CHARACTERS = 4_000;
/** What lies so near to the cut is not kept: it may be the half of a secret that is recognised as a whole only. */
const CUT_MARGIN = 400;

/**
 * Redacts a ticket and reduces it to what mining needs; the ticket itself can be let go of. Of the messages only the
 * requester's question and the first and the last of an agent are kept, so only these are searched.
 * @param person a number for the requester, the same for the same one
 * @param answers is filled with agents' answers, redacted, since half of them are the same macros again and again
 * @param pseudonymKey makes pseudonyms of addresses and transactions that stay in an id or a product
 */
export function prepareTicket(
  ticket: Ticket,
  knownSlugs: ReadonlySet<string>,
  person?: number,
  answers: Map<string, RedactedParts> = new Map(),
  pseudonymKey?: string,
): Prepared {
  // Addresses of articles are looked up first: redaction may take addresses out.
  const slugs = linkedSlugs(ticket, knownSlugs);
  const redactions: Record<string, number> = {};
  const counted = ({ texts, counts }: RedactedParts): readonly string[] => {
    for (const [kind, count] of Object.entries(counts)) redactions[kind] = (redactions[kind] ?? 0) + count;
    return texts;
  };
  // One for the ticket: who is `[email 2]` in the message is so in all of it.
  const placeholder = placeholders({ pseudonymKey });
  const clean = (...parts: readonly string[]): readonly string[] =>
    counted(
      redactedParts(
        parts.map((part) => searched(visibleText(part))),
        placeholder,
      ),
    );
  const answer = ticket.messages.find(({ author }) => author === 'agent')?.body ?? '';
  const last = ticket.messages.findLast(({ author }) => author === 'agent')?.body ?? '';
  // Together, as somebody who reads them would: "my phrase is" may end the subject, and begin the message.
  const [subject = '', ...bodies] = clean(ticket.subject, ...questionBodies(ticket));
  const body = bodies.join('\n');
  const reply = counted(remembered(answers, answer))[0]!;
  const resolution = last === answer ? '' : counted(remembered(answers, last))[0]!;
  const [product] = ticket.product === undefined ? [''] : (clean(ticket.product) as [string]);
  const text = problemText({
    subject,
    messages: bodies.map((said) => ({ author: 'requester', body: said })),
  });
  const atMs = timeOf(ticket.createdAt);
  const solvedMs = timeOf(ticket.resolvedAt);
  return {
    mined: {
      // A column of names or addresses may have been taken for the id.
      id: PLAIN_ID.test(ticket.id) ? ticket.id : clean(ticket.id)[0]!,
      atMs,
      language: detectLanguage(text),
      subject: ownSubject(subject),
      text,
      reply: answerText(reply),
      resolution: answerText(resolution),
      answered: answer.trim() !== '',
      slugs,
      person,
      product: product.trim().slice(0, PRODUCT_CHARACTERS) || undefined,
      reopenings: ticket.reopenings ?? 0,
      solvedHours:
        atMs === undefined || solvedMs === undefined || solvedMs < atMs
          ? undefined
          : (solvedMs - atMs) / 3_600_000,
      versions: versionsIn(`${subject}\n${body}`),
      ...articlesTried(body, knownSlugs),
    },
    redactions,
  };
}

function answerText(redacted: string): string {
  return withoutAddresses(ownWords(redacted))
    .trim()
    .slice(0, 2 * PROBLEM_CHARACTERS)
    .toWellFormed();
}

/** More different answers than these are no macros. */
const MOST_ANSWERS = 1_000;

function remembered(answers: Map<string, RedactedParts>, answer: string): RedactedParts {
  const known = answers.get(answer);
  if (known) return known;
  // The same macro must be the same text, whatever else is in the ticket.
  const redacted = redactedParts([searched(visibleText(answer))], kindOnly);
  if (answers.size < MOST_ANSWERS) answers.set(answer, redacted);
  return redacted;
}

const PLAIN_ID = /^[\w.#:-]{1,64}$/;
const PRODUCT_CHARACTERS = 60;

function timeOf(iso: string | undefined): number | undefined {
  const ms = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(ms) ? undefined : ms;
}

function searched(text: string): string {
  return text.length <= SEARCHED_CHARACTERS ? text : text.slice(0, SEARCHED_CHARACTERS);
}

interface RedactedParts {
  readonly texts: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Redacts texts that are read one after the other; a finding that goes across is taken out of both. */
function redactedParts(parts: readonly string[], placeholder: Placeholder): RedactedParts {
  const findings = findAll(parts.join(FIELD_JOINT));
  const counts: Record<string, number> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  let start = 0;
  const texts = parts.map((part) => {
    const end = start + part.length;
    const own = findings
      .filter((finding) => finding.start < end && finding.end > start)
      .map((finding): Finding<FindingKind> => ({
        kind: finding.kind,
        start: Math.max(finding.start, start) - start,
        end: Math.min(finding.end, end) - start,
      }));
    start = end + FIELD_JOINT.length;
    const isCut = part.length === SEARCHED_CHARACTERS;
    return replaceFindings(...(isCut ? beforeCut(part, own) : ([part, own] as const)), placeholder).text;
  });
  return { texts, counts };
}

/** A cut text without its last stretch, and the findings of what is left. */
function beforeCut(
  text: string,
  findings: readonly Finding<FindingKind>[],
): readonly [string, readonly Finding<FindingKind>[]] {
  const straddling = findings.find(
    ({ start, end }) => start < text.length - CUT_MARGIN && end > text.length - CUT_MARGIN,
  );
  const length = straddling?.start ?? text.length - CUT_MARGIN;
  return [text.slice(0, length), findings.filter(({ end }) => end <= length)];
}
