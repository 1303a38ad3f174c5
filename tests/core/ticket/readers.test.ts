import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Placed } from '../../../src/core/ticket/format.ts';
import { joinParts } from '../../../src/core/ticket/joinParts.ts';
import { csvReader, detectDelimiter } from '../../../src/core/ticket/readers/csv.ts';
import { guessColumns, parseColumns } from '../../../src/core/ticket/readers/csvColumns.ts';
import { planTable } from '../../../src/core/ticket/readers/csvPlan.ts';
import { dateOrderOf, toIsoDate } from '../../../src/core/ticket/readers/dates.ts';
import { readPlain } from '../../../src/core/ticket/readers/plain.ts';
import type { ReadResult } from '../../../src/core/ticket/ticket.ts';
import { isZendesk, readZendesk } from '../../../src/core/ticket/readers/zendesk.ts';

const zendesk = {
  id: 48210,
  created_at: '2026-05-18T07:16:04Z',
  updated_at: '2026-05-20T08:02:04Z',
  status: 'solved',
  subject: 'Transfer stuck',
  description: 'It says pending.',
  requester_id: 7,
  via: { channel: 'web' },
  tags: ['ios'],
  comments: [
    { id: 1, author_id: 7, body: 'It says pending.', public: true, created_at: '2026-05-18T07:16:04Z' },
    { id: 2, author_id: 9, body: 'Looks angry.', public: false, created_at: '2026-05-18T08:00:00Z' },
    { id: 3, author_id: 9, body: 'Press Speed up.', public: true, created_at: '2026-05-18T09:00:00Z' },
  ],
};

/** What a record becomes at the end of an export of its own. */
async function alone(record: unknown): Promise<ReadResult> {
  const items = [{ result: readZendesk(record, 'line-1'), place: 'line 1' }];
  for await (const { result } of joinParts(Readable.from(items) as AsyncIterable<Placed>)) return result;
  throw new Error('There is no result.');
}

describe('the Zendesk reader', () => {
  it('reads a ticket with its comments, private ones left out', async () => {
    expect(await alone(zendesk)).toEqual({
      ticket: {
        id: '48210',
        createdAt: '2026-05-18T07:16:04Z',
        updatedAt: '2026-05-20T08:02:04Z',
        resolvedAt: '2026-05-20T08:02:04Z',
        subject: 'Transfer stuck',
        messages: [
          { author: 'requester', body: 'It says pending.', createdAt: '2026-05-18T07:16:04Z' },
          { author: 'agent', body: 'Press Speed up.', createdAt: '2026-05-18T09:00:00Z' },
        ],
        tags: ['ios'],
        requesterKey: '7',
      },
    });
  });

  it('does without everything but a text, and invents an id', () => {
    expect(readZendesk({ description: 'help' }, 'line-17')).toEqual({
      ticket: {
        id: 'line-17',
        createdAt: undefined,
        subject: '',
        messages: [{ author: 'requester', body: 'help' }],
        tags: [],
      },
    });
  });

  it('puts the description first where an agent opened the ticket', async () => {
    const result = await alone({ ...zendesk, comments: zendesk.comments.slice(1) });
    expect('ticket' in result && result.ticket.messages.map(({ author }) => author)).toEqual([
      'requester',
      'agent',
    ]);
  });

  it.each([
    [{ ...zendesk, status: 'deleted' }, 'deleted'],
    [{ id: 1, subject: ' ', description: '', comments: [] }, 'empty'],
    [{ ...zendesk, tags: ['closed_by_merge'] }, 'merged'],
    [[zendesk], 'not-a-record'],
    ['ticket', 'not-a-record'],
    [null, 'not-a-record'],
  ])('skips %j', (record, skipped) => {
    expect(readZendesk(record, 'x')).toEqual({ skipped });
  });

  it('waits for comments that are records of their own', () => {
    const { comments, ...bare } = zendesk;
    expect(readZendesk(bare, 'x')).toMatchObject({ partsKey: '48210', ticket: { id: '48210' } });
    expect(readZendesk({ ...comments[1], ticket_id: 48210, event_type: 'Comment' }, 'x')).toEqual({
      parts: [
        {
          ticketKey: '48210',
          body: 'Looks angry.',
          authorKey: '9',
          hidden: true,
          createdAt: '2026-05-18T08:00:00Z',
        },
      ],
    });
  });

  it('is told from the plain form', () => {
    expect(isZendesk(zendesk)).toBe(true);
    expect(isZendesk({ ticket: zendesk })).toBe(true);
    expect(isZendesk({ id: 1, description: 'help' })).toBe(false);
  });
});

