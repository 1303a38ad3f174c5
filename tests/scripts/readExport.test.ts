import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExport, type ExportOptions } from '../../scripts/mine/readExport.ts';
import type { Format } from '../../src/core/ticket/format.ts';
import type { Ticket } from '../../src/core/ticket/ticket.ts';

const FIXTURES = 'tests/fixtures/tickets';
const GOLDEN = path.join(FIXTURES, 'golden');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'firstline-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface ReadExport {
  readonly format: string;
  readonly columns?: ExportOptions['columns'];
  readonly skipped: readonly string[];
  readonly tickets: readonly Ticket[];
}

interface How {
  readonly format?: Format;
  readonly columns?: ExportOptions['columns'];
  readonly pipe?: Iterable<Uint8Array>;
}

async function readAll(
  input: string,
  { format = 'auto', columns = {}, pipe = [] }: How = {},
): Promise<ReadExport> {
  const skipped: string[] = [];
  let used: ExportOptions['columns'] | undefined;
  const options: ExportOptions = {
    format,
    columns,
    onColumns: (found) => (used = found),
    onSkip: (reason, place) => skipped.push(`${reason}: ${place}`),
  };
  const file = await openExport(input, options, inTurn(pipe));
  const tickets: Ticket[] = [];
  for await (const ticket of file.tickets) tickets.push(ticket);
  return { format: file.format(), ...(used && { columns: used }), skipped, tickets };
}

