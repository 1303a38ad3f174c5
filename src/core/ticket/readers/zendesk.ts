import { htmlText } from '../htmlText.ts';
import {
  ticketOrEmpty,
  type Author,
  type Person,
  type RecordReader,
  type Satisfaction,
  type TicketPart,
} from '../ticket.ts';
import {
  fieldsOf,
  isFields,
  listOf,
  textOr,
  toCount,
  toIsoDate,
  toText,
  toTextList,
  type Fields,
} from './fields.ts';
import { isOpenedByAgent, messageOf, partOf, withOpening } from './messages.ts';

/**
 * Reads ticket objects of the Zendesk tickets API (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/):
 * pages of the incremental export, account exports with comments inline, and comments by themselves (`ticket_comments`,
 * or the `Comment` events of `ticket_events`). Private comments are notes between agents and are left out, and so is a
 * description that repeats one.
 */
export const readZendesk: RecordReader = (record, fallbackId) => {
  const fields = unwrapped(record);
  if (!isFields(fields)) return { skipped: 'not-a-record' };
  if (isUser(fields)) return { person: personOf(fields) };
  if (isMetrics(fields)) return { parts: [metricsPart(fields)] };
  if (Array.isArray(fields['child_events'])) return partsOfEvent(fields);
  if (isComment(fields)) return { parts: [commentOf(fields, toText(fields['ticket_id']))] };
  if (fields['status'] === 'deleted' || isDeleted(fields)) return { skipped: 'deleted' };
  if (toTextList(fields['tags']).includes('closed_by_merge')) return { skipped: 'merged' };
  const createdAt = toIsoDate(fields['created_at']);
  const requesterKey = toText(fields['requester_id']) || toText(fieldsOf(fields['requester'])['id']);
  const metrics = fieldsOf(fields['metric_set']);
  const id = toText(fields['id']);
  const list = isFields(fields['comments']) ? fields['comments']['comments'] : fields['comments'];
  const comments = listOf(list).map((comment) => commentOf(comment, id));
  // Without comments, or where an agent opened the ticket for somebody on the phone, the description is what was asked.
  const opening = messageOf('requester', toText(fields['description']), createdAt);
  const result = ticketOrEmpty(
    {
      id: id || fallbackId,
      createdAt,
      updatedAt: toIsoDate(fields['updated_at']),
      resolvedAt:
        toIsoDate(metrics['solved_at']) ?? (isResolved(fields) ? toIsoDate(fields['updated_at']) : undefined),
      subject: toText(fields['subject']) || toText(fields['raw_subject']),
      messages: opening,
      tags: toTextList(fields['tags']),
      product: textOr(fields['product']),
      satisfaction: satisfactionOf(fields['satisfaction_rating']),
      reopenings: toCount(metrics['reopens']),
      requesterKey: requesterKey || undefined,
    },
    id === '' ? undefined : id,
  );
  if (!('ticket' in result) || result.partsKey === undefined) return result;
  const { ticket } = result;
  const opens = isByPhone(fields) ? {} : { opensWithFirst: true as const };
  if (!Array.isArray(list)) return { ...result, ...opens };
  const agents = agentsOf(fields);
  const isUndecided = comments.some(
    ({ authorKey = '', hidden }) =>
      !hidden && authorKey !== '' && authorKey !== requesterKey && !agents.has(authorKey),
  );
  if (isUndecided && id !== '') return { ...result, undecided: comments, ...opens };
  const messages = comments
    .filter((comment) => comment.hidden === undefined)
    .flatMap(({ body, authorKey, createdAt: at }) =>
      messageOf(requesterKey !== '' && authorKey === requesterKey ? 'requester' : 'agent', body, at),
    );
  const hidden = comments.filter((comment) => comment.hidden).map(({ body }) => body);
  if (opens.opensWithFirst && isOpenedByAgent({ messages: opening }, messages))
    return ticketOrEmpty({ ...ticket, subject: '', messages });
  return ticketOrEmpty({
    ...ticket,
    messages: messages[0]?.author === 'requester' ? messages : withOpening(opening, messages, hidden),
  });
};

