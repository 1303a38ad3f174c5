import { htmlText } from '../htmlText.ts';
import {
  ticketOrEmpty,
  type Author,
  type ReadResult,
  type RecordReader,
  type TicketPart,
} from '../ticket.ts';
import { fieldsOf, isFields, listOf, textOr, toCount, toIsoDate, toText, type Fields } from './fields.ts';
import { gradeOf, messageOf, partOf } from './messages.ts';

/**
 * Reads conversations of the Intercom API (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations):
 * what opened them is their `source`, the rest their `conversation_parts`, inside or as records of their own. Notes and
 * what bots said are left out.
 */
export const readIntercom: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  if (isFields(record['ticket_attributes'])) return readTicket(record, fallbackId);
  if (isPart(record)) return { parts: [partFrom(record, toText(record['conversation_id']))] };
  const id = toText(record['id']);
  // Before version 2.0 of the interface, the source was the `conversation_message`.
  const source = fieldsOf(record['source'] ?? record['conversation_message']);
  const opening = partFrom({ created_at: record['created_at'], part_type: 'comment', ...source }, id);
  const list = isFields(record['conversation_parts'])
    ? record['conversation_parts']['conversation_parts']
    : record['conversation_parts'];
  const parts = listOf(list).map((part) => partFrom(part, id));
  // A tour or a campaign that nobody answered.
  const isProgram = fieldsOf(source['author'])['type'] === 'bot';
  if (
    isProgram &&
    Array.isArray(list) &&
    !parts.some(({ author, hidden }) => author === 'requester' && !hidden)
  )
    return { skipped: 'automatic' };
  const statistics = fieldsOf(record['statistics']);
  return ticketOrEmpty(
    {
      id: id || fallbackId,
      createdAt: toIsoDate(record['created_at']),
      updatedAt: toIsoDate(record['updated_at']),
      resolvedAt: toIsoDate(statistics['last_close_at'] ?? statistics['first_close_at']) ?? closedAt(record),
      // What an agent or a campaign wrote first has a subject that is no customer's.
      subject:
        opening.author === 'requester' ? toText(record['title']) || htmlText(toText(source['subject'])) : '',
      messages: [opening, ...parts]
        .filter((part) => part.hidden === undefined)
        .flatMap((part) => messageOf(part.author ?? 'agent', part.body, part.createdAt)),
      tags: listOf(fieldsOf(record['tags'])['tags'])
        .map((tag) => toText(tag['name']))
        .filter(Boolean),
      satisfaction: gradeOf(fieldsOf(record['conversation_rating'])['rating']),
      reopenings: toCount(statistics['count_reopens']),
      requesterKey: requesterOf(record, source),
    },
    id !== '' && !Array.isArray(list) ? id : undefined,
  );
};

/** Whether a record looks like an Intercom conversation or a part of one. */
export function isIntercom(record: unknown): boolean {
  if (!isFields(record)) return false;
  return (
    isPart(record) ||
    isFields(record['ticket_attributes']) ||
    'conversation_parts' in record ||
    'conversation_message' in record ||
    (record['type'] === 'conversation' && isFields(record['source'])) ||
    'admin_assignee_id' in record
  );
}

/** Tickets of Intercom's own have their texts in attributes, and parts of their own. */
function readTicket(record: Fields, fallbackId: string): ReadResult {
  const attributes = fieldsOf(record['ticket_attributes']);
  const id = toText(record['id']);
  const createdAt = toIsoDate(record['created_at']);
  const parts = fieldsOf(record['ticket_parts'])['ticket_parts'];
  return ticketOrEmpty({
    id: id || fallbackId,
    createdAt,
    updatedAt: toIsoDate(record['updated_at']),
    resolvedAt: record['ticket_state'] === 'resolved' ? toIsoDate(record['updated_at']) : closedAt(record),
    subject: toText(attributes['_default_title_']),
    messages: [
      ...messageOf('requester', htmlText(toText(attributes['_default_description_'])), createdAt),
      ...listOf(parts)
        .map((part) => partFrom(part, id))
        .filter((part) => part.hidden === undefined)
        .flatMap((part) => messageOf(part.author ?? 'agent', part.body, part.createdAt)),
    ],
    tags: [],
    requesterKey: requesterOf(record, {}),
  });
}

/** Parts that say something; the others tell of assignments, states and ratings, and may repeat a note. */
const SPOKEN = new Set(['comment', 'open', 'close', 'assignment', 'quick_reply', 'message']);
const REQUESTERS = new Set(['user', 'lead', 'contact', 'visitor']);

function isPart(record: Fields): boolean {
  return record['type'] === 'conversation_part' || ('part_type' in record && 'conversation_id' in record);
}

function partFrom(part: Fields, ticketKey: string): TicketPart {
  const writer = fieldsOf(part['author']);
  const author: Author = REQUESTERS.has(toText(writer['type'])) ? 'requester' : 'agent';
  const isBot =
    writer['type'] === 'bot' || writer['from_ai_agent'] === true || writer['is_ai_answer'] === true;
  const isSpoken = SPOKEN.has(toText(part['part_type']) || 'comment') && part['redacted'] !== true;
  return partOf({
    ticketKey,
    body: htmlText(toText(part['body']), { links: author === 'agent' }),
    createdAt: toIsoDate(part['created_at']),
    author,
    authorKey: toText(writer['id']),
    hidden: isBot || !isSpoken ? true : undefined,
  });
}

/** Without statistics, the last change of a closed conversation is the nearest. */
function closedAt(record: Fields): string | undefined {
  return record['state'] === 'closed' || record['open'] === false
    ? toIsoDate(record['updated_at'])
    : undefined;
}

function requesterOf(record: Fields, source: Fields): string | undefined {
  const contacts = Array.isArray(record['contacts'])
    ? record['contacts']
    : fieldsOf(record['contacts'])['contacts'];
  const author = fieldsOf(source['author']);
  return (
    textOr(listOf(contacts)[0]?.['id']) ??
    (REQUESTERS.has(toText(author['type'])) ? textOr(author['id']) : undefined)
  );
}
