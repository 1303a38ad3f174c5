import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstErrorLine } from '../../../../src/core/operations/escalation/errorLine.ts';
import { takePastedLog } from '../../../../src/core/operations/escalation/pastedLog.ts';
import { logLines, TRIM, trimLog } from '../../../../src/core/operations/escalation/trimLog.ts';

const quiet = (count: number) =>
  Array.from({ length: count }, (_, i) => `12:00:${i} INFO request ${i} done, 0 errors`);
const shown = (log: string) =>
  trimLog(log).parts.map((part) =>
    part.kind === 'lines' ? part.lines.join('\n') : `<${part.count} ${part.what}>`,
  );

describe('the first error', () => {
  it.each([
    ['JavaScript', 'Uncaught TypeError: x is not a function'],
    ['JavaScript promise', 'Uncaught (in promise) RangeError: bad'],
    ['Java', 'java.lang.IllegalStateException: closed'],
    ['Java thread', 'Exception in thread "main" java.lang.NullPointerException'],
    ['Kotlin', 'kotlin.UninitializedPropertyAccessException: lateinit property x'],
    ['Android', 'E/AndroidRuntime: FATAL EXCEPTION: main'],
    ['logcat', '11-15 19:42:10.123  1234  1250 E Wallet: cannot open store'],
    ['Swift', 'App/Send.swift:12: Fatal error: Unexpectedly found nil while unwrapping'],
    ['iOS', "*** Terminating app due to uncaught exception 'NSRangeException'"],
    ['iOS report', 'Exception Type:  EXC_BAD_ACCESS (SIGSEGV)'],
    ['Python', 'Traceback (most recent call last):'],
    ['access log', '10.0.0.1 - - [15/Nov/2026] "POST /v1/tx HTTP/1.1" 502 157'],
    ['curl', '< HTTP/2 503'],
    ['logfmt', 'ts=2026-11-15T19:42:10Z level=error msg="timeout"'],
    ['bracketed', '2026-11-15 19:42:10 [ERROR] broadcast failed'],
    ['JSON', '{"level":"error","msg":"timeout"}'],
    ['pino', '{"level":50,"time":1731699730123,"msg":"timeout"}'],
    ['JSON status', '{"msg":"done","status":503}'],
    ['JSON cut off', '{"level":"fatal","msg":"a very long li'],
    ['Go', 'panic: runtime error: index out of range'],
  ])('%s', (_, line) => {
    const lines = [...quiet(30), '{"level":"info","error":null,"msg":"ok"}', 'errors=0', line, ...quiet(3)];
    expect(firstErrorLine(lines)).toBe(32);
  });

  it('is a weaker sign only where there is no clear one', () => {
    expect(firstErrorLine(['the transfer failed', 'ok', '[ERROR] node'])).toBe(2);
    expect(firstErrorLine(['ok', 'the transfer failed', 'ok'])).toBe(1);
    expect(firstErrorLine(['发送交易', '广播超时'])).toBe(1);
    expect(firstErrorLine(quiet(5))).toBeUndefined();
    expect(firstErrorLine(['GET /terror 200', 'Sherrorville'])).toBeUndefined();
  });
});

