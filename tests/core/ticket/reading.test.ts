import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, detectEncoding } from '../../../src/core/ticket/encoding.ts';
import { detectContainer } from '../../../src/core/ticket/container.ts';
import { elementsOfPage, jsonElementsOf } from '../../../src/core/ticket/jsonElements.ts';
import { linesOf } from '../../../src/core/ticket/lines.ts';

/** 工单,我的转账一直没有到账 in GB18030. */
const GB18030 = Uint8Array.from(
  'b9a4b5a52cced2b5c4d7aad5cbd2bbd6b1c3bbd3d0b5bdd5cb'.match(/../g)!.map((hex) => Number.parseInt(hex, 16)),
);
const CHINESE = '工单,我的转账一直没有到账';

async function* inPieces<Whole extends Uint8Array | string>(
  whole: Whole,
  size: number,
): AsyncGenerator<Whole> {
  for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size) as Whole;
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function read(bytes: Uint8Array, size = 5) {
  const open = () => inPieces(bytes, size);
  const detected = await detectEncoding(open);
  return { ...detected, text: (await collect(decode(open(), detected.encoding))).join('') };
}

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
};

describe('an encoding', () => {
  it.each([
    ['utf-8', Buffer.from(`\uFEFFid,${CHINESE}`), `id,${CHINESE}`],
    ['utf-8', Buffer.from(CHINESE), CHINESE],
    ['gb18030', GB18030, CHINESE],
    ['utf-16le', utf16(`\uFEFF${CHINESE}`, false), CHINESE],
    ['utf-16be', utf16(`\uFEFF${CHINESE}`, true), CHINESE],
    ['utf-16le', utf16(`{"id":"1","subject":"${CHINESE}"}`, false), `{"id":"1","subject":"${CHINESE}"}`],
    ['utf-16be', utf16('id,subject,body\n1,card,declined', true), 'id,subject,body\n1,card,declined'],
  ])('%s is found', async (encoding, bytes, text) => {
    expect(await read(Uint8Array.from(bytes))).toEqual({ encoding, damaged: false, text });
  });

  it('of a mostly sound UTF-8 text stays UTF-8, damaged', async () => {
    const bytes = Uint8Array.from([...Buffer.from(CHINESE), 0xff, ...Buffer.from(CHINESE)]);
    expect(await read(bytes)).toEqual({
      encoding: 'utf-8',
      damaged: true,
      text: `${CHINESE}\uFFFD${CHINESE}`,
    });
  });

  it('survives any cutting into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
          expect((await read(new TextEncoder().encode(text), size)).text).toBe(text);
        },
      ),
    );
  });
});

describe('a container', () => {
  it.each([
    ['[{"id":1}]', 'json'],
    ['  \n[\n  {', 'json'],
    ['{"tickets":[{"id":1}],"count":1}', 'json'],
    ['{\n  "tickets": [', 'json'],
    ['{"page":{"size":25},"_embedded":{"conversations":[{', 'json'],
    ['{"type":"conversation.list","conversations":[{"id":1', 'json'],
    ['{\n  "id": 1,\n  "subject": "x",\n  "conversations": [\n', 'json'],
    ['{\n  "id": 1\n}\n{\n  "id": 2\n}\n', 'json'],
    ['{"conversations":[{"id":5}],"id":1}\n{"id":2}\n', 'ndjson'],
    ['{"id":1}\n{"id":2}\n', 'ndjson'],
    ['{"id":1}', 'ndjson'],
    ['{"id":1, broken\n{"id":2}\n', 'ndjson'],
    ['id,subject,body\n1,a,b', 'csv'],
    ['工单号\t主题', 'csv'],
  ])('%j is %s', (head, container) => {
    expect(detectContainer(head)).toBe(container);
  });
});

describe('lines', () => {
  it('are numbered as in the file, whatever their ends and the pieces they come in', async () => {
    const lines = await collect(linesOf(inPieces('a\r\n\n b\nc', 2)));
    expect(lines).toEqual([
      { text: 'a', line: 1 },
      { text: ' b', line: 3 },
      { text: 'c', line: 4 },
    ]);
  });
});

