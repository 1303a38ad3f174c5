import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/mining/report.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'firstline-mine-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function mine(...args: readonly string[]): Promise<Ended> {
  const child = spawn('node_modules/.bin/node', ['scripts/mine.ts', ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

async function exportFile(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const out = (name: string): string => path.join(folder, name);

async function reportIn(name: string) {
  return reportSchema.parse(JSON.parse(await readFile(path.join(out(name), 'report.json'), 'utf8')));
}

/** Made up; none of it may reach an output. */
const PERSONAL = ['maria.lindqvist@example.com', '+1 415 555 0123', '4242 4242 4242 4242'];
const WAYS = [
  'my transfer is pending for three hours, nothing confirms',
  'transaction stuck on pending since the morning',
  'pending transfer not confirmed, how do I speed it up',
  'eth transfer still pending, no confirmation',
  'is my pending transaction lost? it is stuck',
  '我的转账一直待确认，三个小时了',
  '转账卡在待确认，怎么加速',
  'card declined at the supermarket twice',
  'my card was declined online although there is money',
  'why is my card declined everywhere',
  '刷卡一直被拒，余额是够的',
  '我的卡在商店被拒绝了',
];

function ticketLines(): string[] {
  return WAYS.map((body, i) =>
    JSON.stringify({
      id: `T-${i}`,
      createdAt: `2026-05-${18 + i}T10:00:00Z`,
      subject: i % 2 === 0 ? '' : `Question of ${PERSONAL[0]!}`,
      body: `${body}. Write to ${PERSONAL[0]!} or call ${PERSONAL[1]!}, card ${PERSONAL[2]!} \u001B[31m<b>|x|</b> \u202E`,
      messages: [
        {
          author: 'agent',
          body: `Dear ${PERSONAL[0]!}, see https://help.firstline.example/wallet/pending-transaction/`,
        },
      ],
    }),
  );
}

describe.concurrent('npm run mine', () => {
  it('writes a report that holds nothing personal, the same every time', async () => {
    const input = await exportFile('tickets.ndjson', ticketLines().join('\n'));
    const [first, second] = await Promise.all([
      mine('--input', input, '--out', out('first')),
      mine('--input', input, '--out', out('second')),
    ]);
    expect(first).toMatchObject({ code: 0 });
    expect(second).toMatchObject({ code: 0 });
    const files = await readdir(out('first'));
    expect(files.sort()).toEqual(['report.json', 'report.md']);
    const texts = await Promise.all(files.map((file) => readFile(path.join(out('first'), file), 'utf8')));
    expect(await Promise.all(files.map((file) => readFile(path.join(out('second'), file), 'utf8')))).toEqual(
      texts,
    );
    const said = [...texts, first.stdout, first.stderr].join('\n');
    for (const secret of PERSONAL) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/[\u001B\u202E]/);
    expect(texts[1]).not.toContain('<b>');
    const report = await reportIn('first');
    expect(report.generatedFrom).toMatchObject({
      input: 'tickets.ndjson',
      encoding: 'utf-8',
      tickets: 12,
      from: '2026-05-18',
      to: '2026-05-29',
    });
    expect(report.issues.reduce((sum, issue) => sum + issue.tickets, report.noise.tickets)).toBe(12);
    expect(report.issues[0]?.linkedArticles[0]?.slug).toBe('wallet/pending-transaction');
    expect(report.issues[0]?.examples.en[0]?.text).toMatch(/pending|card|transfer/);
  });

  it('reads on after broken records and says where they are', async () => {
    const [first, ...rest] = ticketLines();
    const lines = [
      first,
      '{"id": "broken',
      '[1]',
      '{"id":"e","body":" "}',
      ...rest,
      rest[0],
      '{"id":"cut","bod',
    ];
    const input = await exportFile('broken.ndjson', lines.join('\n'));
    const ended = await mine('--input', input, '--out', out('broken'));
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('Skipped, cannot be parsed: line 2, line 17.');
    expect(ended.stderr).toContain('Skipped, is no record: line 3.');
    const { generatedFrom } = await reportIn('broken');
    expect(generatedFrom.tickets).toBe(12);
    expect(generatedFrom.skipped).toEqual({ malformed: 2, 'not-a-record': 1, empty: 1, 'repeated-id': 1 });
  });

  it('reads a table, its columns guessed or told, broken rows skipped', async () => {
    const small = ['--input', 'tests/fixtures/tickets/small.csv', '--out'];
    const [guessed, told] = await Promise.all([
      mine(...small, out('table')),
      mine(...small, out('told'), '--map', 'body=other'),
    ]);
    expect(guessed.code).toBe(0);
    expect(guessed.stderr).toContain('id = 工单号 · createdAt = 创建时间 · subject = 主题 · body = 描述');
    expect(guessed.stderr).toContain('line 5');
    const { generatedFrom } = await reportIn('table');
    expect(generatedFrom).toMatchObject({ format: 'csv', tickets: 4, skipped: { malformed: 1, empty: 1 } });
    expect(told.stderr).toContain('body = other');
    expect(told.code).toBe(0);
  });

  it('reads GB18030 and a truncated JSON document', async () => {
    // 卡 and 转账 in GB18030, as the subjects of a JSON list that breaks off.
    const bytes = Buffer.from(
      '[{"id":1,"subject":"\xbf\xa8"},{"id":2,"subject":"\xd7\xaa\xd5\xcb"},{"id":3,"sub',
      'latin1',
    );
    const ended = await mine('--input', await exportFile('gb.json', bytes), '--out', out('gb'));
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('Skipped, breaks off: record 3 (line 1).');
    const { generatedFrom } = await reportIn('gb');
    expect(generatedFrom).toMatchObject({ encoding: 'gb18030', tickets: 2, languages: { 'zh-CN': 2 } });
  });

  it.concurrent.each([
    ['empty', '', 'is empty'],
    ['not text', Buffer.from('PK\u0003\u0004\0\0\0\0\xff\xfe', 'latin1'), 'is not text'],
    ['all broken', '{"a\n{"b\n', 'No ticket'],
  ])('ends with 1 when nothing is usable: %s', async (name, content, message) => {
    const ended = await mine(
      '--input',
      await exportFile(`${name}.ndjson`, content),
      '--out',
      out(`none ${name}`),
    );
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(message);
    expect(await readdir(out(`none ${name}`))).toEqual([]);
  });

  it.concurrent.each([
    ['no input', [], 'There is no --input'],
    ['a missing file', ['--input', 'nowhere.csv'], 'Cannot read nowhere.csv (not there)'],
    ['a folder', ['--input', 'tests'], 'is a folder'],
    ['an unknown format', ['--input', 'package.json', '--format', 'xml'], 'Unknown format "xml"'],
    ['an output that is a file', ['--input', 'package.json', '--out', 'package.json'], 'Cannot write to'],
    ['an unknown field', ['--input', 'package.json', '--map', 'colour=x'], 'Cannot use --map'],
    [
      'a missing column',
      ['--input', 'tests/fixtures/tickets/small.csv', '--map', 'body=Nope'],
      'There is no column "Nope"',
    ],
    ['an unknown option', ['--verbose'], 'verbose'],
  ])('ends with 2 and the usage for %s', async (_, args, message) => {
    const ended = await mine('--out', out('usage'), ...args);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).toContain('usage: npm run mine');
  });
});
