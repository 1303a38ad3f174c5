import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Format } from '../../../src/core/ticket/format.ts';
import { readRecord, RECORD_FORMATS } from '../../../src/core/ticket/formats.ts';
import { csvReader } from '../../../src/core/ticket/readers/csv.ts';
import { readPlain } from '../../../src/core/ticket/readers/plain.ts';
import type { ReadResult } from '../../../src/core/ticket/ticket.ts';

const READERS = [
  ...RECORD_FORMATS.map(({ name, read }) => [name, read] as const),
  ['plain', readPlain] as const,
  ['csv', csvReader({ id: 'id', body: 'body', reply: 'comment', tags: 'tags', subject: 'title' })] as const,
];

/** Every name that some desk has for something; a record of any of them is made of some of these. */
const KEYS =
  'id key number ticket fields issueKey issueId requestFieldValues fieldId value title subject summary description description_text body body_text html_body plain_body text content content_type comments comment conversations conversation_parts threads articles assets Ticket TicketArticle _embedded child_events messages values source author type part_type user_id requester_id customer_id author_id ticket_id conversation_id incoming private public internal jsdPublic sender sender_id createdBy state state_id status statusCategory created created_at createdAt createdDate iso8601 closed_at resolutiondate updated_at tags labels name tag components satisfaction_rating score conversation_rating rating statistics metric_set contacts primaryCustomer reporter accountId accountType user login pull_request issue_url html_url number author_association attrs marks spam deleted stream data _airbyte_data record emitted_at tickets'.split(
    ' ',
  );
const VALUES = [
  'Comment',
  'customer',
  'Customer',
  'user',
  'bot',
  'admin',
  'comment',
  'note',
  'message',
  'closed',
  'text/html',
  'doc',
  'paragraph',
  'text',
  'RECORD',
  'app',
  '<p>hello</p>',
  '\uD800 lone',
  '2026-05-18T07:16:04Z',
  'https://api.github.example/repos/a/b/issues/1',
  true,
  false,
  null,
  0,
  -1,
  1,
  2,
  5,
  1e300,
  1_777_881_600,
];

const { record } = fc.letrec<{ record: unknown; value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(...VALUES),
    fc.string(),
    tie('record'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
  record: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 10 }),
}));

/** What every reader promises, whatever it is given. */
function check(result: ReadResult): void {
  if ('skipped' in result || 'person' in result) return;
  const texts: string[] = [];
  if ('parts' in result) texts.push(...result.parts.flatMap(({ body, ticketKey }) => [body, ticketKey]));
  else {
    const { id, createdAt, resolvedAt, subject, messages, tags } = result.ticket;
    texts.push(id, subject, ...tags, ...messages.map(({ body }) => body));
    expect(id).not.toBe('');
    for (const date of [createdAt, resolvedAt, ...messages.map((message) => message.createdAt)])
      if (date !== undefined) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);
    const asked = messages.some(({ author, body }) => author === 'requester' && body.trim() !== '');
    expect(asked || subject.trim() !== '' || result.partsKey !== undefined).toBe(true);
  }
  for (const text of texts) expect(text.isWellFormed()).toBe(true);
}

describe.each(READERS)('the %s reader', (_, read) => {
  it('reads anything or says why not', () => {
    fc.assert(
      fc.property(fc.oneof(record, fc.jsonValue()), (value) => {
        check(read(value, 'line-1'));
      }),
      { numRuns: 400 },
    );
  });

  it('is not impressed by nesting, length or broken characters', () => {
    const wrap = (inner: unknown, key: string | undefined): unknown => {
      let value = inner;
      for (let i = 0; i < 10_000; i++) value = key === undefined ? [value] : { [key]: value };
      return value;
    };
    const long = '<p>long</p>'.repeat(950_000);
    for (const value of [
      wrap('x', undefined),
      wrap('x', 'content'),
      wrap('x', 'ticket'),
      long,
      '\uD83D'.repeat(1000),
    ]) {
      const every = Object.fromEntries(KEYS.map((key) => [key, value]));
      check(read(every, 'line-1'));
      check(
        read(
          { id: 1, requester_id: 2, ...every, ticket: undefined, child_events: undefined, assets: undefined },
          'line-1',
        ),
      );
    }
  }, 60_000);
});

