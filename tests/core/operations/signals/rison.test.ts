import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toRison, type RisonValue } from '../../../../src/core/operations/signals/rison.ts';

it.each<[RisonValue, string]>([
  // As https://github.com/Nanonid/rison documents them.
  [{ a: 0, b: 'foo bar' }, "(a:0,b:'foo bar')"],
  [{ a: 0, b: [] }, '(a:0,b:!())'],
  [[true, false, null, ''], "!(!t,!f,!n,'')"],
  ["wow!! it's", "'wow!!!! it!'s'"],
  ['G.', 'G.'],
  ['-3', "'-3'"],
  ['0a', "'0a'"],
  [-4, '-4'],
  [1e30, '1e30'],
  [1.5, '1.5'],
  [{ 'control-key': 1, '': 2 }, "(control-key:1,'':2)"],
  ['now-1h', 'now-1h'],
  ['@timestamp', "'@timestamp'"],
])('%o is %s', (value, written) => {
  expect(toRison(value)).toBe(written);
});

it('is read back by a reader that knows nothing of how it was written', () => {
  const value = fc.letrec<{ value: RisonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, false),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.string({ unit: fc.constantFrom(...`ab1'!:(),*@$- "\\é中`) }),
      fc.string(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  fc.assert(fc.property(value, (given) => void expect(readRison(toRison(given))).toEqual(given)));
});

/** A reader by the grammar, one character after the other. */
function readRison(text: string): unknown {
  let at = 0;
  const expectSign = (sign: string): void => {
    if (text[at] !== sign) throw new Error(`expected ${sign} at ${at} of ${text}`);
    at++;
  };
  const readValue = (): unknown => {
    if (text[at] === '(') return readObject();
    if (text[at] === "'") return readQuoted();
    if (text[at] === '!') {
      at++;
      const sign = text[at++]!;
      if (sign === 't') return true;
      if (sign === 'f') return false;
      if (sign === 'n') return null;
      at--;
      return readList();
    }
    const bare = /^[^'!:(),*@$]+/.exec(text.slice(at))?.[0] ?? '';
    at += bare.length;
    return /^[-\d]/.test(bare) ? Number(bare) : bare;
  };
  const readQuoted = (): string => {
    expectSign("'");
    let value = '';
    while (text[at] !== "'") {
      if (text[at] === '!') at++;
      value += text[at++];
    }
    at++;
    return value;
  };
  const readList = (): unknown[] => {
    expectSign('(');
    const list: unknown[] = [];
    while (text[at] !== ')') {
      if (list.length > 0) expectSign(',');
      list.push(readValue());
    }
    at++;
    return list;
  };
  const readObject = (): object => {
    expectSign('(');
    const entries: [string, unknown][] = [];
    while (text[at] !== ')') {
      if (entries.length > 0) expectSign(',');
      const key = readValue() as string;
      expectSign(':');
      entries.push([key, readValue()]);
    }
    at++;
    return Object.fromEntries(entries);
  };
  const value = readValue();
  if (at !== text.length) throw new Error(`rest at ${at} of ${text}`);
  return value;
}
