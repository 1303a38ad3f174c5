import { ticketOrEmpty, type Author, type RecordReader, type TicketPart } from '../ticket.ts';
import { fieldsOf, isFields, listOf, toCount, toIsoDate, toText, type Fields } from './fields.ts';
import { messageOf, partOf } from './messages.ts';
import { tidyLines } from '../htmlText.ts';

/**
 * Reads issues of the GitHub API (https://docs.github.com/en/rest/issues/issues) or of `gh issue list --json`, with comments
 * inside or as records of their own. Who owns, maintains or helps with the repository answers as an agent; everybody else
 * speaks as a requester. Pull requests are skipped; what bots write is left out.
 */
export const readGithub: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  const isPullRequest = isFields(record['pull_request']) || /\/pull\/\d+/.test(addressOf(record));
  if (isPullRequest) return { skipped: 'pull-request' };
  if (isComment(record)) return { parts: [commentOf(record, keyOf(toText(record['issue_url']), '') ?? '')] };
  if (isBot(record)) return { skipped: 'automatic' };
  const createdAt = toIsoDate(record['created_at'] ?? record['createdAt']);
  const number = toText(record['number']);
  const key = keyOf(addressOf(record), number);
  const login = loginOf(record);
  const list = Array.isArray(record['comments']) ? record['comments'] : undefined;
  const parts = listOf(list).map((comment) => commentOf(comment, key ?? ''));
  const isClosed = toText(record['state']).toLowerCase() === 'closed';
  return ticketOrEmpty(
    {
      id: key ?? (number || toText(record['id']) || fallbackId),
      createdAt,
      updatedAt: toIsoDate(record['updated_at'] ?? record['updatedAt']),
      resolvedAt: isClosed ? toIsoDate(record['closed_at'] ?? record['closedAt']) : undefined,
      subject: toText(record['title']),
      messages: [
        ...messageOf('requester', markdownText(record['body']), createdAt),
        ...parts
          .filter((part) => part.hidden === undefined)
          .flatMap(({ author, authorKey, body, createdAt: at }) =>
            messageOf(authorKey === login ? 'requester' : (author ?? 'agent'), body, at),
          ),
      ],
      tags: labelsOf(record['labels']),
      requesterKey: login || undefined,
    },
    // `comments` is how many there are where they are records of their own.
    list || toCount(record['comments']) === 0 ? undefined : key,
  );
};

/** Whether a record looks like a GitHub issue, pull request or comment. */
export function isGithub(record: unknown): boolean {
  if (!isFields(record)) return false;
  if (isComment(record)) return true;
  const isIssue = 'number' in record && 'title' in record;
  return (
    isIssue &&
    (/^https:\/\/[^/]+\/(?:repos\/)?[^/]+\/[^/]+\/(?:issues|pull)\//.test(addressOf(record)) ||
      loginOf(record) !== '')
  );
}

const STAFF = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

function isComment(record: Fields): boolean {
  return typeof record['issue_url'] === 'string' && 'body' in record;
}

function addressOf(record: Fields): string {
  return toText(record['html_url']) || toText(record['url']);
}

/** `owner/name#12` from an address of an issue, of the site or of its interface. */
function keyOf(address: string, number: string): string | undefined {
  const match = /\/\/[^/]+\/(?:api\/v3\/)?(?:repos\/)?([^/]+\/[^/]+)\/issues\/(\d+)/.exec(address);
  return match ? `${match[1]!}#${match[2]!}` : number || undefined;
}

function commentOf(comment: Fields, ticketKey: string): TicketPart {
  const association = toText(comment['author_association'] ?? comment['authorAssociation']);
  const author: Author | undefined =
    association === '' ? undefined : STAFF.has(association) ? 'agent' : 'requester';
  return partOf({
    ticketKey,
    body: markdownText(comment['body']),
    createdAt: toIsoDate(comment['created_at'] ?? comment['createdAt']),
    author,
    authorKey: loginOf(comment),
    hidden: isBot(comment) || comment['isMinimized'] === true ? true : undefined,
  });
}

function loginOf(record: Fields): string {
  return toText(fieldsOf(record['user'] ?? record['author'])['login']);
}

function isBot(record: Fields): boolean {
  const writer = fieldsOf(record['user'] ?? record['author']);
  return writer['type'] === 'Bot' || writer['is_bot'] === true || toText(writer['login']).endsWith('[bot]');
}

function labelsOf(value: unknown): string[] {
  const labels: readonly unknown[] = Array.isArray(value) ? value : [];
  return labels.map((label) => toText(isFields(label) ? label['name'] : label)).filter(Boolean);
}

/** What a form makes everybody tick: "- [x] I searched existing issues". */
const CHECKED =
  /^\s{0,3}[-*] \[[ xX]\] [^\n]*(?:\b(?:search|read|agree|check|confirm|understand|accept|existing|latest|duplicate|conduct|update|tried)|搜索|查找|阅读|确认|同意|最新|已经?)[^\n]*$/gim;

/** Without what the form of a new issue brings along (hints in comments, headings, empty answers), and pictures. */
function markdownText(value: unknown): string {
  return tidyLines(
    toText(value)
      .replace(/\r\n?/g, '\n')
      .replace(/<!--[^]*?(?:-->|$)/g, '')
      .replace(/!\[[^\]\n]{0,300}\]\([^()\s]{0,2000}\)/g, '')
      .replace(/<\/?(?:img|details|summary|br|p)\b[^<>]{0,2000}>/gi, ' ')
      .replace(/^#{1,6} [^\n]*$/gm, '')
      .replace(/^_No response_$/gm, '')
      .replace(CHECKED, ''),
  );
}
