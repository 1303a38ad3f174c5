import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonItemsOf, type JsonItem, type Wanted } from '../../../src/core/ticket/jsonItems.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

async function items(text: string, wanted: Wanted, size = 7, longest?: number): Promise<JsonItem[]> {
  const all: JsonItem[] = [];
  for await (const item of jsonItemsOf(inPieces(text, size), wanted, longest)) all.push(item);
  return all;
}

/** Every value of a parsed document with its path: what a scanner that wants leaves must find. */
function leavesOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): [readonly (string | number)[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) =>
    leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

describe('jsonItemsOf', () => {
  it('cuts out what is wanted, with its path and line', async () => {
    const text = '{"a": 1, "list": [{"x": "}]"}, 2,\n "three", [4]], "z": {"list": [5]}}';
    expect(await items(text, (path) => path[0] === 'list' && path.length === 2)).toEqual([
      { path: ['list', 0], text: '{"x": "}]"}', line: 1 },
      { path: ['list', 1], text: '2', line: 1 },
      { path: ['list', 2], text: '"three"', line: 2 },
      { path: ['list', 3], text: '[4]', line: 2 },
    ]);
  });

  it('reads one document after another', async () => {
    const found = await items('{"id":1}\n{"id":2}\n\n[3] true', (path) => path.length === 0);
    expect(found.map(({ text, line }) => [text, line])).toEqual([
      ['{"id":1}', 1],
      ['{"id":2}', 2],
      ['[3]', 4],
      ['true', 4],
    ]);
  });

  it('finds every leaf that a parser finds, however the text is cut', async () => {
    // Keys as JSON writes them without escapes, and no deeper than is looked.
    const key = fc.string({ unit: fc.constantFrom(...'abcß漢 :,[]{}'), maxLength: 6 });
    const value = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(key, value),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(undefined, 1),
        async (generated, size, indent) => {
          // As it comes back from JSON, which knows no -0.
          const document = JSON.parse(JSON.stringify(generated)) as typeof generated;
          const leaves = leavesOf(document).filter(([path]) =>
            path.every((part) => typeof part === 'number' || !/["\\\u0000-\u001f\ud800-\udfff]/.test(part)),
          );
          fc.pre(leaves.length === leavesOf(document).length);
          const found = await items(
            JSON.stringify(document, null, indent),
            (_, first) => first !== '{' && first !== '[',
            size,
          );
          expect(found.map(({ path, text }) => [path, JSON.parse(text) as unknown])).toEqual(leaves);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says what breaks off and what is too long, and reads on behind it', async () => {
    const wanted: Wanted = (path) => path.length === 1;
    expect(await items('[{"a":1},{"b":"', wanted)).toMatchObject([{ text: '{"a":1}' }, { truncated: true }]);
    expect(await items('[1,{"b":"xxxxxxxxxxxxxxxxxxxxxx"},3]', wanted, 5, 10)).toEqual([
      { path: [0], text: '1', line: 1 },
      { path: [1], text: '', line: 1, tooLong: true },
      { path: [2], text: '3', line: 1 },
    ]);
  });

  it('takes any text', async () => {
    const odd = fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n1ae-') });
    await fc.assert(
      fc.asyncProperty(odd, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        for (const item of await items(text, (path) => path.length === 1, size))
          expect(item.line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
