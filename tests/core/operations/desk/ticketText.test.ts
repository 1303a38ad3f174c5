import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../../../../src/core/operations/desk/caseOf.ts';
import { draftFrom } from '../../../../src/core/operations/escalation/draft.ts';
import { factsIn } from '../../../../src/core/operations/desk/ticketFacts.ts';
import { LONGEST_SUMMARY } from '../../../../src/core/operations/escalation/fields.ts';
import {
  actualOf,
  customerLanguage,
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
    expect(factsIn(`see 0x${HASH} on BSC and ${ADDRESS}, again 0x${HASH}`)).toEqual([
      { kind: 'hash', value: `0x${HASH}` },
      { kind: 'address', value: ADDRESS },
      { kind: 'network', value: 'bsc' },
    ]);
    expect(factsIn('nothing here')).toEqual([]);
  });

  test.each([
    [
      'My card was declined on iPhone 15 Pro, iOS 19.1, app 5.8.1',
      ['app-version=5.8.1', 'device=iPhone 15 Pro', 'device=iOS 19.1'],
    ],
    ['安卓 14，版本号是5.8.1，尾号 4242 的卡', ['app-version=5.8.1', 'device=安卓 14', 'last-four=4242']],
    ['我用小米14转的，走的 TRC20', ['network=tron', 'device=小米14']],
    [
      'Order number AB-20261121 has not come, card ending in 1234',
      ['last-four=1234', 'order-id=AB-20261121'],
    ],
    ['TRC20 or BEP20? My version 14 of the story, iOS version 17.2', []],
  ])('what it names: %s', (ticket, facts) => {
    expect(factsIn(ticket).map(({ kind, value }) => `${kind}=${value}`)).toEqual(facts);
  });

  test('a summary without personal data, on one line, not too long', () => {
    const summary = summaryOf(
      `Hello,\nmy name is Jane Miller, jane@mail.test, tx ${HASH} is stuck ${'x '.repeat(300)}`,
    );
    expect(summary).not.toMatch(/jane@mail|9f3c1d0e/);
    expect(summary).not.toContain('\n');
    expect(summary.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
    expect(summary).toContain('is stuck');
  });

  test('a summary has no holes where identifiers stood', () => {
    const ticket = `我的 USDT 没到账，交易哈希 0x${HASH}，转到交易所了。邮箱 jane@mail.test，电话 13812345678。`;
    expect(summaryOf(ticket)).toBe('我的 USDT 没到账，交易哈希 0x9f3c…36d5，转到交易所了。');
    expect(actualOf(`${ticket}网络选的是 TRC20 主网 [recovery-phrase]`)).toMatch(
      /转到交易所了。网络选的是 TRC20 主网 …$/,
    );
    expect(summaryOf('I am jane@mail.test and my card was declined at a hotel, call me.')).toBe(
      'I am … and my card was declined at a hotel, call me.',
    );
  });

  test('all of it is handed over: its words, what they name, and what was found out in either language', () => {
    const step = { en: 'swaps are delayed', 'zh-CN': '兑换变慢' };
    const ticket = '我在 BSC 上兑换一直不成功，App 5.8.1，iPhone 15';
    const handOver = caseOf(ticket, 'en', (language) => step[language], {
      identifiers: factsIn(ticket),
      articles: [],
      language: 'zh-CN',
    });
    expect(handOver).toMatchObject({ summary: ticket, actual: ticket, steps: ['swaps are delayed'] });
    expect(handOver.words?.['zh-CN'].steps).toEqual(['兑换变慢']);
    expect(
      draftFrom(handOver, { device: 'Device', 'app-version': 'App' }, String, 'en').values,
    ).toMatchObject({
      actual: ticket,
      network: 'bsc',
      environment: 'App: 5.8.1\nDevice: iPhone 15',
    });
  });

  test('it is searched without its greeting and what it quotes', () => {
    const search = searchText(
      'Hi there,\nmy card was declined at a hotel yesterday and I do not know why\n\n> On Monday you wrote\n> about refunds',
    );
    expect(search).toContain('declined at a hotel');
    expect(search).not.toContain('refunds');
  });
});
