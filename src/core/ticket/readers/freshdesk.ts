import { htmlText } from '../htmlText.ts';
import { ticketOrEmpty, type RecordReader, type TicketPart } from '../ticket.ts';
import { fieldsOf, isFields, listOf, textOr, toIsoDate, toText, toTextList, type Fields } from './fields.ts';
import { mailWords } from './mailText.ts';
import { messageOf, partOf, withOpening } from './messages.ts';

/**
 * Reads tickets of the Freshdesk API (https://developers.freshdesk.com/api/#tickets), listed or one by one, with their
 * `conversations` inside or as records of their own. Private notes are left out; so are what surveys and automations add.
 */
export const readFreshdesk: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  // The export of an account wraps each ticket, and calls the conversations notes.
  if (isFields(record['helpdesk_ticket']))
    return readFreshdesk(unwrapped(record['helpdesk_ticket']), fallbackId);
  if (isConversation(record)) return { parts: [conversationOf(record, toText(record['ticket_id']))] };
  if (record['deleted'] === true) return { skipped: 'deleted' };
  if (record['spam'] === true) return { skipped: 'spam' };
  const createdAt = toIsoDate(record['created_at']);
  const id = toText(record['id']);
  const stats = fieldsOf(record['stats']);
  const conversations = listOf(record['conversations']).map((part) => conversationOf(part, id));
  const messages = conversations
    .filter((part) => part.hidden === undefined)
    .flatMap((part) => messageOf(part.author ?? 'agent', part.body, part.createdAt));
  // A mail that an agent sent first: its subject is no customer's.
  const isOutbound = record['source'] === OUTBOUND_EMAIL;
  // The plain text of the interface has no lines: signature and quoted mail could not be told from the rest.
  const asked = mailWords(
    htmlText(toText(record['description'])) || toText(record['description_text']).trim(),
  );
  return ticketOrEmpty(
    {
      id: id || fallbackId,
      createdAt,
      updatedAt: toIsoDate(record['updated_at']),
      resolvedAt:
        toIsoDate(stats['resolved_at']) ??
        toIsoDate(stats['closed_at']) ??
        (isResolved(record) ? toIsoDate(record['updated_at']) : undefined),
      subject: isOutbound ? '' : toText(record['subject']),
      messages: withOpening(messageOf(isOutbound ? 'agent' : 'requester', asked, createdAt), messages),
      tags: toTextList(record['tags']),
      product: textOr(record['product_id']),
      requesterKey: textOr(record['requester_id']),
    },
    id !== '' && !Array.isArray(record['conversations']) ? id : undefined,
  );
};

/** Whether a record looks like a Freshdesk ticket or one of its conversations. */
export function isFreshdesk(record: unknown): boolean {
  if (!isFields(record)) return false;
  if (isConversation(record) || isFields(record['helpdesk_ticket'])) return true;
  return (
    'requester_id' in record &&
    ('responder_id' in record ||
      'fr_escalated' in record ||
      'description_text' in record ||
      'conversations' in record)
  );
}

const OUTBOUND_EMAIL = 10;
const RESOLVED = 4;
const CLOSED = 5;
/** Of conversations: answers to surveys come from a form. */
const SURVEY_FEEDBACK = 6;

function isConversation(record: Fields): boolean {
  return 'incoming' in record && 'private' in record;
}

function conversationOf(part: Fields, ticketKey: string): TicketPart {
  return partOf({
    ticketKey,
    body: textOf(part),
    createdAt: toIsoDate(part['created_at']),
    author: part['incoming'] === true ? 'requester' : 'agent',
    authorKey: toText(part['user_id']),
    hidden: part['private'] === true || part['source'] === SURVEY_FEEDBACK ? true : undefined,
  });
}

/** The HTML has the lines, and of agents' answers the addresses of the articles they link, which the plain text loses. */
function textOf(part: Fields): string {
  const isIncoming = part['incoming'] === true;
  const text = htmlText(toText(part['body']), { links: !isIncoming }) || toText(part['body_text']).trim();
  return isIncoming ? mailWords(text) : text;
}

function unwrapped(ticket: Fields): Fields {
  const states = fieldsOf(ticket['ticket_states']);
  return {
    ...ticket,
    id: ticket['display_id'] ?? ticket['id'],
    description: ticket['description_html'] ?? ticket['description'],
    stats: { resolved_at: states['resolved_at'], closed_at: states['closed_at'] },
    tags: listOf(ticket['tags']).map((tag) => tag['name'] ?? ''),
    conversations: listOf(ticket['notes']).map((note) => ({
      ...note,
      body: note['body_html'] ?? note['body'],
    })),
  };
}

function isResolved(record: Fields): boolean {
  return record['status'] === RESOLVED || record['status'] === CLOSED;
}
