import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMUNITY_FORMATS, MAIL_FORMATS } from '../../../../src/core/ticket/formats.ts';
import { readMailFiles } from '../../../../src/core/ticket/readers/eml.ts';
import { collect, fileOf, fixture, readAll, summary } from './streams.ts';

const FORMATS = [...MAIL_FORMATS, ...COMMUNITY_FORMATS];
const FILES = FORMATS.flatMap((format) =>
  readdirSync(fixture(`${format.name}/`))
    .sort()
    .map((file) => ({
      format,
      name: `${format.name}/${file}`,
      bytes: readFileSync(fixture(`${format.name}/${file}`)),
    })),
);

describe('formats that take many records to make a ticket', () => {
  it.each(FILES)('$name is told from all others', ({ format, name, bytes }) => {
    const sample = { name, head: bytes.toString('utf8').slice(0, 65_536) };
    expect(FORMATS.filter(({ detect }) => detect(sample)).map((other) => other.name)).toEqual([format.name]);
  });

  it.each([
    'csv/tickets.csv',
    'ndjson/tickets.ndjson',
    'jira/search.json',
    'github/issues.json',
    'intercom/conversations.json',
    'zendesk/account-export.ndjson',
  ])('%s is none of them', (name) => {
    const head = readFileSync(fixture(name), 'utf8').slice(0, 65_536);
    expect(FORMATS.filter(({ detect }) => detect({ name, head }))).toEqual([]);
  });

  it.each(FORMATS)('$name is read as the golden file has it', async ({ name, read }) => {
    const files = FILES.filter(({ format }) => format.name === name);
    const read1 =
      name === 'eml'
        ? { '*.eml': await summary(readMailFiles(files.map(({ bytes }) => fileOf(bytes)))) }
        : {};
    const others = name === 'eml' ? [] : files;
    const read2 = await Promise.all(
      others.map(async (file) => [file.name, await summary(read(fileOf(file.bytes)))] as const),
    );
    const golden = JSON.stringify({ ...read1, ...Object.fromEntries(read2) }, null, 2);
    await expect(`${golden}\n`).toMatchFileSnapshot(fixture(`golden/${name}.json`).pathname);
  });

  it.each(FILES)('$name reads the same in pieces of any size', async ({ format, bytes }) => {
    const whole = await summary(format.read(fileOf(bytes)));
    for (const size of [1, 13, 1000]) expect(await summary(format.read(fileOf(bytes, size)))).toEqual(whole);
  });
});