async function* inTurn(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

/** Folder of fixtures, and the name by which `--format` tells it. */
const FORMATS: readonly (readonly [string, Format])[] = [
  ['zendesk', 'zendesk'],
  ['zendesk-pages', 'zendesk'],
  ['freshdesk', 'freshdesk'],
  ['intercom', 'intercom'],
  ['helpscout', 'helpscout'],
  ['jira', 'jira'],
  ['zammad', 'zammad'],
  ['github', 'github'],
  ['airbyte', 'airbyte'],
  ['ndjson', 'ndjson'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
];

describe('an export of', () => {
  it.each(FORMATS)('%s is read as its golden file says, told or not', async (name, format) => {
    const read = await readAll(path.join(FIXTURES, name));
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(
      path.resolve(GOLDEN, `${name}.json`),
    );
    expect(await readAll(path.join(FIXTURES, name), { format })).toEqual(read);
  });

  it.each(['discord', 'discourse', 'eml', 'mbox', 'reddit', 'telegram'])(
    '%s tells what it is',
    async (name) => {
      const files = await readdir(path.join(FIXTURES, name));
      for (const file of files) {
        const read = await readAll(path.join(FIXTURES, name, file));
        expect([file, read.format]).toEqual([file, name]);
        expect(read.tickets.length).toBeGreaterThan(0);
      }
    },
  );

  it.each(FORMATS)('%s holds nothing of agents’ notes, of bots and of other records', async (name) => {
    const golden = await readFile(path.join(GOLDEN, `${name}.json`), 'utf8');
    const notes =
      /impatient|verified by birthday|客户态度|no answer yet|Second time|from risk|@dev|SLA breached|第五次|Checked: code|Third attempt|已知问题|stale|Check again|received your request|extremely happy|person@example/;
    expect(golden).not.toMatch(notes);
  });

  it.each(FORMATS)(
    '%s that is cut off anywhere gives tickets of the whole one, and says so or gives none',
    async (name) => {
      const [file] = await readdir(path.join(FIXTURES, name));
      const bytes = await readFile(path.join(FIXTURES, name, file!));
      const whole = await readAll('-', { pipe: [bytes] });
      const known = new Map(whole.tickets.map((ticket) => [ticket.id, ticket]));
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (length) => {
          const cut = await readAll('-', { pipe: [bytes.subarray(0, length)] }).catch(
            (error: unknown) => error,
          );
          if (cut instanceof Error) {
            expect(cut.name).toBe('ProblemsFound');
            return;
          }
          const { tickets } = cut as ReadExport;
          expect(tickets.length).toBeLessThanOrEqual(whole.tickets.length);
          // A row has no end mark, so its last field may be short; JSON is read whole or not at all.
          if (whole.format === 'csv') return;
          for (const { id, subject } of tickets) expect(known.get(id)).toMatchObject({ id, subject });
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(FORMATS)(
    '%s comes through a pipe in any pieces, packed or not, as it does from a file',
    async (name) => {
      const [file] = await readdir(path.join(FIXTURES, name));
      const target = path.join(FIXTURES, name, file!);
      const bytes = await readFile(target);
      const whole = await readAll(target);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom<(data: Buffer) => Buffer>((data) => data, gzipSync, zstdCompressSync),
          fc.integer({ min: 1, max: 4000 }),
          async (pack, size) => {
            const packed = pack(bytes);
            const pieces = Array.from({ length: Math.ceil(packed.length / size) }, (_, i) =>
              packed.subarray(i * size, (i + 1) * size),
            );
            expect(await readAll('-', { pipe: pieces })).toEqual(whole);
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  it.each(FORMATS)('%s with any bytes changed is read on, whatever they say', async (name) => {
    const [file] = await readdir(path.join(FIXTURES, name));
    const bytes = await readFile(path.join(FIXTURES, name, file!));
    const change = fc.record({
      at: fc.integer({ min: 0, max: bytes.length - 1 }),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc
          .constantFrom('"', '{', ']', '\n', '\\', ',', '\0', '<', '\uFEFF', '"\\ud800')
          .map((text) => Buffer.from(text)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const copy = Buffer.from(bytes);
        for (const { at, bytes: by } of changes) copy.set(by.subarray(0, copy.length - at), at);
        const read = await readAll('-', { pipe: [copy] }).catch((error: unknown) => error);
        if (read instanceof Error) {
          expect(read.name).toBe('ProblemsFound');
          return;
        }
        for (const { id, subject, messages } of (read as ReadExport).tickets)
          for (const text of [id, subject, ...messages.map(({ body }) => body)])
            expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('anything at all is read, or named', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => `${json}\n${json}\n`),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      text.map((some) => Buffer.from(some)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const read = await readAll('-', { pipe: [content] }).catch((error: unknown) => error);
        expect(read instanceof Error ? read.name : 'read').toMatch(/^(?:ProblemsFound|read)$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an input', () => {
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    return file;
  };

  it('may be a folder of anything, and says what in it could not be read', async () => {
    await write('mixed/1.ndjson', '{"id":1,"body":"one"}\n{"body":"no id"}\n{"id":2,"bo');
    await write('mixed/2.csv', 'id,body\n3,three\n,no id\n1,again\n');
    await write('mixed/nested/3.json.gz', gzipSync('[{"id":4,"body":"four"}]'));
    const noise = Array.from({ length: 40_000 }, (_, i) => ((i * 2_654_435_761) % 1e9).toString(36)).join(
      ' ',
    );
    const packed = gzipSync(`[{"id":5,"body":"five"},{"id":6,"body":"${noise}"}]`);
    await write('mixed/nested/4.json.gz', packed.subarray(0, packed.length / 2));
    await write('mixed/5.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'));
    await write('mixed/6.json', '');
    await write('mixed/.hidden/7.ndjson', '{"id":7,"body":"x"}');
    const { tickets, skipped } = await readAll(path.join(folder, 'mixed'));
    expect(tickets.map(({ id }) => id)).toEqual(['1', 'file-1-line-2', '3', 'file-2-line-3', '4', '5']);
    expect(skipped.toSorted()).toEqual([
      'binary: 5.png',
      'empty: 6.json',
      'malformed: 1.ndjson, line 3',
      'repeated-id: 2.csv, line 4',
      'truncated: nested/4.json.gz',
      'truncated: nested/4.json.gz, record 2 (line 1)',
    ]);
  });

  it('of two desks has all tickets, also those that have the same number there', async () => {
    const [zendesk] = (await readFile(path.join(FIXTURES, 'zendesk/account-export.ndjson'), 'utf8')).split(
      '\n',
    );
    const [freshdesk] = JSON.parse(
      await readFile(path.join(FIXTURES, 'freshdesk/tickets.json'), 'utf8'),
    ) as object[];
    await write('desks/a.ndjson', JSON.stringify({ ...JSON.parse(zendesk!), id: 77 }));
    await write('desks/b.json', JSON.stringify([{ ...freshdesk, id: 77 }]));
    // Pages of one desk overlap.
    await write('desks/c.json', JSON.stringify([{ ...freshdesk, id: 77 }]));
    const { tickets, skipped, format } = await readAll(path.join(folder, 'desks'));
    expect(tickets.map(({ id }) => id)).toEqual(['77', 'freshdesk-77']);
    expect(skipped).toEqual(['repeated-id: c.json, record 1 (line 1)']);
    expect(format).toBe('zendesk ndjson, freshdesk json');
  });

  it.each(['gb18030', 'utf-16le', 'utf-16be'])(
    'in %s and longer than what is held of a pipe is decoded',
    async (encoding) => {
      const body = '我的转账一直没有到账';
      // Node writes no GB18030.
      const inGb18030 = Buffer.from('ced2b5c4d7aad5cbd2bbd6b1c3bbd3d0b5bdd5cb', 'hex');
      const lineOf = (i: number): Buffer => {
        const [before, after] = [`{"id":${i},"body":"`, '"}\n'];
        if (encoding === 'gb18030')
          return Buffer.concat([Buffer.from(before), inGb18030, Buffer.from(after)]);
        const bytes = Buffer.from(before + body + after, 'utf16le');
        return encoding === 'utf-16be' ? bytes.swap16() : bytes;
      };
      const whole = Buffer.concat(Array.from({ length: 40_000 }, (_, i) => lineOf(i)));
      expect(whole.length).toBeGreaterThan(1 << 20);
      for (const cut of [1001, 65_536]) {
        const pipe = Array.from({ length: Math.ceil(whole.length / cut) }, (_, i) =>
          whole.subarray(i * cut, (i + 1) * cut),
        );
        const { tickets, skipped } = await readAll('-', { pipe });
        expect(skipped).toEqual([]);
        expect(tickets).toHaveLength(40_000);
        expect(new Set(tickets.flatMap(({ messages }) => messages.map((message) => message.body)))).toEqual(
          new Set([body]),
        );
      }
    },
  );

  it.each([
    ['of ten megabytes', `"${'long '.repeat(2_000_000)}"`],
    ['of ten megabytes without quotes', 'long '.repeat(2_000_000)],
    ['of as many quotes', `"${'""'.repeat(5_000_000)}"`],
    ['of a million lines', `"${'long\n'.repeat(1_000_000)}"`],
  ])('is read on behind a field %s', async (_, field) => {
    const input = await write('long.csv', `id,body,reply\n1,${field},"so, what"\n2,"my ""card""",ok\n`);
    const { tickets, skipped } = await readAll(input);
    expect(skipped).toEqual([]);
    expect(tickets.map(({ id, messages }) => [id, messages.at(-1)?.body])).toEqual([
      ['1', 'so, what'],
      ['2', 'ok'],
    ]);
    expect(tickets[1]!.messages[0]!.body).toBe('my "card"');
  });

  it('is no list of records where it lists their numbers', async () => {
    const Ticket = Object.fromEntries(
      [3, 4].map((id) => [id, { id, title: `Ticket ${id}`, group_id: 1, customer_id: id }]),
    );
    for (const page of [
      { tickets: [3, 4], assets: { Ticket } },
      { assets: { Ticket }, tickets: [3, 4] },
    ]) {
      const input = await write('search.json', JSON.stringify(page, null, 2));
      const { tickets, skipped } = await readAll(input);
      expect(skipped).toEqual([]);
      expect(tickets.map(({ id }) => id)).toEqual(['3', '4']);
    }
  });

  it('goes on behind a quote that is never closed, with the next one', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i + 2},the shop refused my card\n`).join('');
    const input = await write('open.csv', `id,body\n1,"never closed\n${rows}a,"closed"\nb,last\n`);
    const { tickets, skipped } = await readAll(input);
    expect(skipped).toEqual([]);
    expect(tickets.map(({ id }) => id)).toEqual(['1', 'b']);
  });

  it('has its columns told', async () => {
    const input = await write('told.csv', 'id,Title,Text,body\n1,a,b,c\n');
    const { tickets } = await readAll(input, { columns: { subject: 'Text', body: 'Title' } });
    expect(tickets).toMatchObject([{ subject: 'b', messages: [{ body: 'a' }] }]);
  });

  it.each([
    ['an empty file', '', 'is empty'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'is not text'],
    [
      'a damaged archive',
      Buffer.concat([gzipSync('x'.repeat(999)).subarray(0, 12), Buffer.alloc(50, 7)]),
      'cannot be unpacked',
    ],
    ['a bomb', gzipSync(Buffer.alloc(80 * 2 ** 20, 0x20), { level: 9 }), 'cannot be unpacked'],
  ])('that is %s is named', async (name, content, words) => {
    const input = await write(name, content);
    await expect(readAll(input)).rejects.toMatchObject({
      name: 'ProblemsFound',
      message: expect.stringContaining(words) as string,
    });
  });

  it('that is an empty folder is named', async () => {
    await mkdir(path.join(folder, 'nothing'));
    await expect(readAll(path.join(folder, 'nothing'))).rejects.toThrow('has no files in it');
  });

  it('is never held whole: a hundred megabytes of one document go through a small heap', async () => {
    const script = `
      import { openExport } from './scripts/mine/readExport.ts';
      const ticket = (i) => JSON.stringify({ id: i, requester_id: 5, comments: [], subject: 's', description: 'x'.repeat(20000) });
      async function* pipe() {
        yield Buffer.from('{"count":1,"tickets":[' + ticket(0));
        for (let i = 1; i < 5000; i++) yield Buffer.from(',' + ticket(i));
        yield Buffer.from(']}');
      }
      const options = { format: 'auto', columns: {}, onColumns: () => {}, onSkip: (...skip) => console.error(skip) };
      const file = await openExport('-', options, pipe());
      let tickets = 0;
      for await (const ticket of file.tickets) tickets++;
      console.log(tickets);`;
    const child = spawn('node_modules/.bin/node', [
      '--max-old-space-size=48',
      '--input-type=module',
      '-e',
      script,
    ]);
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    expect(said.trim()).toBe('5000');
  }, 60_000);
});
