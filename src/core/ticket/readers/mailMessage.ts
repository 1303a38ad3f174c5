import PostalMime, { type Address, type Email } from 'postal-mime';
import { htmlText } from '../htmlText.ts';
import type { SkipReason } from '../ticket.ts';
import { toIsoDate } from './fields.ts';
import { isAutomaticMail, type MailHeaders } from './mailAutomatic.ts';
import { partMailText } from './mailText.ts';

/** A mail as threads need it. */
export interface MailMessage {
  /** The Message-ID with its brackets; '' if there is none. */
  readonly id: string;
  /** The Message-IDs it answers, the nearest last. */
  readonly references: readonly string[];
  /** The sender's address in lower case; '' if unknown. */
  readonly from: string;
  readonly subject: string;
  /** ISO 8601, UTC. */
  readonly at: string | undefined;
  readonly own: string;
  readonly quoted: string;
  /** Names and addresses in its header. */
  readonly people: readonly string[];
}

/** Characters of a mail's text that are kept, of its own and of the quoted each. */
const LONGEST_TEXT = 20_000;
const MOST_REFERENCES = 100;

/**
 * Reads one mail (RFC 5322, MIME) with postal-mime: charsets by what each part declares; where it declares none and its bytes
 * are no UTF-8, GB18030. Never throws: a mail that cannot be parsed is malformed.
 */
export async function readMail(raw: Uint8Array): Promise<MailMessage | SkipReason> {
  if (!HEADER.test(asAscii(raw.subarray(0, HEADER_BYTES)))) return 'not-a-record';
  const mail = await parse(raw);
  if (!mail) return 'malformed';
  const again = isUndeclaredGb18030(mail, raw) ? await parse(gb18030AsUtf8(raw)) : undefined;
  const subject = best(mail.subject, again?.subject);
  const headers = headersOf(mail);
  const from = addressOf(mail.from) || addressOf(mail.sender);
  if (isAutomaticMail(headers, from || (mail.returnPath ?? ''), subject)) return 'automatic';
  const { own, quoted } = partMailText(best(textOf(mail), again && textOf(again)));
  if (own === '' && quoted === '' && subject.trim() === '') return 'empty';
  return {
    id: idsIn(mail.messageId)[0] ?? '',
    references: [...idsIn(mail.references), ...idsIn(mail.inReplyTo)].slice(-MOST_REFERENCES),
    from,
    subject: cutCopy(subject),
    at: dateOf(headers),
    own: cutCopy(own),
    quoted: cutCopy(quoted),
    people: peopleOf(mail),
  };
}

/** A part of a string keeps the whole in memory; threads are held long, so what is cut is copied. */
function cutCopy(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return new TextDecoder().decode(new TextEncoder().encode(text.slice(0, LONGEST_TEXT)));
}

const HEADER_BYTES = 4096;
/** At least one line of a mail's header near its beginning. */
const HEADER =
  /^(?:from|to|cc|date|subject|message-id|received|return-path|delivered-to|mime-version|x-[\w-]+|content-type|reply-to|sender)[ \t]*:/im;

function asAscii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Limits keep a crafted mail from taking memory or time: parts, headers and mails within mails. */
async function parse(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: 64,
      maxHeadersSize: 1 << 17,
      maxRfc822NestingDepth: 3,
    });
  } catch {
    return undefined;
  }
}

function textOf({ text, html }: Email): string {
  const plain = text?.trim() ?? '';
  return (plain === '' && html !== undefined ? htmlText(html) : plain).toWellFormed();
}

/** The first without characters that could not be decoded; else the first that there is. */
function best(first: string | undefined, second: string | undefined): string {
  const isWhole = (text: string | undefined): text is string =>
    text !== undefined && !text.includes('\uFFFD');
  return (isWhole(first) ? first : isWhole(second) ? second : (first ?? second ?? '')).toWellFormed();
}

function isUndeclaredGb18030(mail: Email, raw: Uint8Array): boolean {
  if (!`${mail.subject ?? ''}${mail.text ?? ''}${mail.html ?? ''}`.includes('\uFFFD')) return false;
  return !decodes(raw, 'utf-8') && decodes(raw, 'gb18030');
}

function decodes(raw: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(raw);
    return true;
  } catch {
    return false;
  }
}

function gb18030AsUtf8(raw: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder('gb18030').decode(raw));
}

function headersOf({ headers }: Email): MailHeaders {
  const first = new Map<string, string>();
  for (const { key, value } of headers) if (!first.has(key)) first.set(key, value);
  return first;
}

function addressOf(address: Address | undefined): string {
  return (address?.address ?? address?.group?.[0]?.address ?? '').trim().toLowerCase();
}

const MOST_PEOPLE = 30;

function peopleOf(mail: Email): string[] {
  const all = [mail.from, mail.sender, ...(mail.replyTo ?? []), ...(mail.to ?? []), ...(mail.cc ?? [])];
  const each = all.flatMap((address) => (address?.group ? address.group : address ? [address] : []));
  return each
    .slice(0, MOST_PEOPLE)
    .flatMap(({ name, address }) => [name, address ?? ''])
    .filter((text) => text.trim() !== '' && text.length <= 120);
}

function idsIn(header: string | undefined): string[] {
  return [...(header ?? '').slice(0, 32_768).matchAll(/<[^<>\s]{1,500}>/g)].map(([id]) => id);
}

/** `Mon, 18 May 2026 07:16:04 +0200`; a parser of dates takes far more for one. */
const MAIL_DATE = /^(?:[a-z]{3,9}\.?,?\s+)?\d{1,2}\s+[a-z]{3,9}\.?\s+\d{2,4}\s+\d{1,2}:\d{2}/i;

/** The date of the header; without a zone it is taken for UTC, wherever the program runs. */
function dateOf(headers: MailHeaders): string | undefined {
  const written = (headers.get('date') ?? '').replace(/\([^()]*\)/g, ' ').trim();
  if (written === '' || written.length > 100) return undefined;
  if (!MAIL_DATE.test(written)) return toIsoDate(written);
  const parsed = new Date(/(?:[+-]\d{4}|[A-Z]{1,5})$/.test(written) ? written : `${written} +0000`);
  return Number.isNaN(parsed.getTime()) ? undefined : toIsoDate(parsed.toISOString());
}
