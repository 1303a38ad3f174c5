import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/bench.ts', ...args], { maxBuffer: 1e6 });

describe('bench', () => {
  it('times our path beside MiniSearch, and indexing both ways', async () => {
    const { stdout } = await bench('--passages', '41', '--queries', '3', '--json');
    const times = { p50: expect.any(Number), p95: expect.any(Number), mean: expect.any(Number) } as unknown;
    expect(JSON.parse(stdout)).toMatchObject({
      // 21 English passages in 5 articles, 20 Chinese ones in 4; a title each.
      n: { passages: 41, articles: 9, units: 50, queries: 3 },
      queryMs: { 'ours, whole': times, MiniSearch: times, 'MiniSearch, fuzzy': times },
      whereTimeGoesMs: { embed: times, dense: times, lexical: times },
      indexing: {
        passagesPerSecond: {
          table: expect.any(Number) as number,
          'transformers.js': expect.any(Number) as number,
        },
      },
    });
  });

  it.each([[['--passages', 'many']], [['--queries', '0']], [['--frob']]])(
    'refuses %j with its usage',
    async (args) => {
      await expect(bench(...args)).rejects.toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('usage: npm run bench') as string,
      });
    },
  );
});
