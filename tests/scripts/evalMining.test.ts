import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'firstline-eval-mining-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function evaluate(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', ['scripts/evalMining.ts', ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

const PROBLEMS: Readonly<Record<string, readonly string[]>> = {
  declined: [
    'my card was declined at the supermarket',
    'card declined again at the petrol station',
    'the terminal declined my card twice',
    '刷卡一直被拒',
    '我的卡在商店被拒绝了',
    'card payment refused in the shop',
  ],
  pending: [
    'my transfer is still pending',
    'transaction stuck on pending for hours',
    'pending transfer does not confirm',
    '转账一直待确认',
    '转账卡在待确认三个小时',
    'transfer pending since the morning',
  ],
  crash: [
    'the app crashes when I open it',
    'app closes itself right after the start',
    'crash on launch since the update',
    '应用一打开就闪退',
    '更新以后闪退打不开',
    'the app keeps crashing on my phone',
  ],
};

async function write(name: string, lines: readonly unknown[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return file;
}

describe('npm run eval:mining', () => {
  it('scores a labelled set, beside others on the same tickets', async () => {
    const all = Object.entries(PROBLEMS).flatMap(([label, texts]) =>
      texts.map((body, i) => ({ label, id: `${label}-${i}`, body })),
    );
    const tickets = await write(
      'tickets.ndjson',
      [...all, { id: 'unlabelled', body: 'hello' }].map(({ id, body }) => ({
        id,
        createdAt: '2026-05-18T10:00:00Z',
        subject: '',
        body,
      })),
    );
    const labels = await write(
      'labels.ndjson',
      [{ id: all[0]!.id, label: 'another' }, ...all].map(({ id, label }) => ({ ticketId: id, label })),
    );
    const json = evaluate('--tickets', tickets, '--labels', labels, '--json');
    expect(json.status).toBe(0);
    expect(json.stderr).toContain('1 records without a label');
    expect(json.stderr).toContain('1 times a ticket has another label than above; the last one counts.');
    const scores = JSON.parse(json.stdout) as Record<string, number>;
    expect(Object.keys(scores)).toEqual([
      'nmi',
      'ari',
      'accuracy',
      'vMeasure',
      'issues',
      'trueIssues',
      'coverage',
      'baselines',
      'stability',
      'together',
    ]);
    expect(scores).toMatchObject({
      trueIssues: 3,
      baselines: {
        kMeans: { nmi: expect.any(Number) as number },
        tfidfKMeans: { ari: expect.any(Number) as number },
        mutualNeighboursLouvain: { accuracy: expect.any(Number) as number },
      },
    });
    expect(scores['nmi']).toBeGreaterThan(0.6);
    expect(scores['coverage']).toBeGreaterThan(0.7);
    const text = evaluate('--tickets', tickets, '--labels', labels);
    expect(text.stdout).toContain('18 tickets, 3 problems;');
  });

  it('says what it cannot use', async () => {
    const tickets = await write('one.ndjson', [{ id: '1', body: 'hello there' }]);
    const broken = await write('broken.ndjson', [{ ticketId: '1', label: 'a' }, 'not json']);
    expect(evaluate('--tickets', tickets)).toMatchObject({ status: 2 });
    const ended = evaluate('--tickets', tickets, '--labels', broken);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('broken.ndjson, line 2: expected {"ticketId": "…", "label": "…"}');
    const others = await write('others.ndjson', [{ ticketId: 'x', label: 'a' }]);
    expect(evaluate('--tickets', tickets, '--labels', others).stderr).toContain('No ticket of');
  });
});
