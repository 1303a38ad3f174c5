import { ticketOrEmpty, type Message, type RecordReader } from '../ticket.ts';
import { isFields, toIsoDate, toText, toTextList, type Fields } from './fields.ts';

/**
 * Reads a ticket object of the Zendesk tickets API (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/),
 * with its comments inline as account exports have them. Private comments are notes between agents and are left out.
 */
export const readZendesk: RecordReader = (record, fallbackId) => {
  // Account exports and the incremental API sometimes wrap each ticket: {"ticket":{…}}.
  const fields = isFields(record) && isFields(record['ticket']) ? record['ticket'] : record;
  if (!isFields(fields)) return { skipped: 'not-a-record' };
  if (fields['status'] === 'deleted') return { skipped: 'deleted' };
  const createdAt = toIsoDate(fields['created_at']);
  const resolvedAt = isResolved(fields) ? toIsoDate(fields['updated_at']) : undefined;
  const requesterKey = toText(fields['requester_id']);
  return ticketOrEmpty({
    id: toText(fields['id']) || fallbackId,
    createdAt,
    ...(resolvedAt !== undefined && { resolvedAt }),
    subject: toText(fields['subject']) || toText(fields['raw_subject']),
    messages: messagesOf(fields, createdAt),
    tags: toTextList(fields['tags']),
    ...(requesterKey !== '' && { requesterKey }),
  });
};

/** Whether a record looks like Zendesk's rather than our plain form. */
export function isZendesk(record: unknown): boolean {
  if (!isFields(record)) return false;
  if (isFields(record['ticket'])) return isZendesk(record['ticket']);
  return 'requester_id' in record || ('comments' in record && 'description' in record);
}

/** The API has no date of solution without another call; the last change of a solved ticket is the nearest. */
function isResolved(fields: Fields): boolean {
  return fields['status'] === 'solved' || fields['status'] === 'closed';
}

function messagesOf(fields: Fields, createdAt: string | undefined): Message[] {
  const requester = toText(fields['requester_id']);
  const list = isFields(fields['comments']) ? fields['comments']['comments'] : fields['comments'];
  const comments = (Array.isArray(list) ? list : [])
    .filter(isFields)
    .filter((comment) => comment['public'] !== false);
  const messages = comments.map((comment): Message => {
    const at = toIsoDate(comment['created_at']);
    const author = requester !== '' && toText(comment['author_id']) === requester ? 'requester' : 'agent';
    return {
      author,
      body: toText(comment['body']) || toText(comment['plain_body']),
      ...(at !== undefined && { createdAt: at }),
    };
  });
  if (messages[0]?.author === 'requester') return messages;
  // Without comments, or where an agent opened the ticket for somebody, the description is what was asked.
  const first: Message = {
    author: 'requester',
    body: toText(fields['description']),
    ...(createdAt !== undefined && { createdAt }),
  };
  const rest = messages[0]?.body === first.body ? messages.slice(1) : messages;
  return first.body === '' ? rest : [first, ...rest];
}
