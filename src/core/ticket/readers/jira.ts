import { adfText } from '../adfText.ts';
import { wikiText } from '../wikiText.ts';
import { ticketOrEmpty, type RecordReader, type Satisfaction, type TicketPart } from '../ticket.ts';
import { fieldsOf, isFields, listOf, textOr, toIsoDate, toText, toTextList, type Fields } from './fields.ts';
import { gradeOf, messageOf, partOf } from './messages.ts';

/**
 * Reads issues of Jira and Jira Service Management (https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/):
 * texts in the Atlassian Document Format or plain, comments inside or as records of their own; and customer requests
 * (https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/). Comments that are not public and what
 * apps write are left out.
 */
export const readJira: RecordReader = (record, fallbackId) => {
  if (!isFields(record)) return { skipped: 'not-a-record' };
  if (isComment(record)) return { parts: [commentOf(record, toText(record['issueId']))] };
  return isRequest(record) ? readRequest(record, fallbackId) : readIssue(record, fallbackId);
};

/** Whether a record looks like a Jira issue, a customer request, or a comment of one. */
export function isJira(record: unknown): boolean {
  if (!isFields(record)) return false;
  const fields = fieldsOf(record['fields']);
  return isComment(record) || isRequest(record) || ('summary' in fields && 'key' in record);
}

function isComment(record: Fields): boolean {
  return 'issueId' in record && 'body' in record && !isRequest(record);
}

function isRequest(record: Fields): boolean {
  return 'issueKey' in record && Array.isArray(record['requestFieldValues']);
}

function readIssue(record: Fields, fallbackId: string) {
  const fields = fieldsOf(record['fields']);
  const reporter = personOf(fields['reporter']) || personOf(fields['creator']);
  const key = toText(record['key']);
  const createdAt = toIsoDate(fields['created']);
  const done = fieldsOf(fieldsOf(fields['status'])['statusCategory'])['key'] === 'done';
  const list = fieldsOf(fields['comment'])['comments'];
  const parts = listOf(list).map((comment) => commentOf(comment, key));
  return ticketOrEmpty(
    {
      id: key || toText(record['id']) || fallbackId,
      createdAt,
      updatedAt: toIsoDate(fields['updated']),
      resolvedAt: toIsoDate(fields['resolutiondate']) ?? (done ? toIsoDate(fields['updated']) : undefined),
      subject: toText(fields['summary']),
      messages: [
        ...messageOf(isByAgent(fields) ? 'agent' : 'requester', jiraText(fields['description']), createdAt),
        ...spoken(parts, isByAgent(fields) ? '' : reporter),
      ],
      tags: toTextList(fields['labels']),
      product:
        textOr(listOf(fields['components'])[0]?.['name']) ?? textOr(fieldsOf(fields['project'])['name']),
      satisfaction: satisfactionOf(fields),
      requesterKey: reporter || undefined,
    },
    Array.isArray(list) ? undefined : textOr(record['id']),
  );
}

function readRequest(record: Fields, fallbackId: string) {
  const values = new Map(
    listOf(record['requestFieldValues']).map((field) => [toText(field['fieldId']), field['value']]),
  );
  const reporter = personOf(record['reporter']);
  const key = toText(record['issueKey']);
  const createdAt = momentOf(record['createdDate']);
  const status = fieldsOf(record['currentStatus']);
  const list = fieldsOf(record['comments'])['values'];
  const parts = listOf(list).map((comment) => commentOf(comment, key));
  return ticketOrEmpty(
    {
      id: key || fallbackId,
      createdAt,
      resolvedAt: status['statusCategory'] === 'DONE' ? momentOf(status['statusDate']) : undefined,
      subject: toText(values.get('summary')),
      messages: [
        ...messageOf('requester', jiraText(values.get('description')), createdAt),
        ...spoken(parts, reporter),
      ],
      tags: toTextList(values.get('labels')),
      product: textOr(fieldsOf(record['requestType'])['name']),
      requesterKey: reporter || undefined,
    },
    Array.isArray(list) ? undefined : textOr(record['issueId']),
  );
}

function commentOf(comment: Fields, ticketKey: string): TicketPart {
  const author = fieldsOf(comment['author']);
  const isPrivate =
    comment['jsdPublic'] === false || comment['public'] === false || isFields(comment['visibility']);
  return partOf({
    ticketKey,
    body: jiraText(comment['body']),
    createdAt: momentOf(comment['created']),
    // Accounts of customers of the service desk; a reporter among colleagues is told by the key.
    author: author['accountType'] === 'customer' ? 'requester' : undefined,
    authorKey: personOf(author),
    hidden: isPrivate || author['accountType'] === 'app' ? true : undefined,
  });
}

function spoken(parts: readonly TicketPart[], reporter: string) {
  return parts
    .filter((part) => part.hidden === undefined)
    .flatMap(({ author, authorKey, body, createdAt }) =>
      messageOf(
        author ?? (reporter !== '' && authorKey === reporter ? 'requester' : 'agent'),
        body,
        createdAt,
      ),
    );
}

/** A colleague wrote the issue for somebody, and it is theirs to do: the words are an agent's, though they tell the problem. */
function isByAgent(fields: Fields): boolean {
  const reporter = fieldsOf(fields['reporter'] ?? fields['creator']);
  const key = personOf(reporter);
  return reporter['accountType'] === 'atlassian' && key !== '' && key === personOf(fields['assignee']);
}

/** Documents of the cloud, or the wiki markup of servers and of the older interface. */
function jiraText(value: unknown): string {
  return isFields(value) ? adfText(value) : wikiText(adfText(value));
}

/** Servers know people by name, the cloud by account. */
function personOf(person: unknown): string {
  const { accountId, key, name } = fieldsOf(person) as { accountId?: unknown; key?: unknown; name?: unknown };
  return toText(accountId) || toText(key) || toText(name);
}

/** Issues hold dates as text; requests as an object with several spellings. */
function momentOf(value: unknown): string | undefined {
  return isFields(value) ? toIsoDate(value['iso8601'] ?? value['epochMillis']) : toIsoDate(value);
}

/** The satisfaction field has another number at every site; it is the custom field with a rating inside. */
function satisfactionOf(fields: Fields): Satisfaction | undefined {
  for (const [key, value] of Object.entries(fields)) {
    const grade = key.startsWith('customfield_') ? gradeOf(fieldsOf(value)['rating']) : undefined;
    if (grade) return grade;
  }
  return undefined;
}
