import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { config } from '../../../src/config.ts';
import { parseSafetyTable, requireArticles } from '../../../src/core/retrieval/parseSafetyTable.ts';
import { compileSafety, urgentRule } from '../../../src/core/retrieval/safety.ts';
import { tokensOf } from '../../../src/core/retrieval/wordPattern.ts';

const FILE = 'content/safety.yml';

/** A table with one rule of these patterns, Chinese ones if there is a Chinese character in them. */
function rulesOf(when: string, unless = '[]', words = '{}', general = '[]') {
  const language = /\p{Script=Han}/u.test(when) ? 'zh-CN' : 'en';
  const yaml = `
words: { ${language}: ${words} }
unless: { ${language}: ${general} }
rules:
  - id: theft
    articles: [security/stolen-funds]
    say: { en: 'Freeze it: {cardFreezePath}.', zh-CN: '先冻结：{cardFreezePath}。' }
    when: { ${language}: ${when} }
    unless: { ${language}: ${unless} }
`;
  return compileSafety(parseSafetyTable(FILE, yaml, config.variables));
}

const isUrgent = (text: string, rules: ReturnType<typeof rulesOf>): boolean =>
  urgentRule(text, rules) !== undefined;

describe('a pattern', () => {
  it.each([
    ['stole + money', 'they stole all of my money', true],
    ['stole + money', 'MY MONEY WAS ＳＴＯＬＥ', true],
    ['stole + money', 'they stole it. I have money', false],
    ['stole + money', `stole ${'la '.repeat(13)}money`, false],
    ['stole + money', `stole ${'la '.repeat(12)}money`, true],
    ['stole|took + money|coins', 'coins somebody took', true],
    ['stole', 'stolen', false],
    ['stole*', 'stolen', true],
    ['didnt send', 'I didn’t send it', true],
    ["didn't send", 'I didnt send it', true],
    ['left my wallet', 'left, my wallet is here', false],
    ['gave ... phrase', 'gave him all of my phrase', true],
    ['gave ... phrase', 'gave one two three four five phrase', false],
    ['gave ... phrase', 'phrase that he gave', false],
    ['sim swap', 'sim-swap', true],
    ['助记词 + 给了', '我把助记词发出去给了别人', true],
    ['助记词 + 给了', '我把註記詞給了別人', false],
    ['账号 + 被盗', '帳號被盜', true],
    ['助记词', '助，记词', false],
    ['被 ... 转走', '钱被一个不认识的人转走', true],
    ['钱 + stole', '他们 stole 了我的钱', true],
    ['seed + 网站', '把seed填到网站上', true],
  ])('%j finds in %j: %s', (pattern, text, found) => {
    expect(isUrgent(text, rulesOf(JSON.stringify([pattern])))).toBe(found);
  });

  it('may name a list, which may name another', () => {
    const words = '{ coin: eth|btc, money: <coin>|cash }';
    expect(isUrgent('they stole my btc', rulesOf('[stole + <money>]', '[]', words))).toBe(true);
    expect(isUrgent('they stole my shoes', rulesOf('[stole + <money>]', '[]', words))).toBe(false);
  });

  it('does not count in a sentence that meets an exception, of the rule or of all rules', () => {
    for (const rules of [
      rulesOf('[stole + money]', '[what if]'),
      rulesOf('[stole + money]', '[]', '{}', '[what if]'),
    ]) {
      expect(isUrgent('what if somebody stole my money?', rules)).toBe(false);
      expect(isUrgent('What if I sell? Somebody stole my money.', rules)).toBe(true);
    }
  });
});

describe('any text', () => {
  it('is read without fail, and only its beginning', () => {
    const rules = rulesOf('[stole + money, 被 ... 盗]');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(isUrgent(`${text}\nstole money`, rules)).toBe(true);
      }),
    );
    expect(isUrgent(`${'x '.repeat(20_000)}\nstole money`, rules)).toBe(false);
  });

  it('keeps its words in order, each in a sentence no earlier than the one before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sentences = tokensOf(text).map(({ sentence }) => sentence);
        expect(sentences).toEqual(sentences.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the table', () => {
  const VALID = `
rules:
  - id: theft
    articles: [security/stolen-funds]
    say: { en: Stop., zh-CN: 停。 }
    when: { en: [stole] }
`;

  it('says what to do, with the deployment’s own names', () => {
    expect(urgentRule('stole money', rulesOf('[stole + money]'))?.say).toEqual({
      en: 'Freeze it: Card → Freeze.',
      'zh-CN': '先冻结：卡片 → 冻结。',
    });
  });

  it.each([
    ['a broken line', 'rules:\n  - id: "x'],
    ['no rules', 'words: {}'],
    ['a field that is none', VALID.replace('when:', 'if:')],
    ['a missing language', VALID.replace(', zh-CN: 停。', '')],
    ['an empty alternative', VALID.replace('[stole]', '["stole||took"]')],
    ['an unknown list', VALID.replace('[stole]', '[stole + <money>]')],
    [
      'a list that holds itself',
      `words: { en: { money: <money>|cash } }${VALID.replace('[stole]', '[<money>]')}`,
    ],
    ['a star too early', VALID.replace('[stole]', '["s*tole"]')],
    ['an unknown variable', VALID.replace('Stop.', "'Call {phone}.'")],
    ['a name used twice', VALID + VALID.trim().split('\n').slice(1).join('\n')],
    ['an article that is no slug', VALID.replace('security/stolen-funds', 'Stolen Funds')],
  ])('with %s is refused: what is wrong, where, and how to mend it', (_, yaml) => {
    const refuse = (): unknown =>
      parseSafetyTable(FILE, yaml, { en: { brand: 'B' }, 'zh-CN': { brand: 'B' } });
    expect(refuse).toThrowErrorMatchingSnapshot();
  });

  it('must lead to an article that is there', () => {
    const table = parseSafetyTable(FILE, VALID, config.variables);
    expect(() => requireArticles(FILE, table, new Set(['security/stolen-funds']))).not.toThrow();
    expect(() => requireArticles(FILE, table, new Set(['wallet/gas']))).toThrow(
      'rule theft, articles: found security/stolen-funds; expected at least one that exists and is public.',
    );
  });
});