describe('the plain reader', () => {
  it('reads our own form', () => {
    const record = {
      id: 'a',
      createdAt: '2026-05-18',
      subject: 'Card',
      body: 'declined',
      language: 'en',
      tags: ['card'],
      messages: [{ author: 'agent', body: 'Unfreeze it.', createdAt: '2026-05-18T10:00:00+02:00' }],
      resolvedAt: '2026-05-19',
    };
    expect(readPlain(record, 'x')).toEqual({
      ticket: {
        id: 'a',
        createdAt: '2026-05-18T00:00:00Z',
        resolvedAt: '2026-05-19T00:00:00Z',
        subject: 'Card',
        messages: [
          { author: 'requester', body: 'declined', createdAt: '2026-05-18T00:00:00Z' },
          { author: 'agent', body: 'Unfreeze it.', createdAt: '2026-05-18T08:00:00Z' },
        ],
        tags: ['card'],
        language: 'en',
      },
    });
  });

  it.each([
    [{ created_at: '2026-05-18', description: 'help' }],
    [{ date: '2026/5/18', text: 'help' }],
    [{ timestamp: Date.UTC(2026, 4, 18) / 1000, message: 'help' }],
  ])('takes %j too', (record) => {
    expect(readPlain(record, 'line-3')).toMatchObject({
      ticket: { id: 'line-3', createdAt: '2026-05-18T00:00:00Z', messages: [{ body: 'help' }] },
    });
  });
});

describe('a table', () => {
  const cfpb =
    'Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company public response,Tags,Complaint ID';

  it('has its columns guessed from their names', () => {
    expect(guessColumns(cfpb.split(','))).toEqual({
      id: 'Complaint ID',
      createdAt: 'Date received',
      subject: 'Issue',
      body: 'Consumer complaint narrative',
      product: 'Product',
      tags: 'Tags',
    });
    expect(guessColumns(['工单号', '创建时间', '主题', '描述'])).toEqual({
      id: '工单号',
      createdAt: '创建时间',
      subject: '主题',
      body: '描述',
    });
    expect(guessColumns(['Ticket ID', 'created_at', 'subject', 'message'])).toEqual({
      id: 'Ticket ID',
      createdAt: 'created_at',
      subject: 'subject',
      body: 'message',
    });
    expect(guessColumns(['a', 'b'])).toEqual({});
  });

  it('gives a ticket a row, with an agent only where there is a reply', () => {
    const read = csvReader({ id: 'id', body: 'text', reply: 'answer' });
    expect(read({ id: '5', text: 'help', answer: 'done', other: 'x' }, 'line-2')).toMatchObject({
      ticket: { id: '5', messages: [{ author: 'requester' }, { author: 'agent', body: 'done' }] },
    });
    expect(read({ id: '', text: 'help', answer: '' }, 'line-3')).toMatchObject({
      ticket: { id: 'line-3', subject: '' },
    });
    expect(read({ id: '6', text: ' ' }, 'line-4')).toEqual({ skipped: 'empty' });
  });

  it('is planned by its first rows: the longest texts, and the order of its dates', () => {
    const header = ['Ref', 'Opened on', 'What happened', 'Customer name'];
    const rows = [
      {
        Ref: 'a',
        'Opened on': '5/13/2024',
        'What happened': 'My order was two hours late',
        'Customer name': 'A B',
      },
      {
        Ref: 'b',
        'Opened on': '5/1/2024',
        'What happened': 'The drink was missing again',
        'Customer name': 'C D',
      },
    ];
    expect(planTable(header, { createdAt: 'Opened on' }, rows)).toEqual({
      columns: { createdAt: 'Opened on', body: 'What happened' },
      orders: { createdAt: 'month-first', updatedAt: 'month-first', resolvedAt: 'month-first' },
    });
    expect(
      planTable(['MIT License'], {}, [{ 'MIT License': 'Permission is hereby granted to all' }]).columns,
    ).toEqual({});
    expect(csvReader({ body: 'What happened' })(rows[0], 'x')).toMatchObject({ ticket: { people: ['A B'] } });
  });

  it.each([
    ['subject=Title,body=Text', { subject: 'Title', body: 'Text' }],
    ['body=Text, please , id=No.', { body: 'Text, please', id: 'No.' }],
    ['body=a=b', { body: 'a=b' }],
  ])('has the columns that %j names', (text, columns) => {
    expect(parseColumns(text)).toEqual({ columns });
  });

  it.each(['colour=x', 'Text', 'subject=Title,colour=x', ''])('has no columns named by %j', (text) => {
    expect(parseColumns(text)).toHaveProperty('unknown');
  });

  it.each([
    ['id,subject,body', ','],
    ['id\tsubject\tbody, or text', '\t'],
    ['id;subject;body', ';'],
    ['"a,b,c,d";subject;body', ';'],
  ])('has the delimiter of %j', (line, delimiter) => {
    expect(detectDelimiter(line)).toBe(delimiter);
  });
});

