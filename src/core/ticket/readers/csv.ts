import { textOrHtml } from '../htmlText.ts';
import { ticketOrEmpty, type RecordReader } from '../ticket.ts';
import { dateOrderOf, toIsoDate, type DateOrder } from './dates.ts';
import { isFields, textOr, toText, toTextList } from './fields.ts';
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
    'dateopened',
    'opendate',
    'openeddate',
    'dateraised',
    'raised',
    'submitted',
    'submitteddate',
    'datesubmitted',
    'receivedat',
    'received',
  ],
  resolvedAt: [
    'resolvedat',
    'resolved',
    'solvedat',
    'closedat',
    'closed',
    'resolutiondate',
    'solved',
    'solveddate',
    'datesolved',
    'dateresolved',
    'dateclosed',
    'closeddate',
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
    'customermessage',
    'customercomment',
    'usermessage',
    'originalmessage',
    'messagetext',
    'messagebody',
    'initialmessage',
    'ticketdescription',
    'issuedescription',
    'problemdescription',
    'problem',
    'question',
    'feedback',
    '问题内容',
    '问题详情',
    '反馈内容',
    '客户留言',
    '咨询内容',
    '问题',
  ],
  subject: ['subject', 'title', 'summary', 'issue', 'topic', '主题', '标题', '问题标题'],
  reply: [
    'reply',
    'response',
    'answer',
    'agentreply',
    'publicreply',
    'agentresponse',
    'resolution',
    'solution',
    'resolutionnotes',
    '回复',
    '客服回复',
    '答复',
    '处理结果',
    '处理意见',
    '解决方案',
    '解决办法',
    '回复内容',
  ],
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

/** What a table shows before its rows are read: which column holds what, and in which order its dates are. */
export interface TablePlan {
  readonly columns: ColumnMap;
  readonly orders: Readonly<Partial<Record<CsvField, DateOrder>>>;
}

/** Shorter texts are names, states and numbers. */
const SHORTEST_TEXT = 20;
const LONGEST_COLUMN_NAME = 60;

/**
 * Decides by the first rows what the names of the columns leave open: the text is the column with the longest texts, and
 * whether 5/1 is in May or in January is the same in all of a column.
 * @param given the guessed columns and those that were named
 */
export function planTable(
  header: readonly string[],
  given: ColumnMap,
  rows: readonly Readonly<Record<string, string>>[],
): TablePlan {
  const body = given.body ?? longestColumn(header, given, rows);
  const columns = body === undefined ? given : { ...given, body };
  const orders = (['createdAt', 'updatedAt', 'resolvedAt'] as const).flatMap((field) => {
    const column = columns[field];
    const order = column === undefined ? undefined : dateOrderOf(rows.map((row) => row[column] ?? ''));
    return order === undefined ? [] : [[field, order] as const];
  });
  const known = Object.fromEntries(orders) as Partial<Record<CsvField, DateOrder>>;
  // A column without a telling date is written as its neighbours are.
  const [any] = Object.values(known);
  return {
    columns,
    orders: any === undefined ? {} : { createdAt: any, updatedAt: any, resolvedAt: any, ...known },
  };
}

function longestColumn(
  header: readonly string[],
  given: ColumnMap,
  rows: readonly Readonly<Record<string, string>>[],
): string | undefined {
  // One column of long lines is a text file.
  if (header.length < 2 || header.some((name) => name.length > LONGEST_COLUMN_NAME)) return undefined;
  const used = new Set(Object.values(given));
  const lengths = header
    .filter((column) => column !== '' && !used.has(column) && !PEOPLE_COLUMN.test(simple(column)))
    .map((column) => {
      const texts = rows
        .map((row) => row[column] ?? '')
        .filter((text) => /\p{L}{2}.*\s.*\p{L}|\p{Script=Han}{4}/su.test(text));
      const sum = texts.reduce((total, text) => total + [...text].length, 0);
      return { column, length: texts.length * 2 < rows.length ? 0 : sum / Math.max(1, texts.length) };
    })
    .sort((a, b) => b.length - a.length);
  const [longest] = lengths;
  return longest && longest.length >= SHORTEST_TEXT ? longest.column : undefined;
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

/** Columns that name somebody: their words are masked in the row's texts. */
const PEOPLE_COLUMN =
  /^(?:(?:customer|client|requester|contact|user|agent|assignee|author|sender|submitter|reporter|creator|owner|account|full|first|last|recipient)(?:full|first|last|display)?(?:name|e?mail|emailaddress)?|name|e?mail|emailaddress|from|to|cc|username|assignedto|createdby)$|(?:客户|用户|联系人|申请人|提交人|客服|处理人|负责人|经办人|收件人|发件人)(?:姓名|名称|昵称|邮箱)?$|^(?:姓名|昵称|邮箱)$/;

/** Reads the rows (as objects by column) of a table with the given columns. */
export function csvReader(columns: ColumnMap, orders: TablePlan['orders'] = {}): RecordReader {
  return (record, fallbackId) => {
    if (!isFields(record)) return { skipped: 'not-a-record' };
    const value = (field: CsvField): string => {
      const column = columns[field];
      return column !== undefined && Object.hasOwn(record, column) ? toText(record[column]) : '';
    };
    const moment = (field: CsvField): string | undefined => toIsoDate(value(field), orders[field]);
    const createdAt = moment('createdAt');
    const people = Object.entries(record)
      .filter(([column]) => PEOPLE_COLUMN.test(simple(column)))
      .map(([, name]) => toText(name).trim())
      .filter((name) => name !== '' && name.length <= LONGEST_NAME);
    return ticketOrEmpty({
      id: value('id').trim() || fallbackId,
      createdAt,
      updatedAt: moment('updatedAt'),
      resolvedAt: moment('resolvedAt'),
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
      ...(people.length > 0 && { people }),
    });
  };
}

const LONGEST_NAME = 120;

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
