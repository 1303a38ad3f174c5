import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../scripts/lib/knowledge.ts';
import { CONTENT, ROOT } from '../../scripts/lib/paths.ts';
import { reportSchema, type MiningReport } from '../../src/core/mining/report.ts';
import { UNSEEN } from '../helpers/hostileTexts.ts';
import { plantedFacts } from '../helpers/plantedFacts.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'firstline-write-back-'));
  // Tuned once, and found by every run that follows.
  await openKnowledge('public');
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a script as npm would, under the Node that runs the tests. */
function run(script: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: ROOT });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

const place = (...names: string[]): string => path.join(folder, ...names);
const read = (...names: string[]): string => readFileSync(place(...names), 'utf8');
const reportIn = (name: string): MiningReport => reportSchema.parse(JSON.parse(read(name, 'report.json')));

/** Every file of a folder, as one text, what git keeps packed included. */
function allOf(name: string): string {
  return readdirSync(place(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}

/** The project's articles in a repository of their own, with one commit. */
function repository(name: string): { readonly content: string; readonly git: (...args: string[]) => string } {
  const content = place(name, 'content');
  mkdirSync(place(name));
  cpSync(CONTENT, content, { recursive: true });
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: place(name), encoding: 'utf8' });
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.email', 'maintainer@example.com');
  git('config', 'user.name', 'Maintainer');
  git('add', '.');
  git('commit', '--quiet', '-m', 'articles');
  return { content, git };
}

const COMMUNITY = 'tests/fixtures/mining/community.json';
const GOLDEN = '../fixtures/mining/golden';
const PATIENCE_MS = 300_000;

