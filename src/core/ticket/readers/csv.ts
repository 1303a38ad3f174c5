import { textOrHtml } from '../htmlText.ts';
import { ticketOrEmpty, type RecordReader } from '../ticket.ts';
import { isFields, textOr, toIsoDate, toText, toTextList } from './fields.ts';
import { messageOf, satisfactionNamed } from './messages.ts';

/** The fields of a ticket that a column can hold. */
export const CSV_FIELDS = [
  'id',
  'createdAt',
  'updatedAt',
  'resolvedAt',
  'subject',
  'body',
  'reply',
  'tags',
  'product',
  'satisfaction',
  'language',
  'requester',
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];
/** Which column holds each field. */
export type ColumnMap = Readonly<Partial<Record<CsvField, string>>>;

/**
 * Names by which a column is recognised, compared in lower case without spaces, underscores and hyphens, the surest
 * first.
 */
const COLUMN_NAMES: Readonly<Record<CsvField, readonly string[]>> = {
  id: [
    'id',
    'ticketid',
    'ticket#',
    'ticketnumber',
    'complaintid',
    'caseid',
    'casenumber',
    'number',
    'key',
    'issuekey',
    '工单号',
    '工单编号',
    '工单id',
    '编号',
    '单号',
  ],
  createdAt: [
    'createdat',
    'created',
    'createddate',
    'createdtime',
    'creationdate',
    'opened',
    'openedat',
    'datereceived',
    'datecreated',
    'submittedat',
    'date',
    'timestamp',
    '创建时间',
    '提交时间',
    '创建日期',
    '日期',
    '时间',
  ],
  resolvedAt: [
    'resolvedat',
    'resolved',
    'solvedat',
    'closedat',
    'closed',
    'resolutiondate',
    '解决时间',
    '关闭时间',
  ],
  body: [
    'body',
    'description',
    'message',
    'text',
    'content',
    'details',
    'comment',
    'firstmessage',
    'consumercomplaintnarrative',
    'narrative',
    'complaint',
    '描述',
    '内容',
    '问题描述',
    '工单内容',
    '正文',
    '留言',
  ],
  subject: ['subject', 'title', 'summary', 'issue', 'topic', '主题', '标题', '问题标题'],
  reply: ['reply', 'response', 'answer', 'agentreply', 'publicreply', '回复', '客服回复', '答复'],
  tags: ['tags', 'labels', '标签'],
  updatedAt: ['updatedat', 'updated', 'lastupdated', 'modified', '更新时间'],
  product: ['product', 'component', 'brand', '产品'],
  satisfaction: [
    'satisfaction',
    'satisfactionrating',
    'satisfactionscore',
    'rating',
    'csat',
    '满意度',
    '评价',
  ],
  language: ['language', 'lang', 'locale', '语言'],
  requester: ['requesterid', 'customerid', 'userid', 'contactid', '客户id', '用户id'],
};

/** Guesses which column holds what from the names of the header; a field that no name fits is left out. */
export function guessColumns(header: readonly string[]): ColumnMap {
  const bySimpleName = new Map(header.toReversed().map((name) => [simple(name), name]));
  const guesses = CSV_FIELDS.map((field) => {
    const name = COLUMN_NAMES[field].find((candidate) => bySimpleName.has(candidate));
    return [field, name === undefined ? undefined : bySimpleName.get(name)] as const;
  });
  return Object.fromEntries(guesses.filter(([, column]) => column !== undefined));
}

/**
 * The columns that `subject=Title,body=Text` names, for what the guess got wrong; a comma in a column's name is kept if
 * no field's name follows it.
 * @returns the piece that names no field, where there is one
 */
export function parseColumns(text: string): { readonly columns: ColumnMap } | { readonly unknown: string } {
  const columns: Partial<Record<CsvField, string>> = {};
  for (const piece of text.split(PAIR_BEGINS)) {
    const at = piece.indexOf('=');
    const field = CSV_FIELDS.find((name) => name === piece.slice(0, at).trim());
    if (at < 0 || !field) return { unknown: piece };
    columns[field] = piece.slice(at + 1).trim();
  }
  return { columns };
}

const PAIR_BEGINS = new RegExp(String.raw`,(?=\s*\w+\s*=)`);

/** Reads the rows (as objects by column) of a table with the given columns. */
export function csvReader(columns: ColumnMap): RecordReader {
  return (record, fallbackId) => {
    if (!isFields(record)) return { skipped: 'not-a-record' };
    const value = (field: CsvField): string => {
      const column = columns[field];
      return column !== undefined && Object.hasOwn(record, column) ? toText(record[column]) : '';
    };
    const createdAt = toIsoDate(value('createdAt'));
    return ticketOrEmpty({
      id: value('id').trim() || fallbackId,
      createdAt,
      updatedAt: toIsoDate(value('updatedAt')),
      resolvedAt: toIsoDate(value('resolvedAt')),
      subject: value('subject'),
      messages: [
        ...messageOf('requester', textOrHtml(value('body')), createdAt),
        ...messageOf('agent', textOrHtml(value('reply'), { links: true })),
      ],
      tags: toTextList(value('tags')),
      product: textOr(value('product')),
      satisfaction: satisfactionNamed(value('satisfaction')),
      language: textOr(value('language')),
      requesterKey: textOr(value('requester')),
    });
  };
}

/** The delimiter of a table: the one of `,` `;` tab `|` that the first line has most of outside quotes. */
export function detectDelimiter(firstLine: string): string {
  const unquoted = firstLine.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => unquoted.split(delimiter).length;
  return [',', '\t', ';', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function simple(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
