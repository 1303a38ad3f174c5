import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openKnowledge } from '../../scripts/lib/knowledge.ts';
import { reportSchema } from '../../src/core/mining/report.ts';
import { plantedFacts } from '../helpers/plantedFacts.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'firstline-mine-'));
  // Tuned once, and found by every run that follows.
  await openKnowledge('public');
}, 300_000);
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

/** The files of an output folder, by name. */
async function contents(name: string): Promise<Record<string, string>> {
  const files = (await readdir(out(name), { withFileTypes: true })).filter((entry) => entry.isFile());
  const texts = files.map(
    async (entry) => [entry.name, await readFile(path.join(out(name), entry.name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

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

/** Each run reads every article; with many beside each other on two cores that takes a while. */
const PATIENCE_MS = 300_000;

describe.concurrent('npm run mine', { timeout: PATIENCE_MS }, () => {
  it('writes a report that holds nothing personal, the same every time', async () => {
    const input = await exportFile('tickets.ndjson', ticketLines().join('\n'));
    const [first, second] = await Promise.all([
      mine('--input', input, '--out', out('first')),
      mine('--input', input, '--out', out('second')),
    ]);
    expect(first).toMatchObject({ code: 0 });
    expect(second).toMatchObject({ code: 0 });
    const files = await readdir(out('first'));
    expect(files.sort()).toEqual([
      'assignments.ndjson',
      'issues.csv',
      'report.json',
      'report.md',
      'ways.ndjson',
    ]);
    const texts = await Promise.all(files.map((file) => readFile(path.join(out('first'), file), 'utf8')));
    expect(await Promise.all(files.map((file) => readFile(path.join(out('second'), file), 'utf8')))).toEqual(
      texts,
    );
    const said = [...texts, first.stdout, first.stderr].join('\n');
    for (const secret of PERSONAL) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/[\u001B\u202E]/);
    expect(texts[3]).not.toContain('<b>');
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

  it('again over its own report, says that nothing changed, byte by byte', async () => {
    const input = await exportFile('again.ndjson', ticketLines().join('\n'));
    await mine('--input', input, '--out', out('again'));
    const before = await contents('again');
    await mine('--input', input, '--out', out('again'));
    expect(await contents('again')).toEqual(before);
    // Another week: the same problems under the same ids, one of them gone.
    const later = ticketLines()
      .map((line, i) => line.replace(`T-${i}`, `U-${i}`).replaceAll('2026-05', '2026-06'))
      .filter((line) => !/card|卡/.test(String((JSON.parse(line) as { body: string }).body.split('.')[0])));
    const next = await exportFile('later.ndjson', later.join('\n'));
    expect(await mine('--input', next, '--out', out('again'))).toMatchObject({ code: 0 });
    const report = await reportIn('again');
    const last = reportSchema.parse(JSON.parse(before['report.json']!));
    const known = new Set(last.issues.map(({ id }) => id));
    expect(report.issues.filter(({ id }) => known.has(id))).not.toEqual([]);
    expect(report.changes).toMatchObject({ from: '2026-05-18', to: '2026-05-29' });
    const gone = [...report.changes!.ended, ...report.changes!.merged].map(({ id }) => id);
    const kept = report.issues.map(({ id }) => id).filter((id) => known.has(id));
    expect([...gone, ...kept].sort()).toEqual([...known].sort());
  });

  it('writes where each ticket went, and a table that a spreadsheet reads', async () => {
    const input = await exportFile('where.ndjson', ticketLines().join('\n'));
    await mine('--input', input, '--out', out('where'), '--cost', '7.5');
    const { 'assignments.ndjson': lines, 'issues.csv': table } = await contents('where');
    const assigned = lines!
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ticketId: string; issueId: string | null; similarity: number });
    expect(assigned.map(({ ticketId }) => ticketId)).toEqual(WAYS.map((_, i) => `T-${i}`));
    const report = await reportIn('where');
    for (const { id, tickets, impact } of report.issues) {
      expect(assigned.filter(({ issueId }) => issueId === id)).toHaveLength(tickets);
      expect(impact.cost).toBe(tickets * 7.5);
    }
    expect(assigned.filter(({ issueId }) => issueId === null)).toHaveLength(report.noise.tickets);
    expect(table!.trim().split('\r\n')).toHaveLength(report.issues.length + 1);
    expect(table!.startsWith('\uFEFFrank,id,title')).toBe(true);
  });

  it('takes tickets beyond the sample as they come, and finds the same problems', async () => {
    const lines = Array.from({ length: 40 }, (_, copy) =>
      ticketLines().map((line, i) =>
        line
          .replace(`T-${i}`, `T-${copy}-${i}`)
          .replace('. Write', ` for the ${ORDINALS[copy % 10]!} time. Write`),
      ),
    ).flat();
    const input = await exportFile('many.ndjson', lines.join('\n'));
    const ended = await mine('--input', input, '--out', out('many'), '--sample', '120');
    expect(ended.code).toBe(0);
    const report = await reportIn('many');
    expect(report.generatedFrom.tickets).toBe(480);
    expect(report.issues.reduce((sum, issue) => sum + issue.tickets, report.noise.tickets)).toBe(480);
    expect(report.noise.tickets).toBeLessThan(120);
    expect(report.issues.length).toBeLessThanOrEqual(6);
  });

  it('leaks none of 200 made-up facts and secrets, wherever they stand', async () => {
    const facts = plantedFacts();
    expect(facts).toHaveLength(200);
    const lines = facts.map(({ said }, i) =>
      JSON.stringify({
        id: `L-${i}`,
        createdAt: `2026-05-${18 + (i % 12)}T10:00:00Z`,
        subject: i % 3 === 0 ? said : WAYS[i % WAYS.length]!,
        body: i % 3 === 1 ? `${WAYS[i % WAYS.length]!}. ${said}` : `${WAYS[i % WAYS.length]!}.`,
        requesterId: `${facts[i]!.secret} requester`,
        messages: [{ author: 'agent', body: i % 3 === 2 ? `Noted: ${said}` : 'We look into it.' }],
      }),
    );
    const input = await exportFile('planted.ndjson', lines.join('\n'));
    const ended = await mine('--input', input, '--out', out('planted'));
    expect(ended.code).toBe(0);
    expect((await reportIn('planted')).issues.length).toBeGreaterThan(0);
    const written = [...Object.values(await contents('planted')), ended.stdout, ended.stderr].join('\n');
    expect(facts.filter(({ secret }) => written.includes(secret)).map(({ said }) => said)).toEqual([]);
  });

  it('takes up a run that was cut off, with the same result, and leaves the last report whole until then', async () => {
    const lines = Array.from({ length: 440 }, (_, copy) =>
      ticketLines().map((line, i) => line.replace(`T-${i}`, `T-${copy}-${i}`)),
    ).flat();
    const input = await exportFile('long.ndjson', lines.join('\n'));
    const small = await exportFile('short.ndjson', ticketLines().join('\n'));
    await mine('--input', small, '--out', out('cut'));
    const before = await contents('cut');
    const child = spawn('node_modules/.bin/node', ['scripts/mine.ts', '--input', input, '--out', out('cut')]);
    const progress = path.join(out('cut'), '.progress');
    await vi.waitUntil(
      async () => (await readdir(progress).catch(() => [])).some((name) => name.endsWith('.bin')),
      {
        timeout: PATIENCE_MS / 2,
        interval: 20,
      },
    );
    const closed = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGKILL');
    await closed;
    expect(await contents('cut')).toEqual(before);
    for (const name of await readdir(progress)) {
      const bytes = await readFile(path.join(progress, name));
      for (const secret of PERSONAL) {
        expect(bytes.includes(secret)).toBe(false);
        expect(bytes.includes(Buffer.from(secret, 'utf16le'))).toBe(false);
      }
    }
    await rm(path.join(out('cut'), 'report.json'));
    expect(await mine('--input', input, '--out', out('cut'), '--resume')).toMatchObject({ code: 0 });
    expect(await mine('--input', input, '--out', out('whole'))).toMatchObject({ code: 0 });
    const [resumed, whole] = [await contents('cut'), await contents('whole')];
    expect(resumed).toEqual(whole);
    expect(Object.keys(resumed).sort()).toEqual([
      'assignments.ndjson',
      'issues.csv',
      'report.json',
      'report.md',
      'ways.ndjson',
    ]);
  });

  it('does not take up tickets that are others, or in another order', async () => {
    const lines = Array.from({ length: 600 }, (_, copy) =>
      ticketLines().map((line, i) => line.replace(`T-${i}`, `T-${copy}-${i}`)),
    ).flat();
    const piped = async (list: readonly string[], until: 'kept' | 'ended'): Promise<Ended> => {
      const child = spawn('node_modules/.bin/node', [
        'scripts/mine.ts',
        ...['--input', '-', '--format', 'ndjson', '--out', out('piped'), '--resume'],
      ]);
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
      child.stdin.on('error', () => undefined);
      child.stdin.write(list.join('\n'));
      if (until === 'ended') child.stdin.end();
      else {
        await vi.waitUntil(
          async () =>
            (await readdir(path.join(out('piped'), '.progress')).catch(() => [])).some((name) =>
              name.endsWith('.bin'),
            ),
          { timeout: PATIENCE_MS / 2, interval: 20 },
        );
        child.kill('SIGKILL');
      }
      return { code: await closed, stdout: '', stderr };
    };
    await piped(lines, 'kept');
    const ended = await piped(lines.toReversed(), 'ended');
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('Run again without --resume');
    expect(ended.stderr).not.toContain('    at ');
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
    ['a sample that is no number', ['--input', 'package.json', '--sample', 'many'], 'Cannot use --sample'],
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
