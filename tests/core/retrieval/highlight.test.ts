import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../../src/core/retrieval/highlight.ts';
import { sentencesOf } from '../../../src/core/retrieval/sentences.ts';
import { partsOf } from '../../../src/core/retrieval/textParts.ts';

const split = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
/** The title and the sentence with what is marked in square brackets. */
function shown(query: string, title: string, passage: string, rarity = (_: string): number => 1): string[] {
  const { sentence, marks } = highlight(query, title, passage, rarity);
  return [
    [title, marks.title],
    [sentence, marks.sentence],
  ].map(([text, spans]) =>
    partsOf(text as string, spans as typeof marks.title)
      .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
      .join(''),
  );
}

describe('sentences', () => {
  it.each([
    ['It failed. Try again! Why? Ask.', ['It failed.', 'Try again!', 'Why?', 'Ask.']],
    [
      'Fees, e.g. 0.5 ETH, vary. Mr. J. Smith pays at 5 a.m. sharp.',
      ['Fees, e.g. 0.5 ETH, vary.', 'Mr. J. Smith pays at 5 a.m. sharp.'],
    ],
    [
      'See help.firstline.example. It says “no.” Then stop.',
      ['See help.firstline.example.', 'It says “no.”', 'Then stop.'],
    ],
    ['先冻结卡片。再联系我们！“真的吗？”是的', ['先冻结卡片。', '再联系我们！', '“真的吗？”', '是的']],
    ['转 0.5 个 ETH.然后等', ['转 0.5 个 ETH.', '然后等']],
    ['one\n\n two ', ['one', 'two']],
    ['Wait... what', ['Wait...', 'what']],
    ['', []],
    [' \n ', []],
  ])('of %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('are in order, do not overlap, and leave nothing out but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab .!?。！？\n”)0中'), maxLength: 60 }), (text) => {
        let at = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('a highlight', () => {
  it('is the sentence that has most in common with the query, with the words marked', () => {
    expect(
      shown(
        'my transfers are still pending??',
        'My transfer is pending',
        'A network can be busy. A pending transfer waits for a miner. Raise the fee.',
      ),
    ).toEqual(['My [transfer] is [pending]', 'A [pending] [transfer] waits for a miner.']);
  });

  it('counts rare words more', () => {
    const passage = 'The card and the wallet are one. Freeze the card. The PIN is blocked.';
    const rarity = (term: string): number => (term === 'pin' ? 5 : 1);
    expect(shown('card wallet pin', '', passage, rarity)[1]).toBe('The [PIN] is blocked.');
    expect(shown('card wallet pin', '', passage)[1]).toBe('The [card] and the [wallet] are one.');
  });

  it('reads Chinese, Traditional and full-width characters too', () => {
    expect(shown('轉帳一直處理中，ＵＳＤＴ沒到', '转账处理中', '别着急。USDT 转账还在处理中。')).toEqual([
      '转账[处理中]',
      '[USDT] 转账还在[处理中]。',
    ]);
  });

  it('does not mark words that say nothing', () => {
    expect(shown('I do not know what to do, my card', 'What do I do?', 'Do not do that. 我的钱')).toEqual([
      'What do I do?',
      'Do not do that.',
    ]);
    expect(shown('someone says so', 'Someone may know', 'x')[0]).toBe('Someone may know');
    expect(shown('我的钱没了', '我的卡', '你的钱包')).toEqual(['我的卡', '你的钱包']);
  });

  it('is the first sentence if none has anything in common, and nothing of nothing', () => {
    expect(shown('zzz', 'Title', 'First one. Second one.')).toEqual(['Title', 'First one.']);
    expect(shown('', '', '')).toEqual(['', '']);
  });

  it('marks within bounds, in order, without overlap; the parts make the text', () => {
    const unit = fc.constantFrom(...'ab的转账錢包Ａ1 .。\u{20BB7}é\u0301', ...['card', 'stolen', '0x']);
    const text = fc.string({ unit, maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (query, title, passage) => {
        const { sentence, marks } = highlight(query, title, passage, () => 1);
        expect(passage).toContain(sentence);
        for (const [whole, spans] of [
          [title, marks.title],
          [sentence, marks.sentence],
        ] as const) {
          let at = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(whole.length);
          const parts = partsOf(whole, spans);
          expect(parts.map((part) => part.text).join('')).toBe(whole);
          expect(parts.every((part) => part.text !== '' && part.text.isWellFormed())).toBe(true);
        }
      }),
    );
  });

  it('marks the whole of a text that is the query', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('wallet', 'pending', '转账', '助记词'), { minLength: 1 }),
        (words) => {
          const text = words.join(' ');
          const { marks } = highlight(text, text, '', () => 1);
          expect(
            partsOf(text, marks.title).filter((part) => !part.isMarked && part.text.trim() !== ''),
          ).toEqual([]);
        },
      ),
    );
  });
});