describe('JSON elements', () => {
  const elements = async (text: string, size = 3) =>
    (await collect(jsonElementsOf(inPieces(text, size)))).map((element) => element.text);

  it('are the elements of the array, at the top or under "tickets"', async () => {
    const records = [{ id: 1, a: '],}' }, { id: 2, b: [[{}]], c: '\\"[' }, 'x,y', 3, null];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.constantFrom(0, 2), async (size, indent) => {
        const asList = await elements(JSON.stringify(records, null, indent), size);
        expect(asList.map((text) => JSON.parse(text) as unknown)).toEqual(records);
        const wrapped = JSON.stringify(
          { count: 5, meta: { tickets: 1 }, tickets: records, next: [1] },
          null,
          indent,
        );
        const asTickets = await elements(wrapped, size);
        expect(asTickets.map((text) => JSON.parse(text) as unknown)).toEqual(records);
      }),
    );
  });

  it('around a broken one are read', async () => {
    expect(await elements('[{"id":1},{"id":oops},{"id":3}]')).toEqual([
      '{"id":1}',
      '{"id":oops}',
      '{"id":3}',
    ]);
  });

  it('before a sudden end are read, the last is marked', async () => {
    const found = await collect(jsonElementsOf(inPieces('[{"id":1},\n{"id":2,"body":"he', 4)));
    expect(found).toEqual([
      { text: '{"id":1}', line: 1 },
      { text: '{"id":2,"body":"he', line: 2, truncated: true },
    ]);
  });

  it('are all documents of a text, objects that are records as well as pages', async () => {
    const text =
      '{"id":1,"conversations":[{"id":9}]}\n{"count":2,"tickets":[{"id":2},{"id":3}],"users":[{"id":8}]}[4]';
    expect(await elements(text)).toEqual([
      '{"id":1,"conversations":[{"id":9}]}',
      '{"id":2}',
      '{"id":3}',
      '{"id":8}',
      '4',
    ]);
  });

  it('carry the key of their list, however deep it is wrapped', async () => {
    const page = {
      page: 1,
      _embedded: { conversations: [{ id: 1, _embedded: { threads: [{ id: 7 }] } }] },
      tickets: [{ id: 2 }],
    };
    const found = await collect(jsonElementsOf(inPieces(JSON.stringify(page), 3)));
    expect(found.map(({ list, text }) => [list, text])).toEqual([
      ['conversations', '{"id":1,"_embedded":{"threads":[{"id":7}]}}'],
      ['tickets', '{"id":2}'],
    ]);
    expect(elementsOfPage(page)).toEqual([
      { list: 'tickets', element: { id: 2 } },
      { list: 'conversations', element: page._embedded.conversations[0] },
    ]);
    expect(elementsOfPage({ id: 1, tickets: [2] })).toBeUndefined();
  });

  it('that are too long are let go of, and the rest is read', async () => {
    const text = JSON.stringify([{ id: 1 }, { id: 2, body: 'x'.repeat(5000) }, { id: 3 }]);
    const found = await collect(jsonElementsOf(inPieces(text, 700), undefined, 2000));
    expect(found.map(({ text: piece, tooLong }) => [piece, tooLong])).toEqual([
      ['{"id":1}', undefined],
      ['', true],
      ['{"id":3}', undefined],
    ]);
    const lines = await collect(linesOf(inPieces(`a\n${'x'.repeat(5000)}\nb\n`, 700), 2000));
    expect(lines).toEqual([
      { text: 'a', line: 1 },
      { text: '', line: 2, tooLong: true },
      { text: 'b', line: 3 },
    ]);
  });

  it('of any document come out whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { maxLength: 6 }),
        fc.integer({ min: 1, max: 20 }),
        async (values, size) => {
          expect(
            (await elements(JSON.stringify(values), size)).map((text) => JSON.parse(text) as unknown),
          ).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
    );
  });
});
