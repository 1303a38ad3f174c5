import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs a script as npm would, under the Node that runs the tests. */
function run(
  script: string,
  args: readonly string[],
  input = '',
): Promise<{ code: number; out: Buffer; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args]);
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out: Buffer.concat(out), err }));
    child.stdin.end(input);
  });
}

describe('suggest', () => {
  it('prints what the widget would, with scores and why', async () => {
    const { code, out } = await run('suggest', ['我的币转到别的链上了', '--json']);
    expect(code).toBe(0);
    const result = JSON.parse(out.toString()) as { suggestions: { score: number }[] };
    expect({ ...result, suggestions: result.suggestions.slice(0, 1) }).toMatchObject({
      query: '我的币转到别的链上了',
      language: 'zh-CN',
      abstained: false,
      suggestions: [
        {
          slug: 'wallet/wrong-network',
          language: 'zh-CN',
          path: '/zh-cn/wallet/wrong-network/',
          why: { dense: expect.any(Number) as number },
        },
      ],
    });
    expect(result.suggestions.map(({ score }) => score)).toEqual(
      result.suggestions.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it('answers in the language that is asked for, and says when there is nothing', async () => {
    expect(
      (await run('suggest', ['card declined in the shop', '--lang', 'zh', '--json'])).out.toString(),
    ).toContain('/zh-cn/card/card-declined/');
    expect((await run('suggest', ['write me a poem about spring'])).out.toString()).toMatch(/^Nothing: /);
  });

  it.each([[[]], [['x', '--lang', 'klingon']], [['x', '--frob']]])(
    'refuses %j with its usage',
    async (args) => {
      const { code, out, err } = await run('suggest', args);
      expect(code).toBe(2);
      expect(out.toString()).toBe('');
      expect(err).toContain('usage: npm run suggest');
    },
  );
});

describe('the commands that make a model', () => {
  it.each([
    ['trainModel', [], 'usage: npm run model:train'],
    ['trainModel', ['--corpora', 'no-such-folder'], 'is not there'],
    ['tuneModel', [], 'usage: npm run model:tune'],
    ['tuneModel', ['--pairs', 'package.json', '--tolerance', '7'], 'a fraction of one'],
  ])('%s %j says what it wants', async (script, args, expected) => {
    const { code, err } = await run(script, args);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });

  it('tuneModel says which pairs it cannot use, and that none is left', async () => {
    const { code, err } = await run('tuneModel', ['--pairs', 'LICENSE']);
    expect(code).toBe(1);
    expect(err).toContain('line 1, is skipped: expected {"query","slug"}');
    expect(err).toContain('holds no pair that can be used');
  });
});

describe('embed', () => {
  const INPUT = 'my transfer is pending\n\n我的转账一直在处理中\n';

  it('writes a vector a line, the same in JSON and in binary', async () => {
    const json = await run('embed', [], INPUT);
    const binary = await run('embed', ['--binary'], INPUT);
    const vectors = json.out
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as number[]);
    expect(vectors.map((vector) => vector.length)).toEqual([256, 256, 256]);
    expect(vectors[1]!.every((value) => value === 0)).toBe(true);
    const floats = Array.from({ length: binary.out.length / 4 }, (_, i) => binary.out.readFloatLE(i * 4));
    expect(floats).toEqual(vectors.flat().map(Math.fround));
  });

  it('writes nothing for nothing', async () => {
    expect(await run('embed', [])).toEqual({ code: 0, out: Buffer.alloc(0), err: '' });
  });

  it('does not take texts as arguments', async () => {
    expect((await run('embed', ['text'])).code).toBe(2);
  });
});

it('finds every translation up to date', async () => {
  const { code, out, err } = await run('translations', []);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.toString()).toMatch(/^(\d+) English articles, \1 translations\.\n$/);
});

describe('the commands that other tests call in their own process', () => {
  it.each([
    'contentLint',
    'contentNew',
    'contentRename',
    'translations',
    'incident',
    'mineDraft',
    'minePhrasings',
    'minePr',
  ])('%s starts by itself, and ends with its exit code', async (script) => {
    const { code, out, err } = await run(script, ['--frob']);
    expect({ code, out: out.toString() }).toEqual({ code: 2, out: '' });
    expect(err).toContain('usage: npm run ');
  });
});
