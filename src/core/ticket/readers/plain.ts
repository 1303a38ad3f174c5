import { textOrHtml } from '../htmlText.ts';
import { ticketOrEmpty, type Message, type RecordReader } from '../ticket.ts';
import { isFields, listOf, pick, textOr, toIsoDate, toText, toTextList, type Fields } from './fields.ts';
import { messageOf, satisfactionNamed, withOpening } from './messages.ts';

/** The spellings that are taken for each field of the plain form; the first is ours. */
export const PLAIN_FIELDS = {
  id: ['id', 'ticketId', 'ticket_id', 'key', 'number'],
  createdAt: ['createdAt', 'created_at', 'created', 'date', 'timestamp'],
  updatedAt: ['updatedAt', 'updated_at', 'updated'],
  resolvedAt: ['resolvedAt', 'resolved_at', 'solvedAt', 'solved_at', 'closedAt', 'closed_at'],
  subject: ['subject', 'title', 'summary'],
  body: ['body', 'description', 'text', 'message', 'content'],
  messages: ['messages', 'conversation', 'thread'],
  tags: ['tags', 'labels'],
  product: ['product', 'component'],
  satisfaction: ['satisfaction', 'satisfaction_rating', 'rating'],
  language: ['language', 'lang', 'locale'],
  requesterKey: ['requesterId', 'requester_id', 'customerId', 'customer_id', 'userId', 'user_id'],
} as const;

/**
 * Reads our plain form, for anything without a reader of its own: `{"id","createdAt","subject","body"}` with
 * optional `language`, `tags`, `product`, `satisfaction`, `messages` (`{"author":"requester"|"agent"|"bot","body",
 * "createdAt"}`, with `"internal": true` for notes between agents), `updatedAt` and `resolvedAt`.
 */
export const readPlain: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  const createdAt = toIsoDate(pick(record, PLAIN_FIELDS.createdAt));
  const body = textOrHtml(toText(pick(record, PLAIN_FIELDS.body)));
  return ticketOrEmpty({
    id: toText(pick(record, PLAIN_FIELDS.id)) || fallbackId,
    createdAt,
    updatedAt: toIsoDate(pick(record, PLAIN_FIELDS.updatedAt)),
    resolvedAt: toIsoDate(pick(record, PLAIN_FIELDS.resolvedAt)),
    subject: toText(pick(record, PLAIN_FIELDS.subject)),
    messages: withOpening(
      messageOf('requester', body, createdAt),
      listOf(pick(record, PLAIN_FIELDS.messages)).flatMap(messagesOf),
    ),
    tags: toTextList(pick(record, PLAIN_FIELDS.tags)),
    product: textOr(pick(record, PLAIN_FIELDS.product)),
    satisfaction: satisfactionNamed(pick(record, PLAIN_FIELDS.satisfaction)),
    language: textOr(pick(record, PLAIN_FIELDS.language)),
    requesterKey: textOr(pick(record, PLAIN_FIELDS.requesterKey)),
  });
};

const AGENTS = new Set(['agent', 'support', 'admin', 'operator', 'staff', 'assistant', '客服']);
const PROGRAMS = new Set(['bot', 'system', 'automation', '机器人', '系统']);

function messagesOf(fields: Fields): Message[] {
  const author = toText(pick(fields, ['author', 'role', 'from'])).toLowerCase();
  const isNote = fields['internal'] === true || fields['private'] === true || fields['public'] === false;
  if (isNote || PROGRAMS.has(author)) return [];
  const isAgent = AGENTS.has(author);
  const body = textOrHtml(toText(pick(fields, PLAIN_FIELDS.body)), { links: isAgent });
  return messageOf(isAgent ? 'agent' : 'requester', body, toIsoDate(pick(fields, PLAIN_FIELDS.createdAt)));
}