describe('a run over a community', { timeout: PATIENCE_MS }, () => {
  it('reports the lures by where they lead, and makes nothing else of them', async () => {
    const { code, out, err } = await run('mine', '--input', COMMUNITY, '--out', place('community'));
    expect(code).toBe(0);
    const report = reportIn('community');
    expect(report.generatedFrom).toMatchObject({ format: 'telegram', tickets: 18, skipped: { lure: 4 } });
    expect(report.community).toMatchObject({ posts: 40, lures: 4 });
    expect(report.community!.targets.filter(({ isLookalike }) => isLookalike)).toHaveLength(3);
    await expect(read('community', 'lures.csv')).toMatchFileSnapshot(`${GOLDEN}/lures.csv`);
    expect(read('community', 'report.md')).toContain('4 of 40 posts lure people who ask for help.');
    // What lures say is nowhere; a domain stands where such places are listed, and cannot be followed.
    const written = ['report.json', 'report.md', 'issues.csv', 'assignments.ndjson', 'ways.ndjson'].map(
      (file) => read('community', file),
    );
    const said = [...written, out, err].join('\n');
    expect(said).not.toMatch(/zqlure(?:one|three|four)|88231|validate|12 words/);
    expect(written.slice(2).join('\n')).not.toContain('zqlure');
    expect(said).not.toContain('zqluretwo.example');
    const assigned = read('community', 'assignments.ndjson').trim().split('\n');
    expect(assigned).toHaveLength(18);
  });

  it('says what answers have in common, and keeps the words of customers as data', () => {
    const report = reportIn('community');
    const [pending] = report.issues;
    expect(pending!.resolutions.compared).toBe(pending!.tickets);
    expect(pending!.resolutions.said.map(({ language }) => language)).toEqual(
      expect.arrayContaining(['en', 'zh-CN']),
    );
    for (const { said } of report.issues.map(({ resolutions }) => resolutions))
      for (const { tickets } of said) expect(tickets).toBeGreaterThanOrEqual(2);
    const all = readdirSync(place('community')).map((file) => read('community', file).replace(/^\uFEFF/, ''));
    for (const text of all) expect(text).not.toMatch(UNSEEN);
    const markdown = read('community', 'report.md');
    expect(markdown).not.toMatch(/<\/?[a-z]|(?<!\\)\]\(|\{process/i);
    expect(read('community', 'issues.csv')).not.toMatch(/(?:^|,)"?[=+@]/m);
  });
});

describe('a run with planted facts, and all that is written back from it', { timeout: PATIENCE_MS }, () => {
  const WAYS = [
    'my transfer is pending for three hours, nothing confirms',
    'transfer stuck on pending since the morning, it only spins',
    // Nothing that is there says it like these, with a refund and a sister: they are worth proposing.
    'pending transfer, is the refund for my sister lost',
    'is the refund for my sister lost, the transfer is pending',
    '我的转账一直待确认，三个小时了怎么办？',
    '转账卡在待确认，怎么加速',
    'card declined at the supermarket twice',
    'my card was declined online although there is money',
    'why is my card declined everywhere?',
    '刷卡一直被拒，余额是够的',
  ];
  const DETAILS =
    'on my phone,since Monday,at the bakery,again,for my brother,after the update,on holiday,in the evening,with the new app,as always,for a week,without a word'.split(
      ',',
    );
  /** To a transfer, and to a card. */
  const ANSWERS = [
    ['Open the transaction in Activity and tap Speed up.', '请打开那一笔转账，再点加速，等几分钟再看。'],
    ['Check under Card that the card is not frozen.', '请先在卡片里看看卡有没有冻结。'],
  ];
  const facts = plantedFacts();
  const leaksIn = (text: string): string[] =>
    facts.filter(({ secret }) => text.includes(secret)).map(({ said }) => said);
  let log = '';

  const answerTo = (i: number): string => ANSWERS[i % WAYS.length < 6 ? 0 : 1]![i % 2]!;

  it('leaks none of 200 facts into a report, drafts, phrasings, a commit, a summary or a log', async () => {
    const lines = facts.map(({ said, secret }, i) =>
      JSON.stringify({
        id: `L-${i}`,
        createdAt: `2026-05-${18 + (i % 12)}T10:00:00Z`,
        subject: i % 4 === 0 ? said : '',
        body: `${WAYS[i % WAYS.length]!} ${DETAILS[i % DETAILS.length]!}${i % 4 === 1 ? ` ${said}?` : ''}`,
        requesterId: `${secret} requester`,
        messages: [
          { author: 'agent', body: i % 4 === 2 ? `${said}. ${answerTo(i)}` : 'We look into it.' },
          { author: 'agent', body: `${answerTo(i)} ${i % 4 === 3 ? said : ''}` },
        ],
      }),
    );
    writeFileSync(place('planted.ndjson'), lines.join('\n'));
    const events = facts.flatMap(({ secret, said }, i) => [
      JSON.stringify({
        at: '2026-05-20T10:00:00Z',
        slug: 'wallet/pending-transaction',
        kind: 'opened',
        ticketId: `L-${i}`,
        who: said,
      }),
      JSON.stringify({ at: '2026-05-20T10:00:00Z', slug: secret, kind: 'shown' }),
      `${said} {"broken`,
    ]);
    writeFileSync(place('events.ndjson'), events.join('\n'));
    // Where lures were found before and none are now, their list goes.
    const out = place('planted');
    mkdirSync(out);
    writeFileSync(path.join(out, 'lures.csv'), 'old');
    const mined = await run(
      'mine',
      '--input',
      place('planted.ndjson'),
      '--events',
      place('events.ndjson'),
      '--out',
      out,
    );
    log += mined.out + mined.err;
    expect(mined.code).toBe(0);
    const report = reportIn('planted');
    expect(report.community).toBeNull();
    expect(existsSync(path.join(out, 'lures.csv'))).toBe(false);
    expect(report.generatedFrom.events).toEqual({
      read: 200,
      skipped: { malformed: 200, 'unknown-article': 200 },
    });
    expect(mined.err).toContain('200 that name an article that is not here');
    const pending = report.issues.find(({ gap }) => gap.slug === 'wallet/pending-transaction')!;
    expect(pending.gap).toMatchObject({
      kind: 'ineffective',
      tried: { shown: pending.tickets, opened: pending.tickets, events: { opened: 200, solved: 0 } },
    });

    const { content, git } = repository('planted-repository');
    for (const [i, { id }] of report.issues.slice(0, 2).entries()) {
      const drafted = await run(
        'mineDraft',
        '--issue',
        id,
        '--report',
        out,
        '--content',
        content,
        ...(i === 0 ? ['--type', 'runbook'] : []),
      );
      log += drafted.out + drafted.err;
      expect(drafted).toMatchObject({ code: 0, err: '' });
    }
    const proposed = await run('minePhrasings', '--report', out, '--content', content);
    log += proposed.out + proposed.err;
    expect(proposed.code).toBe(0);
    const file = path.join(out, 'proposals.yml');
    const proposals = readFileSync(file, 'utf8');
    expect(proposals).toContain('accept: false');
    writeFileSync(file, proposals.replaceAll('accept: false', 'accept: true'));
    const applied = await run('minePhrasings', '--apply', '--report', out, '--content', content);
    log += applied.out + applied.err;
    expect(applied).toMatchObject({ code: 0, err: '' });
    expect(applied.out).toMatch(/\.yml: [1-9]\d* added/);
    const brought = await run('minePr', '--report', out, '--content', content);
    log += brought.out + brought.err;
    expect(brought).toMatchObject({ code: 0, err: '' });
    expect(git('status', '--porcelain')).toBe('');
    const changes = git('log', '-p', '--format=%B', 'main..HEAD');
    expect(changes).toContain('draft: true');
    expect(changes).toContain('tap Speed up');
    expect(leaksIn([allOf('planted'), changes, log].join('\n'))).toEqual([]);
  });
});