describe('a record', () => {
  it('is told to be of the format it is of, alone, on a page or in an envelope', () => {
    const records: readonly (readonly [string, object])[] = [
      ['zendesk', { id: 1, requester_id: 2, subject: 'x', description: 'y' }],
      ['freshdesk', { id: 1, requester_id: 2, responder_id: 3, subject: 'x', description: 'y' }],
      ['intercom', { type: 'conversation', id: '1', source: { body: 'y', author: { type: 'user' } } }],
      ['helpscout', { id: 1, mailboxId: 2, subject: 'x', _embedded: { threads: [] } }],
      ['jira', { id: '1', key: 'A-1', fields: { summary: 'x' } }],
      ['zammad', { id: 1, title: 'x', group_id: 1, customer_id: 2, state_id: 1, number: '7' }],
      ['github', { id: 1, number: 2, title: 'x', user: { login: 'example' }, comments: 0 }],
      ['plain', { id: 1, subject: 'x', body: 'y' }],
    ];
    for (const [name, value] of records) {
      expect(readRecord(value, 'x', 'auto')).toMatchObject([{ format: name }]);
      const enveloped = { stream: 'tickets', data: value, emitted_at: 1 };
      expect(readRecord(enveloped, 'x', 'auto')).toMatchObject([{ format: `airbyte ${name}` }]);
      expect(readRecord({ type: 'RECORD', record: enveloped }, 'x', 'airbyte')).toMatchObject([
        { format: `airbyte ${name}` },
      ]);
      expect(readRecord({ tickets: [value, enveloped], count: 2 }, 'x', 'auto')).toMatchObject([
        { format: name, element: 1 },
        { format: `airbyte ${name}`, element: 2 },
      ]);
    }
  });

  it('is of the format that is told', () => {
    expect(readRecord({ id: 1, requester_id: 2, subject: 'x' }, 'x', 'ndjson')).toMatchObject([
      { format: 'plain' },
    ]);
    expect(readRecord({ id: 1, title: 'x' }, 'x', 'zammad')).toMatchObject([{ format: 'zammad' }]);
  });

  it('of another kind in an envelope holds no ticket', () => {
    const other = [{ result: { skipped: 'other' }, format: 'airbyte' }];
    expect(readRecord({ stream: 'users', data: { id: 1, name: 'x' }, emitted_at: 1 }, 'x', 'auto')).toEqual(
      other,
    );
    expect(readRecord({ type: 'STATE', state: { type: 'STREAM' } }, 'x', 'auto')).toEqual(other);
  });

  it.each(['ticket_fields', 'ticket_forms', 'issue_types', 'issue_labels', 'issue_resolutions'])(
    'of %s speaks of tickets and is none',
    (stream) => {
      const data = { id: 1, title: 'Priority', description: 'The priority of this issue.' };
      expect(readRecord({ stream, data, emitted_at: 1 }, 'x', 'auto')).toEqual([
        { result: { skipped: 'other' }, format: 'airbyte' },
      ]);
    },
  );

  it.each(['tickets', 'support_tickets', 'SupportCases', 'ticket', 'tickets_2026', 'customer_inquiries'])(
    'of %s of a source that no reader knows is one',
    (stream) => {
      const data = { id: 1, subject: 'My card', description: 'It is blocked.' };
      expect(readRecord({ stream, data, emitted_at: 1 }, 'x', 'auto')).toMatchObject([
        { format: 'airbyte plain', result: { ticket: { subject: 'My card' } } },
      ]);
    },
  );

  it('with all that a search of Zammad found is as many tickets, each with its own articles and people', () => {
    const assets = {
      Ticket: {
        3: { id: 3, title: 'Deposit', group_id: 1, customer_id: 8 },
        4: { id: 4, title: 'Address', group_id: 1, customer_id: 9 },
      },
      TicketArticle: {
        10: { id: 10, ticket_id: 3, sender_id: 2, body: 'It did not arrive.', content_type: 'text/plain' },
        14: { id: 14, ticket_id: 4, sender_id: 2, body: 'How do I change it?', content_type: 'text/plain' },
      },
      User: {
        8: { id: 8, firstname: 'Pavel', lastname: 'Novotny' },
        9: { id: 9, firstname: 'Ada', lastname: 'Ek' },
      },
    };
    const expected = [
      { element: 1, result: { ticket: { id: '3', messages: [{ body: 'It did not arrive.' }] } } },
      { element: 2, result: { ticket: { id: '4', messages: [{ body: 'How do I change it?' }] } } },
    ];
    for (const page of [
      { tickets: [3, 4], tickets_count: 2, assets },
      { record_ids: [3, 4], total_count: 2, assets },
    ]) {
      const read = readRecord(page, 'x', 'auto');
      expect(read).toMatchObject(expected);
      expect(JSON.stringify(read[0])).toContain('Pavel Novotny');
      expect(JSON.stringify(read[1])).not.toContain('Novotny');
    }
  });

  it('of those that Zendesk has deleted is none', () => {
    const data = { id: 581, subject: 'My card', deleted_at: '2026-05-18T00:00:00Z', previous_state: 'open' };
    expect(readRecord(data, 'x', 'auto')).toEqual([{ result: { skipped: 'deleted' }, format: 'zendesk' }]);
  });

  it('of any shape is read by any format, or it is said why not', () => {
    const page = fc.record({ tickets: fc.array(record, { maxLength: 3 }) });
    const enveloped = fc.record({ stream: fc.constantFrom('tickets', 'users'), data: record });
    const formats: Format[] = [...FORMATS];
    fc.assert(
      fc.property(
        fc.oneof(record, page, enveloped, fc.jsonValue()),
        fc.constantFrom(...formats),
        (value, format) => {
          for (const { result } of readRecord(value, 'line-1', format)) check(result);
        },
      ),
      { numRuns: 500 },
    );
  });
});
