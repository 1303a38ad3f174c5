import { ticketOrEmpty, type Message, type RecordReader } from '../ticket.ts';
import { isFields, pick, toIsoDate, toText, toTextList } from './fields.ts';

/** The spellings that are taken for each field of the plain form; the first is ours. */
export const PLAIN_FIELDS = {
  id: ['id', 'ticketId', 'ticket_id', 'key', 'number'],
  createdAt: ['createdAt', 'created_at', 'created', 'date', 'timestamp'],
  resolvedAt: ['resolvedAt', 'resolved_at', 'solvedAt', 'solved_at', 'closedAt', 'closed_at'],
  subject: ['subject', 'title', 'summary'],
  body: ['body', 'description', 'text', 'message', 'content'],
  messages: ['messages', 'conversation', 'thread'],
  tags: ['tags', 'labels'],
  language: ['language', 'lang', 'locale'],
} as const;

/**
 * Reads our plain form, for anything without a reader of its own: `{"id","createdAt","subject","body"}` with
 * optional `language`, `tags`, `messages` (`{"author":"requester"|"agent","body","createdAt"}`) and `resolvedAt`.
 */
export const readPlain: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  const createdAt = toIsoDate(pick(record, PLAIN_FIELDS.createdAt));
  const resolvedAt = toIsoDate(pick(record, PLAIN_FIELDS.resolvedAt));
  const language = toText(pick(record, PLAIN_FIELDS.language));
  const body = toText(pick(record, PLAIN_FIELDS.body));
  return ticketOrEmpty({
    id: toText(pick(record, PLAIN_FIELDS.id)) || fallbackId,
    createdAt,
    ...(resolvedAt !== undefined && { resolvedAt }),
    subject: toText(pick(record, PLAIN_FIELDS.subject)),
    messages: withFirst(body, createdAt, messagesOf(pick(record, PLAIN_FIELDS.messages))),
    tags: toTextList(pick(record, PLAIN_FIELDS.tags)),
    ...(language !== '' && { language }),
  });
};

const AGENTS = new Set(['agent', 'support', 'admin', 'operator', 'staff', 'bot', 'assistant', '客服']);

function messagesOf(value: unknown): Message[] {
  return (Array.isArray(value) ? value : []).filter(isFields).map((fields): Message => {
    const at = toIsoDate(pick(fields, PLAIN_FIELDS.createdAt));
    const author = toText(pick(fields, ['author', 'role', 'from'])).toLowerCase();
    return {
      author: AGENTS.has(author) ? 'agent' : 'requester',
      body: toText(pick(fields, PLAIN_FIELDS.body)),
      ...(at !== undefined && { createdAt: at }),
    };
  });
}

/** Puts the body before the messages unless it is already the first of them. */
function withFirst(
  body: string,
  createdAt: string | undefined,
  messages: readonly Message[],
): readonly Message[] {
  if (body === '' || (messages[0]?.author === 'requester' && messages[0].body === body)) return messages;
  return [{ author: 'requester', body, ...(createdAt !== undefined && { createdAt }) }, ...messages];
}
