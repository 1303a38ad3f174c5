import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  customerLanguage,
  identifiersIn,
  maskSecrets,
  searchText,
  summaryOf,
} from '../../../../src/core/operations/desk/ticketText.ts';
import { findSecrets } from '../../../../src/core/privacy/secrets.ts';

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const HASH = '9f3c1d0e7b5a48264d2c80f1a6e39b57c4d8e2f01b6a7953dce48f2071ab36d5';
const ADDRESS = '0x52908400098527886E0F7030069857D2E4169EE7';

describe('secrets in a ticket', () => {
  test.each([
    ['a recovery phrase', `my words are ${PHRASE} please help`, 'recovery-phrase', /winner|sausage/],
    [
      'a Chinese one',
      '我的助记词是 的 一 是 在 不 了 有 和 人 这 中 大，币没了',
      'recovery-phrase',
      /的 一 是/,
    ],
    ['a card number', 'card 4242 4242 4242 4242 was declined', 'card-number', /4242 4242/],
    ['a password', 'my password is hunter2-Hunter2', 'password', /hunter2-H/],
  ])('%s is taken out, and named', (_, ticket, kind, traces) => {
    const masked = maskSecrets(ticket, findSecrets);
    expect(masked.kinds).toEqual([kind]);
    expect(masked.text).toContain(`[${kind}]`);
    expect(masked.text).not.toMatch(traces);
  });

  test('are gone wherever they stood, and what is masked stays as it is', () => {
    const word = fc.constantFrom(
      'hello',
      '你好',
      'my transfer',
      PHRASE,
      '4242 4242 4242 4242',
      '\n',
      '转账没到',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.nat(300), (words, caret) => {
        const ticket = words.join(' ');
        const masked = maskSecrets(ticket, findSecrets, Math.min(caret, ticket.length));
        expect(findSecrets(masked.text)).toEqual([]);
        expect(masked.caret).toBeLessThanOrEqual(masked.text.length);
        expect(maskSecrets(masked.text, findSecrets)).toMatchObject({ text: masked.text, kinds: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('the caret stays where the agent was', () => {
    const ticket = `Words: ${PHRASE}. Zhongguo`;
    const at = (text: string, caret: number) => {
      const masked = maskSecrets(text, findSecrets, caret);
      return `${masked.text.slice(0, masked.caret)}|${masked.text.slice(masked.caret)}`;
    };
    expect(at(ticket, 3)).toBe('Wor|ds: [recovery-phrase]. Zhongguo');
    expect(at(ticket, ticket.length - 1)).toBe('Words: [recovery-phrase]. Zhonggu|o');
    expect(at(ticket, 30)).toBe('Words: [recovery-phrase]|. Zhongguo');
  });
});

describe('what a ticket says of itself', () => {
  test('its language, by the customer’s own words', () => {
    expect(customerLanguage('我的 USDT 没到账')).toEqual({ language: 'zh-CN', isOther: false });
    expect(customerLanguage('My USDT has not arrived')).toEqual({ language: 'en', isOther: false });
    expect(customerLanguage('Где мои деньги?')).toEqual({ language: 'en', isOther: true });
    expect(customerLanguage('')).toEqual({ language: 'en', isOther: false });
  });

  test('hashes and addresses, each once', () => {
    expect(identifiersIn(`see ${HASH} and ${ADDRESS}, again ${HASH}`)).toEqual([
      { kind: 'hash', value: HASH },
      { kind: 'address', value: ADDRESS },
    ]);
    expect(identifiersIn('nothing here')).toEqual([]);
  });

  test('a summary without personal data, on one line, not too long', () => {
    const summary = summaryOf(
      `Hello,\nmy name is Jane Miller, jane@mail.test, tx ${HASH} is stuck ${'x '.repeat(300)}`,
    );
    expect(summary).not.toMatch(/jane@mail|9f3c1d0e/);
    expect(summary).not.toContain('\n');
    expect([...summary].length).toBeLessThanOrEqual(160);
    expect(summary).toContain('is stuck');
  });

  test('it is searched without its greeting and what it quotes', () => {
    const search = searchText(
      'Hi there,\nmy card was declined at a hotel yesterday and I do not know why\n\n> On Monday you wrote\n> about refunds',
    );
    expect(search).toContain('declined at a hotel');
    expect(search).not.toContain('refunds');
  });
});