/** Account exports and the incremental API sometimes wrap each ticket, `{"ticket":{…}}`, with its comments beside it. */
function unwrapped(record: unknown): unknown {
  if (!isFields(record) || !isFields(record['ticket'])) return record;
  const comments = record['ticket']['comments'] ?? record['comments'];
  return comments === undefined ? record['ticket'] : { ...record['ticket'], comments };
}

/** Whom the ticket itself says to be agents. */
function agentsOf(fields: Fields): ReadonlySet<string> {
  const named = [fields['assignee'], fields['submitter'], fields['requester']]
    .map(fieldsOf)
    .filter(({ role }) => role === 'agent' || role === 'admin');
  return new Set([toText(fields['assignee_id']), ...named.map(({ id }) => toText(id))]);
}

function isByPhone(fields: Fields): boolean {
  return /^(?:phone|voice|voicemail)/.test(toText(fieldsOf(fields['via'])['channel']));
}

/** A record of `users`, whose roles say who answers whom. */
function isUser(fields: Fields): boolean {
  return ROLES.has(fields['role']) && 'id' in fields && !('subject' in fields) && !('comments' in fields);
}

const ROLES = new Map<unknown, Author>([
  ['end-user', 'requester'],
  ['agent', 'agent'],
  ['admin', 'agent'],
]);

function personOf(user: Fields): Person {
  const names = ['name', 'alias', 'email'].map((field) => toText(user[field])).filter(Boolean);
  return { key: toText(user['id']), author: ROLES.get(user['role']), names };
}

/** A record of `ticket_metrics`. */
function isMetrics(fields: Fields): boolean {
  return (
    'ticket_id' in fields && ('reopens' in fields || 'reply_time_in_minutes' in fields) && !('body' in fields)
  );
}

function metricsPart(metrics: Fields): TicketPart {
  return partOf({
    ticketKey: toText(metrics['ticket_id']),
    body: '',
    hidden: true,
    resolvedAt: toIsoDate(metrics['solved_at']),
    reopenings: toCount(metrics['reopens']),
  });
}

/** Whether a record looks like Zendesk's rather than our plain form. */
export function isZendesk(record: unknown): boolean {
  if (!isFields(record)) return false;
  if (isFields(record['ticket'])) return isZendesk(record['ticket']);
  if (Array.isArray(record['child_events']) || isComment(record)) return true;
  if (isUser(record) || isMetrics(record) || isDeleted(record)) return true;
  return 'requester_id' in record || ('comments' in record && 'description' in record);
}

/** A record of `deleted_tickets`, which has the subject all the same. */
function isDeleted(fields: Fields): boolean {
  return 'deleted_at' in fields && 'previous_state' in fields;
}

function isComment(fields: Fields): boolean {
  const says =
    fields['event_type'] === 'Comment' ||
    fields['type'] === 'Comment' ||
    'html_body' in fields ||
    ('public' in fields && 'body' in fields);
  return says && 'ticket_id' in fields && 'author_id' in fields;
}

function partsOfEvent(event: Fields): { readonly parts: readonly TicketPart[] } {
  const ticketKey = toText(event['ticket_id']);
  const comments = listOf(event['child_events']).filter(
    (child) => child['event_type'] === 'Comment' || child['type'] === 'Comment',
  );
  return {
    parts: comments.map((comment) => commentOf({ created_at: event['created_at'], ...comment }, ticketKey)),
  };
}

function commentOf(comment: Fields, ticketKey: string): TicketPart {
  const channel = fieldsOf(comment['via'])['channel'];
  // Triggers and automations write as `rule` or `system`; -1 is nobody.
  const isAutomatic = channel === 'rule' || channel === 'system' || comment['author_id'] === -1;
  return partOf({
    ticketKey,
    body:
      toText(comment['body']) ||
      toText(comment['plain_body']) ||
      htmlText(toText(comment['html_body']), { links: true }),
    createdAt: toIsoDate(comment['created_at']),
    authorKey: toText(comment['author_id']),
    hidden: comment['public'] === false || isAutomatic ? true : undefined,
  });
}

/** The API has no date of solution without another call; the last change of a solved ticket is the nearest. */
function isResolved(fields: Fields): boolean {
  return fields['status'] === 'solved' || fields['status'] === 'closed';
}

function satisfactionOf(rating: unknown): Satisfaction | undefined {
  const score = fieldsOf(rating)['score'];
  return score === 'good' || score === 'bad' ? score : undefined;
}
