import type { FileFormat, Format, RecordFormat } from './format.ts';
import { elementsOfPage } from './jsonElements.ts';
import { peopleIn } from './people.ts';
import { mayHoldTickets, openEnvelope } from './readers/airbyte.ts';
import type { CommunityFormat } from './readers/communityFormat.ts';
import { discordFormat } from './readers/discord.ts';
import { discourseFormat } from './readers/discourse.ts';
import { emlFormat } from './readers/eml.ts';
import { isFreshdesk, readFreshdesk } from './readers/freshdesk.ts';
import { isGithub, readGithub } from './readers/github.ts';
import { isHelpScout, readHelpScout } from './readers/helpScout.ts';
import { isIntercom, readIntercom } from './readers/intercom.ts';
import { isJira, readJira } from './readers/jira.ts';
import { mboxFormat } from './readers/mbox.ts';
import { readPlain } from './readers/plain.ts';
import { redditFormat } from './readers/reddit.ts';
import { telegramFormat } from './readers/telegram.ts';
import { isZammad, readZammad, ticketsOfAssets } from './readers/zammad.ts';
import { isZendesk, readZendesk } from './readers/zendesk.ts';
import type { ReadResult } from './ticket.ts';

/** Formats of JSON records, in the order in which they are tried: what is told more surely comes first. */
export const RECORD_FORMATS: readonly RecordFormat[] = [
  { name: 'github', detect: isGithub, read: readGithub },
  { name: 'jira', detect: isJira, read: readJira },
  { name: 'intercom', detect: isIntercom, read: readIntercom },
  { name: 'helpscout', detect: isHelpScout, read: readHelpScout },
  { name: 'zammad', detect: isZammad, read: readZammad },
  { name: 'freshdesk', detect: isFreshdesk, read: readFreshdesk },
  { name: 'zendesk', detect: isZendesk, read: readZendesk },
];

const PLAIN: RecordFormat = { name: 'ndjson', detect: () => true, read: readPlain };

/** Chats and forums. */
export const COMMUNITY_FORMATS: readonly CommunityFormat[] = [
  discordFormat,
  telegramFormat,
  discourseFormat,
  redditFormat,
];

/** Mail. */
export const MAIL_FORMATS: readonly FileFormat[] = [mboxFormat, emlFormat];

/** What became of a record. */
export interface Read {
  readonly result: ReadResult;
  /** `zendesk`, `airbyte zendesk`, `plain`. */
  readonly format: string;
  /** Which element of the record it is if the record is a page of them, from 1. */
  readonly element?: number;
}

/**
 * Reads one parsed JSON value: a record, a page of records (`{"tickets":[…]}`), or either in an Airbyte envelope.
 * @param format tells the reader; `auto` lets each record tell
 */
export function readRecord(value: unknown, fallbackId: string, format: Format): Read[] {
  const elements = elementsOfPage(value)?.map(({ element }) => element) ?? ticketsOfAssets(value);
  if (!elements) return [readSingle(value, fallbackId, format)];
  return elements.map((element, i) => ({
    ...readSingle(element, `${fallbackId}-${i + 1}`, format),
    element: i + 1,
  }));
}

function readSingle(value: unknown, fallbackId: string, format: Format): Read {
  const envelope = openEnvelope(value);
  if (!envelope) return readOne(value, fallbackId, format);
  const isOther =
    envelope === 'message' || (!recordFormat(envelope.data, format) && !mayHoldTickets(envelope.stream));
  if (isOther) return { result: { skipped: 'other' }, format: 'airbyte' };
  const read = readOne(envelope.data, fallbackId, format);
  return { ...read, format: `airbyte ${read.format}` };
}

function readOne(record: unknown, fallbackId: string, format: Format): Read {
  const { name, read } = recordFormat(record, format) ?? PLAIN;
  return { result: withPeople(read(record, fallbackId), record), format: name === 'ndjson' ? 'plain' : name };
}

/** With everybody whom the record names: the ticket that comes of it is masked by them. */
function withPeople(result: ReadResult, record: unknown): ReadResult {
  if ('skipped' in result || 'person' in result) return result;
  const people = peopleIn(record);
  if (people.length === 0) return result;
  if ('parts' in result) return { parts: result.parts.map((part) => ({ ...part, people })) };
  return { ...result, ticket: { ...result.ticket, people } };
}

function recordFormat(record: unknown, format: Format): RecordFormat | undefined {
  const told =
    format === 'ndjson' || format === 'json' ? PLAIN : RECORD_FORMATS.find(({ name }) => name === format);
  return told ?? RECORD_FORMATS.find(({ detect }) => detect(record));
}