describe('trimming', () => {
  it('keeps lines around the error, and says what it left out', () => {
    const log = [
      ...quiet(50),
      'java.io.IOException: reset',
      '\tat com.x.Net.read(Net.kt:10)',
      ...quiet(100),
    ].join('\n');
    const { parts, errorLine, kept, total } = trimLog(log);
    expect(errorLine).toBe(51);
    expect(total).toBe(152);
    expect(kept).toBe(TRIM.before + 2 + TRIM.after);
    expect(parts[0]).toEqual({ kind: 'left-out', what: 'lines', count: 40 });
    expect(parts.at(-1)).toEqual({ kind: 'left-out', what: 'lines', count: 80 });
  });

  it('keeps causes, and both ends of a long run of frames', () => {
    const frames = (name: string, count: number) =>
      Array.from({ length: count }, (_, i) => `\tat com.x.${name}.f${i}(A.java:${i})`);
    const log = [
      'java.lang.RuntimeException: a',
      ...frames('Outer', 60),
      'Caused by: java.net.SocketTimeoutException: b',
      ...frames('Inner', 40),
    ].join('\n');
    const text = shown(log).join('\n');
    expect(text).toContain('<48 frames>');
    expect(text).toContain('Caused by: java.net.SocketTimeoutException: b');
    expect(text).toContain('Outer.f59(');
    expect(text).toContain('<28 frames>');
    expect(text).toContain('Inner.f0(');
  });

  it('keeps the last line of a Python trace, which says the error', () => {
    const frames = Array.from({ length: 30 }, (_, i) => [
      `  File "/app/a${i}.py", line ${i}, in f`,
      `    call(${i})`,
    ]).flat();
    const log = [
      'Traceback (most recent call last):',
      ...frames,
      'requests.exceptions.ReadTimeout: read timed out',
      ...quiet(60),
    ].join('\n');
    const text = shown(log).join('\n');
    expect(text).toContain('requests.exceptions.ReadTimeout: read timed out');
    expect(text).toContain('frames>');
    expect(text).toContain('<40 lines>');
  });

  it('keeps the end of a log without an error', () => {
    const { errorLine, parts, kept } = trimLog(quiet(200).join('\r\n'));
    expect(errorLine).toBeUndefined();
    expect(kept).toBe(TRIM.before + TRIM.after);
    expect(parts).toEqual([
      { kind: 'left-out', what: 'lines', count: 170 },
      { kind: 'lines', lines: quiet(200).slice(170) },
    ]);
  });

  it('has nothing to say of nothing', () => {
    expect(trimLog(' \n\n ')).toEqual({ parts: [], errorLine: undefined, total: 0, kept: 0 });
  });

  const line = fc.oneof(
    fc.constantFrom(
      'ERROR x',
      'java.lang.Exception: y',
      'Traceback (most recent call last):',
      'Caused by: z',
      '',
    ),
    fc.nat(99).map((n) => `\tat f${n}(a.js:${n}:1)`),
    fc.nat(99).map((n) => `  File "a.py", line ${n}`),
    fc.string({ maxLength: 12 }),
  );

  it('leaves every line where it was: kept or counted, in order, nothing made up', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 400 }), (given) => {
        const log = given.join('\n');
        const lines = logLines(log);
        const { parts, total, kept, errorLine } = trimLog(log);
        expect(total).toBe(lines.length);
        let place = 0;
        let left = 0;
        for (const part of parts) {
          if (part.kind === 'left-out') {
            place += part.count;
            left += part.count;
          } else for (const shownLine of part.lines) expect(shownLine).toBe(lines[place++]);
        }
        expect(place).toBe(total);
        expect(left + kept).toBe(total);
        expect(kept).toBeLessThanOrEqual(TRIM.before + TRIM.trace + TRIM.after);
        const expected = firstErrorLine(lines);
        expect(errorLine).toBe(expected === undefined ? undefined : expected + 1);
      }),
    );
  });

  it('is quick with a megabyte on one line, and with many lines', () => {
    for (const log of [
      `ERROR ${' at '.repeat(300_000)}`,
      'E/'.repeat(500_000),
      `${'x '.repeat(9)}\n`.repeat(100_000),
    ]) {
      expect(trimLog(log).kept).toBeLessThanOrEqual(TRIM.before + TRIM.trace + TRIM.after);
    }
  });
});

describe('a pasted log', () => {
  const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
  const take = (log: string) => takePastedLog(log, ({ what, count }) => `… ${count} ${what} …`);

  it('loses secrets and personal data, and keeps hashes', () => {
    const hash = `0x${'9c'.repeat(32)}`;
    const log = [
      ...quiet(500),
      `ERROR import failed for jo@mail.example: ${PHRASE}`,
      '12:01 INFO next',
      `tx ${hash}`,
      'card 4111 1111 1111 1111',
      ...quiet(299),
    ].join('\n');
    const { text, secret, personal, errorLine, total } = take(log);
    expect(text).not.toMatch(/sausage|4111|jo@mail/);
    expect(text).toContain(hash);
    expect([secret, personal]).toEqual([2, 1]);
    expect([errorLine, total]).toEqual([501, 803]);
    expect(text.split('\n')[0]).toBe('… 490 lines …');
  });

  it('finds a phrase whose words stand on lines of their own across the edge of what is kept', () => {
    for (let offset = 0; offset <= 40; offset++) {
      const log = [
        ...quiet(offset),
        ...PHRASE.split(' '),
        ...quiet(3),
        'ERROR x',
        ...quiet(offset),
        ...PHRASE.split(' '),
        ...quiet(100),
      ].join('\n');
      expect(take(log).text).not.toMatch(/sausage|winner|yellow/);
    }
  });
});