describe('a date', () => {
  it.each([
    ['2026-05-18T07:16:04Z', '2026-05-18T07:16:04Z'],
    ['2026-05-18T07:16:04.123+08:00', '2026-05-17T23:16:04Z'],
    ['2026-05-18 07:16', '2026-05-18T07:16:00Z'],
    ['2026年5月18日', '2026-05-18T00:00:00Z'],
    ['05/18/2026', '2026-05-18T00:00:00Z'],
    ['18.05.2026', '2026-05-18T00:00:00Z'],
    [1_779_062_400, '2026-05-18T00:00:00Z'],
    ['01.05.2024 08:30', '2024-05-01T08:30:00Z'],
    ['01/May/24 8:30 AM', '2024-05-01T08:30:00Z'],
    ['1-May-2024', '2024-05-01T00:00:00Z'],
    ['May 1, 2024, 8:30 PM', '2024-05-01T20:30:00Z'],
    ['Wed, 01 May 2024 08:30:00 +0200', '2024-05-01T06:30:00Z'],
    ['05/13/2024 4:05 PM', '2024-05-13T16:05:00Z'],
    ['5/1/24 8:30', '2024-05-01T08:30:00Z'],
    ['2024年5月1日 下午3:20', '2024-05-01T15:20:00Z'],
    ['20240501', '2024-05-01T00:00:00Z'],
    ['45413.35', '2024-05-01T08:24:00Z'],
    ['1714545000.123', '2024-05-01T06:30:00.123Z'],
    ['2024-05-01T08:30:00+02', '2024-05-01T06:30:00Z'],
  ])('%j is %s', (value, iso) => {
    expect(toIsoDate(value)).toBe(iso);
  });

  it('has the order of its column', () => {
    expect(dateOrderOf(['5/1/2024', '13/1/2024'])).toBe('day-first');
    expect(dateOrderOf(['5/1/2024', '5/13/2024'])).toBe('month-first');
    expect(dateOrderOf(['5/1/2024', '01.05.2024'])).toBeUndefined();
    expect(toIsoDate('5/1/2024', 'day-first')).toBe('2024-01-05T00:00:00Z');
  });

  it.each(['', 'yesterday', '2026-13-01', '0001-01-01', {}, null, Number.NaN, 1e300])(
    '%j is none',
    (value) => {
      expect(toIsoDate(value)).toBeUndefined();
    },
  );
});
