import { htmlText } from '../htmlText.ts';
import { ticketOrEmpty, type Author, type RecordReader, type TicketPart } from '../ticket.ts';
import { fieldsOf, isFields, listOf, textOr, toIsoDate, toText, toTextList, type Fields } from './fields.ts';
import { mailWords } from './mailText.ts';
import { messageOf, partOf } from './messages.ts';

/**
 * Reads tickets of the Zammad API (https://docs.zammad.org/en/latest/api/ticket/index.html), plain or expanded, with their
 * articles: inside, as records of their own, or among the `assets` of one ticket. Internal articles and what the system
 * wrote are left out.
 */
export const readZammad: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  if (isFields(record['assets'])) return readAssets(record['assets'], fallbackId);
  if (isArticle(record)) return { parts: [articleOf(record, toText(record['ticket_id']))] };
  const state = toText(record['state']);
  if (state === 'merged' || record['state_id'] === MERGED) return { skipped: 'merged' };
  const id = toText(record['id']);
  const list = record['articles'];
  const articles = listOf(list).map((article) => articleOf(article, id));
  return ticketOrEmpty(
    {
      id: id || toText(record['number']) || fallbackId,
      createdAt: toIsoDate(record['created_at']),
      updatedAt: toIsoDate(record['updated_at']),
      // A ticket that was opened again keeps the date on which it was closed.
      resolvedAt: isOpen(record) ? undefined : toIsoDate(record['close_at'] ?? record['last_close_at']),
      subject: toText(record['title']),
      messages: articles
        .filter((article) => article.hidden === undefined)
        .flatMap((article) => messageOf(article.author ?? 'agent', article.body, article.createdAt)),
      tags: toTextList(record['tags']),
      product: textOr(record['group']),
      requesterKey: textOr(record['customer_id']),
    },
    id !== '' && !Array.isArray(list) ? id : undefined,
  );
};

/** The tickets of a page whose `assets` hold several (`full=true`, a search), each with its own; undefined if it is none. */
export function ticketsOfAssets(page: unknown): Fields[] | undefined {
  const assets = isFields(page) ? fieldsOf(page['assets']) : {};
  const tickets = Object.values(fieldsOf(assets['Ticket'])).filter(isFields);
  if (tickets.length < 2) return undefined;
  const articles = Object.values(fieldsOf(assets['TicketArticle'])).filter(isFields);
  const users = Object.values(fieldsOf(assets['User'])).filter(isFields);
  return tickets.map((ticket) => {
    const own = articles.filter((article) => toText(article['ticket_id']) === toText(ticket['id']));
    const people = new Set([ticket, ...own].flatMap((record) => PEOPLE.map((field) => record[field])));
    const known = users.filter((user) => people.has(user['id']));
    return { assets: { Ticket: { 0: ticket }, TicketArticle: { ...own }, User: { ...known } } };
  });
}

/** Whether a record looks like a Zammad ticket or one of its articles. */
export function isZammad(record: unknown): boolean {
  if (!isFields(record)) return false;
  return (
    isArticle(record) ||
    isFields(fieldsOf(record['assets'])['Ticket']) ||
    ('title' in record && 'customer_id' in record && ('group_id' in record || 'group' in record))
  );
}

const PEOPLE = ['customer_id', 'owner_id', 'created_by_id', 'origin_by_id'];
/** As Zammad is delivered. */
const MERGED = 5;
const OPEN = new Set<unknown>(['new', 'open', 'pending reminder', 1, 2, 3]);
const SENDERS = new Map<unknown, Author | 'system'>([
  ['Customer', 'requester'],
  ['Agent', 'agent'],
  ['System', 'system'],
  [1, 'agent'],
  [2, 'requester'],
  [3, 'system'],
]);

function isOpen(record: Fields): boolean {
  return OPEN.has(record['state'] ?? record['state_id']);
}

function isArticle(record: Fields): boolean {
  return 'ticket_id' in record && 'body' in record && ('sender' in record || 'sender_id' in record);
}

function articleOf(article: Fields, ticketKey: string): TicketPart {
  const sender = SENDERS.get(article['sender'] ?? article['sender_id']) ?? 'agent';
  const body = toText(article['body']);
  const isHtml = toText(article['content_type']).startsWith('text/html');
  const text = isHtml ? htmlText(body, { links: sender === 'agent' }) : body;
  return partOf({
    ticketKey,
    body: sender === 'requester' ? mailWords(text) : text,
    createdAt: toIsoDate(article['created_at']),
    author: sender === 'system' ? undefined : sender,
    authorKey: toText(article['origin_by_id'] ?? article['created_by_id']),
    hidden: article['internal'] === true || sender === 'system' ? true : undefined,
  });
}

/** `{"assets":{"Ticket":{"1":{…}},"TicketArticle":{"5":{…}}}}`: one ticket with everything it refers to. */
function readAssets(assets: Fields, fallbackId: string) {
  const [ticket] = Object.values(fieldsOf(assets['Ticket'])).filter(isFields);
  if (!ticket) return { skipped: 'not-a-record' } as const;
  const articles = Object.values(fieldsOf(assets['TicketArticle'])).filter(isFields);
  const own = articles.filter((article) => toText(article['ticket_id']) === toText(ticket['id']));
  const inOrder = own.toSorted((a, b) => Number(a['id']) - Number(b['id']) || 0);
  return readZammad({ ...ticket, assets: undefined, articles: inOrder }, fallbackId);
}
