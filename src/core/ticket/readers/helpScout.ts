import { htmlText } from '../htmlText.ts';
import { ticketOrEmpty, type Author, type RecordReader, type TicketPart } from '../ticket.ts';
import { fieldsOf, isFields, listOf, textOr, toIsoDate, toText, type Fields } from './fields.ts';
import { mailWords } from './mailText.ts';
import { messageOf, partOf } from './messages.ts';

/**
 * Reads conversations of the Help Scout API (https://developer.helpscout.com/mailbox-api/endpoints/conversations/list/)
 * with their threads: embedded, inline as webhooks send them, or as records of their own. Notes, drafts, and the line
 * items that record what happened are left out.
 */
export const readHelpScout: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  if (isThread(record))
    return { parts: [partFrom(record, toText(record['conversation_id'] ?? record['conversationId']))] };
  if (record['status'] === 'spam') return { skipped: 'spam' };
  if (record['state'] === 'deleted') return { skipped: 'deleted' };
  // Begun and never sent.
  if (record['state'] === 'draft') return { skipped: 'other' };
  const id = toText(record['id']);
  const list = fieldsOf(record['_embedded'])['threads'] ?? record['threads'];
  const threads = listOf(list)
    .map((thread) => partFrom(thread, id))
    .filter((part) => part.hidden === undefined);
  const customer = fieldsOf(record['primaryCustomer'] ?? record['customer']);
  return ticketOrEmpty(
    {
      id: id || fallbackId,
      createdAt: toIsoDate(record['createdAt']),
      updatedAt: toIsoDate(record['userUpdatedAt'] ?? record['modifiedAt']),
      resolvedAt: toIsoDate(record['closedAt']),
      subject: toText(record['subject']),
      // Threads come newest first.
      messages: inOrder(threads).flatMap((part) =>
        messageOf(part.author ?? 'agent', part.body, part.createdAt),
      ),
      tags: tagsOf(record['tags']),
      product: textOr(fieldsOf(record['mailbox'])['name']),
      requesterKey: textOr(customer['id']),
    },
    id !== '' && !Array.isArray(list) ? id : undefined,
  );
};

/** Whether a record looks like a Help Scout conversation or one of its threads. */
export function isHelpScout(record: unknown): boolean {
  if (!isFields(record)) return false;
  return (
    isThread(record) ||
    Array.isArray(fieldsOf(record['_embedded'])['threads']) ||
    'primaryCustomer' in record ||
    'mailboxId' in record ||
    ('folderId' in record && isFields(record['mailbox']))
  );
}

/** Threads that somebody wrote, to the other side. */
const SPOKEN = new Set(['customer', 'message', 'reply', 'chat', 'phone', 'beaconchat', 'forwardchild']);

function isThread(record: Fields): boolean {
  return ('conversation_id' in record || 'conversationId' in record) && isFields(record['createdBy']);
}

function partFrom(thread: Fields, ticketKey: string): TicketPart {
  const writer = fieldsOf(thread['createdBy'] ?? thread['author']);
  const isCustomer = writer['type'] === 'customer' || thread['type'] === 'customer';
  const author: Author = isCustomer ? 'requester' : 'agent';
  const state = toText(thread['state']) || 'published';
  const isProgram = writer['type'] === 'system';
  const body = toText(thread['body'] ?? thread['text']);
  return partOf({
    ticketKey,
    body: isCustomer ? mailWords(htmlText(body)) : htmlText(body, { links: true }),
    createdAt: toIsoDate(thread['createdAt']),
    author,
    authorKey: toText(writer['id']),
    hidden: !SPOKEN.has(toText(thread['type'])) || state !== 'published' || isProgram ? true : undefined,
  });
}

function inOrder(parts: readonly TicketPart[]): readonly TicketPart[] {
  if (parts.some((part) => part.createdAt === undefined)) return parts;
  return parts.toSorted((a, b) => Date.parse(a.createdAt!) - Date.parse(b.createdAt!));
}

function tagsOf(value: unknown): string[] {
  const tags: readonly unknown[] = Array.isArray(value) ? value : [];
  return tags.map((tag) => toText(isFields(tag) ? tag['tag'] : tag)).filter(Boolean);
}
