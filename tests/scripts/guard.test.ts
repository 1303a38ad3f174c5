import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

interface Judged {
  readonly id: string | number;
  readonly block: boolean;
  readonly findings: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly redacted: string;
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the script as npm would, under the Node that runs the tests. */
function guard(input: string, args: readonly string[] = []): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/guard.ts', ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
    // A command that ends without reading its input closes the pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const lines = (...messages: readonly unknown[]): string =>
  messages.map((message) => `${JSON.stringify(message)}\n`).join('');
const judged = (out: string): Judged[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);

describe('guard', () => {
  it('says of each message whether it would be refused, what is in it and what mining keeps', async () => {
    const { code, out, err } = await guard(
      lines(
        { id: 1, text: 'my card 4242 4242 4242 4242' },
        { id: 'b', text: '我叫张伟，电话 13800138000' },
        { id: 'c', text: 'where is my refund?' },
      ),
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(judged(out)).toEqual([
      {
        id: 1,
        block: true,
        findings: [{ kind: 'card-number', start: 8, end: 27 }],
        redacted: 'my card [card-number]',
      },
      {
        id: 'b',
        block: false,
        findings: [
          { kind: 'name', start: 2, end: 4 },
          { kind: 'phone', start: 8, end: 19 },
        ],
        redacted: '我叫[name]，电话 [phone]',
      },
      { id: 'c', block: false, findings: [], redacted: 'where is my refund?' },
    ]);
  });

  it('counts in UTF-16 units of the text as it was given', async () => {
    const text = '🔑🔑 ｃａｒｄ ４２４２ ４２４２ ４２４２ ４２４２ 🔑';
    const [message] = judged((await guard(lines({ id: 1, text }))).out);
    const { start, end } = message!.findings[0]!;
    expect(text.slice(start, end)).toBe('４２４２ ４２４２ ４２４２ ４２４２');
  });

  it('skips what it cannot read, says where and why, and never repeats it', async () => {
    const { code, out, err } = await guard(
      [
        '{"id":1,"text":"one"}',
        'password: hunter2',
        '',
        '["hunter2"]',
        '{"id":2}',
        '{"text":"hunter2"}',
        '{"id":3,"text":"three"}',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(judged(out).map(({ id }) => id)).toEqual([1, 3]);
    expect(err.trim().split('\n')).toEqual([
      'line 2: this is not JSON; expected one object a line, {"id": …, "text": "…"}. The line was skipped.',
      'line 4: expected an object, {"id": …, "text": "…"}. The line was skipped.',
      'line 5: "text" is missing; expected a string. The line was skipped.',
      'line 6: "id" is missing; expected a string or a number. The line was skipped.',
      '4 of 7 lines were skipped.',
    ]);
  });

  it('reads files from anywhere: with a byte order mark, CRLF, line separators within a text, no last line break', async () => {
    const { code, out } = await guard('\uFEFF{"id":1,"text":"a\u2028b"}\r\n{"id":2,"text":"c"}');
    expect(code).toBe(0);
    expect(judged(out).map(({ id, redacted }) => [id, redacted])).toEqual([
      [1, 'a\u2028b'],
      [2, 'c'],
    ]);
  });

  it('keeps the order of many messages', async () => {
    const messages = Array.from({ length: 3000 }, (_, id) => ({
      id,
      text: `message ${id} ${'x'.repeat(200)}`,
    }));
    const { code, out } = await guard(lines(...messages));
    expect(code).toBe(0);
    expect(judged(out).map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
  });

  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, ['scripts/guard.ts']);
    const answers = createInterface({ input: child.stdout });
    child.stdin.write(lines({ id: 'first', text: 'hello' }));
    const [answer] = (await once(answers, 'line')) as [string];
    expect((JSON.parse(answer) as Judged).id).toBe('first');
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('gives an address the same pseudonym in every text and every run, and never the key', async () => {
    const address = '0x52908400098527886E0F7030069857D2E4169EE7';
    const input = lines(
      { id: 1, text: `sent to ${address}` },
      { id: 2, text: `${address.toLowerCase()} again, not TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t` },
    );
    const { out } = await guard(input);
    const [first, second] = judged(out).map(({ redacted }) => redacted);
    const pseudonym = /\[address evm [0-9a-z]{10}\]/.exec(first!)![0];
    expect(first).toBe(`sent to ${pseudonym}`);
    expect(second).toMatch(/^\[address evm \w{10}\] again, not \[address tron \w{10}\]$/);
    expect(second).toContain(pseudonym);
    expect((await guard(input)).out).toBe(out);
    expect(out).not.toContain((await readFile('.cache/pseudonyms.key', 'utf8')).trim());
  });

  it('explains itself', async () => {
    const { code, out } = await guard('', ['--help']);
    expect(code).toBe(0);
    expect(out).toContain('usage: npm run guard');
    expect((await guard('', [])).code).toBe(0);
  });

  it.each([[['--frob']], [['messages.ndjson']]])('refuses %j with its usage', async (args) => {
    const { code, out, err } = await guard('', args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('usage: npm run guard');
  });
});