describe('broken exports', () => {
  it.each(FILES)('$name may break off anywhere', async ({ format, bytes }) => {
    const whole = (await readAll(format, bytes)).filter(({ result }) => 'ticket' in result).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        const tickets = (await readAll(format, bytes.subarray(0, length))).filter(
          ({ result }) => 'ticket' in result,
        );
        expect(tickets.length).toBeLessThanOrEqual(whole + 1);
      }),
      { numRuns: 60 },
    );
  });

  it.each(FILES)('$name may have any bytes wrong', async ({ format, bytes }) => {
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const broken = Uint8Array.from(bytes);
        for (const [at, byte] of changes) broken[at] = byte;
        await readAll(format, broken);
      }),
      { numRuns: 80 },
    );
  });

  const json = FILES.filter(({ name }) => name.endsWith('.json'));
  it.each(json)('$name may have values of any type anywhere', async ({ format, bytes }) => {
    const whole: unknown = JSON.parse(bytes.toString('utf8'));
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(null, '', '\uD800', [], {}, 0, -1, 1e300, '<p>', [null], { data: null }, [[[]]]),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 6 }), async (changes) => {
        let changed = whole;
        for (const [at, value] of changes) changed = withOneReplaced(changed, at, value);
        await readAll(format, JSON.stringify(changed));
      }),
      { numRuns: 150 },
    );
  });

  it.each(FORMATS)('$name reads on through nesting ten thousand deep', async (format) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"data":', '}'],
      ['{"replies":{"data":{"children":[', ']}}}'],
      ['{"messages":[', ']}'],
    ] as const)
      await readAll(format, open.repeat(10_000) + '1' + close.repeat(10_000));
    await readAll(format, '{"messages":'.repeat(10_000));
  });

  it.each(FORMATS)('$name takes any text and any bytes at all', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.uint8Array({ maxLength: 300 })),
        async (content) => {
          await readAll(format, content);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a field of ten megabytes', () => {
  const long = 'why is my card declined? '.repeat(400_000);
  const at = '2026-05-18T07:00:00Z';
  it.each([
    [
      'discord',
      JSON.stringify({
        guild: {},
        channel: {},
        messages: [{ id: '1', type: 'Default', timestamp: at, content: long, author: { id: '1' } }],
      }),
    ],
    [
      'telegram',
      JSON.stringify({
        type: 'public_supergroup',
        id: 1,
        messages: [
          { id: 1, type: 'message', date: at, from_id: 'u', text: [long, { type: 'bold', text: long }] },
        ],
      }),
    ],
    [
      'discourse',
      JSON.stringify({
        id: 1,
        title: long,
        post_stream: { posts: [{ id: 1, user_id: 1, cooked: `<p>${long}</p>`, created_at: at }] },
      }),
    ],
    [
      'reddit',
      JSON.stringify({
        kind: 'Listing',
        data: {
          children: [
            { kind: 't3', data: { id: 'a', title: 'x', selftext: long, author: 'u', created_utc: 1 } },
          ],
        },
      }),
    ],
    ['mbox', `From a\nFrom: <a@mail.example>\nSubject: card\nMessage-ID: <1@mail.example>\n\n${long}\n`],
    [
      'mbox',
      `From a\nFrom: <a@mail.example>\nSubject: card\nMessage-ID: <1@mail.example>\nX-Long: ${long}\n\nhello\n`,
    ],
    ['eml', `From: <a@mail.example>\nSubject: card\nContent-Type: text/html\n\n<p>${long}</p>`],
    [
      'eml',
      `From: <a@mail.example>\nSubject: card\nContent-Type: text/html\n\n${'<div>'.repeat(1_000_000)}hello`,
    ],
    ['eml', `From: <a@mail.example>\nSubject: ${'=?utf-8?B?5Y2h?= '.repeat(40_000)}\n\nhello`],
  ])('is cut or skipped, in %s', async (name, content) => {
    const all = await readAll(
      FORMATS.find((format) => format.name === name)!,
      content,
    );
    expect(all).toHaveLength(1);
    const [{ result }] = all as [(typeof all)[number]];
    if ('ticket' in result) {
      const length =
        result.ticket.subject.length + result.ticket.messages.reduce((sum, { body }) => sum + body.length, 0);
      expect(length).toBeLessThanOrEqual(60_000);
    } else expect(result).toEqual({ skipped: expect.stringMatching(/^(?:too-long|malformed)$/) as string });
  });
});

describe('a long export', () => {
  it('is not held: a hundred thousand posts of a chat pass, and old threads are finished on the way', async () => {
    const posts = 100_000;
    const text = async function* (): AsyncGenerator<string> {
      yield '{"type":"public_supergroup","id":1,"messages":[';
      for (let id = 0; id < posts; id++) {
        const message = {
          id,
          type: 'message',
          date_unixtime: String(1_779_000_000 + id * 3600),
          from_id: `user${id}`,
          text: 'why is my card declined?',
        };
        yield `${id === 0 ? '' : ','}${JSON.stringify(message)}`;
      }
      yield ']}';
    };
    let before = 0;
    let read = 0;
    const format = COMMUNITY_FORMATS.find(({ name }) => name === 'telegram')!;
    const file = {
      name: 'x',
      text: async function* () {
        for await (const piece of text()) {
          read++;
          yield piece;
        }
      },
      bytes: () => {
        throw new Error('not asked for');
      },
    };
    for await (const { result } of format.read(file)) {
      expect('ticket' in result).toBe(true);
      if (read < posts) before++;
    }
    // Everything but the last three days' threads came before the end.
    expect(before).toBeGreaterThan(posts - 100);
  });

  it('of mail is bounded: threads quiet longest are finished when there is too much', async () => {
    const body = 'x'.repeat(20_000);
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 4000; i++)
        yield await Promise.resolve(
          new TextEncoder().encode(
            `From a\nFrom: <a${i}@mail.example>\nMessage-ID: <${i}@mail.example>\n\n${body}\n\n`,
          ),
        );
    };
    const all = await collect(
      MAIL_FORMATS[0]!.read({
        name: 'x',
        bytes,
        text: () => {
          throw new Error('not asked for');
        },
      }),
    );
    expect(all.filter(({ result }) => 'ticket' in result)).toHaveLength(4000);
  });
});

/** A copy of a JSON value in which one part, counted through all of them, is another value. */
function withOneReplaced(value: unknown, at: number, other: unknown): unknown {
  const total = count(value);
  let left = at % total;
  const walk = (part: unknown): unknown => {
    if (left-- === 0) return other;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, walk(child)]));
    return part;
  };
  return walk(value);
}

function count(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce<number>((sum, child) => sum + count(child), 0);
}
