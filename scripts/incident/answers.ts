import { createInterface } from 'node:readline/promises';
import { UsageError } from '../lib/commandLine.ts';

/** Where the values of a command come from: its flags, and a person where there is one to ask. */
export interface Answers {
  /**
   * A value that is needed.
   * @param check says what is wrong with it; a person is asked again, a flag is refused
   * @throws UsageError if there is neither a flag nor anybody to ask
   */
  readonly one: (
    flag: string,
    question: string,
    options?: { readonly fallback?: string; readonly check?: (value: string) => string | undefined },
  ) => Promise<string>;
  /** Several values, none if nobody names any: `--component swap --component send`, or `swap, send` to the question. */
  readonly several: (
    flag: string,
    question: string,
    check?: (value: string) => string | undefined,
  ) => Promise<readonly string[]>;
  readonly close: () => void;
}

type Flags = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** @param isAsked whether somebody sits there: a script that lacks a flag must fail, not wait */
export function answersFrom(
  flags: Flags,
  isAsked: boolean,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Answers {
  let lines: ReturnType<typeof createInterface> | undefined;
  let said: AsyncIterator<string> | undefined;
  const ask = async (question: string): Promise<string> => {
    lines ??= createInterface({ input, output, terminal: false });
    // Not `question()`: it loses lines that are pasted while nobody asks.
    said ??= lines[Symbol.asyncIterator]();
    output.write(`${question} `);
    const { value, done } = await said.next();
    if (done) throw new UsageError('Stopped before everything was answered; nothing was written.');
    return value.trim();
  };
  return {
    one: async (flag, question, { fallback, check } = {}) => {
      const given = flags[flag];
      if (typeof given === 'string') {
        const wrong = check?.(given);
        if (wrong !== undefined) throw new UsageError(`--${flag} is "${given}": ${wrong}.`);
        return given;
      }
      if (!isAsked) {
        if (fallback !== undefined) return fallback;
        throw new UsageError(`--${flag} is missing: ${question}`);
      }
      for (;;) {
        const said =
          (await ask(fallback === undefined ? question : `${question} [${fallback}]`)) || (fallback ?? '');
        const wrong = said === '' ? 'this is needed' : check?.(said);
        if (wrong === undefined) return said;
        output.write(`  ${wrong}.\n`);
      }
    },
    several: async (flag, question, check) => {
      const given = flags[flag];
      const isGiven = Array.isArray(given) && given.length > 0;
      for (;;) {
        const said = isGiven ? given.map(String) : isAsked ? [await ask(question)] : [];
        const values = said
          .flatMap((value) => value.split(/[,，、]/))
          .map((value) => value.trim())
          .filter((value) => value !== '');
        const wrong = values.flatMap((value) => {
          const problem = check?.(value);
          return problem === undefined ? [] : [`"${value}": ${problem}`];
        });
        if (wrong.length === 0) return values;
        if (isGiven || !isAsked) throw new UsageError(`--${flag} ${wrong.join('; ')}.`);
        output.write(`  ${wrong.join('; ')}.\n`);
      }
    },
    close: () => lines?.close(),
  };
}
