import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRecoveryPhrases } from '../../../src/core/privacy/recoveryPhrase.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const entropy = fc
  .constantFrom(16, 20, 24, 28, 32)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));

/** A phrase of words that prose is made of: its checksum gives it away. */
const COMMON_WORDS = 'about before call come example good help just keep like more there';

/** The ways people type the words of a phrase. */
const typed = fc.constantFrom<(words: string[]) => string>(
  (words) => words.join(' '),
  (words) => words.join(', '),
  (words) => words.join('\n'),
  (words) => words.map((word, i) => `${i + 1}. ${word}`).join('\n'),
  (words) => words.map((word, i) => `${i + 1})${word.toUpperCase()}`).join(' '),
  (words) =>
    `hi my phrase: ${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' - ')} please help`,
  (words) => words.join('　'),
  (words) => words.map((word, i) => `第${i + 1}个是${word}`).join('，'),
);
/** Ways that only make sense for words. */
const typedWords = fc.constantFrom<(words: string[]) => string>(
  (words) => words.map((word, i) => `${i + 1}${['st', 'nd', 'rd'][i] ?? 'th'} ${word}`).join(' '),
  (words) => words.map((word, i) => `${'abcdefghijkl'[i] ?? ''}) ${word}`).join('\n'),
  (words) => words.map((word, i) => `No.${i + 1} ${word}`).join('\n'),
  (words) => words.map((word, i) => `w${i + 1}=${word}`).join(' '),
  (words) => words.join(' and '),
  (words) => words.map((word, i) => `${'一二三四五六七八九十'[i] ?? ''}${word}`).join('，'),
  (words) => words.join(' then '),
  (words) => `<ol>${words.map((word) => `<li>${word}</li>`).join('')}</ol>`,
  (words) => `words 1-4: ${words.slice(0, 4).join(' ')}\nwords 5 to 12: ${words.slice(4).join(' ')}`,
  (words) => words.map((word) => word.slice(0, 4)).join(' '),
);

describe('recovery phrases', () => {
  it('are found in English however they are typed, also with one word mistyped', () => {
    fc.assert(
      fc.property(entropy, typed, fc.option(fc.nat(9)), (bytes, type, slip) => {
        const words = entropyToMnemonic(bytes, english).split(' ');
        if (slip !== null) words[slip + 1] = 'qqqq';
        expect(findRecoveryPhrases(type(words))).toHaveLength(1);
      }),
    );
  });

  it('are found with labels and in short form', () => {
    fc.assert(
      fc.property(entropy, typedWords, (bytes, type) => {
        const words = entropyToMnemonic(bytes, english).split(' ');
        expect(findRecoveryPhrases(type(words))).not.toEqual([]);
      }),
    );
  });

  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');

  it.each([
    [
      'i legal ii winner iii thank iv year v wave vi sausage vii worth viii useful ix legal x winner xi thank',
    ],
    [['leagl', ...words.slice(1)].join(' ')],
    [[...words.slice(0, -1), 'yelow'].join(' ')],
    [[...words.slice(0, 5), 'sausge', ...words.slice(6)].join(' ')],
    [words.slice(0, 11).join(' ')],
    [`the twelve: ${COMMON_WORDS}`],
    [`the first eight: ${words.slice(0, 8).join(' ')}`],
  ])('are found in %j', (text) => {
    expect(findRecoveryPhrases(text)).toHaveLength(1);
  });

  it.each(['\u200b', '\u00ad', '\ufeff'])('are found with %j inside the words', (invisible) => {
    const text = `hi, ${words.map((word) => `${word[0]!}${invisible}${word.slice(1)}`).join(' ')} !`;
    const [finding] = findSecrets(text);
    expect(text.slice(0, finding!.start)).toBe('hi, ');
    expect(text.slice(finding!.end)).toBe(' !');
    expect(findSecrets(words.join(invisible))).toHaveLength(1);
  });

  it('are found in both Chinese lists with anything between the characters', () => {
    fc.assert(
      fc.property(entropy, typed, fc.constantFrom(simplified, traditional), (bytes, type, list) => {
        const words = entropyToMnemonic(bytes, list).normalize('NFKC').split(' ');
        expect(findRecoveryPhrases(type(words))).toHaveLength(1);
      }),
    );
  });

  it('are found in Chinese run together, where the text speaks of them', () => {
    const words = '的 的 的 的 的 的 的 的 的 的 的 在'.split(' ');
    // The published vector of zeros is all function characters: found with separators, taken for a sentence without.
    expect(findRecoveryPhrases(words.join(' '))).toHaveLength(1);
    const phrase = entropyToMnemonic(
      Uint8Array.from({ length: 16 }, (_, i) => (i * 37 + 11) % 256),
      simplified,
    ).replaceAll(' ', '');
    expect(findRecoveryPhrases(`我的助记词是：${phrase}，帮我看看`)).toHaveLength(1);
    expect(findRecoveryPhrases(`恢复不了 ${phrase}`)).toHaveLength(1);
    expect(findRecoveryPhrases(phrase)).toEqual([]); // 都 and 会: read as a sentence where nothing says otherwise
  });

  it.each([
    '正职士恒瓜画庙淮战签赞注',
    '我的助记词是正职士恒瓜画庙淮战签赞注',
    '助记词正职士恒瓜画庙淮战签赞注导不进去',
    '助记词：正职士 恒瓜画 庙淮战 签赞注',
    '助记词\n正职士恒\n瓜画庙淮\n战签赞注',
    '正 职 士 恒 鱻 画 庙 淮 战 签 赞 注',
  ])('are found in %j', (text) => {
    expect(findRecoveryPhrases(text)).toHaveLength(1);
  });

  it.each([
    'I lost my recovery phrase and cannot find the paper with the twelve words anywhere, what can I do about it now?',
    'i sent usdt from binance to my wallet yesterday and it still has not arrived, the exchange says it is complete',
    '我的助记词丢了怎么办，我把手机弄丢了，现在也没有备份，钱还能找回来吗',
    '助记词恢复以后余额是零，我明明记得里面有三千多U，是不是路径不对',
    '客服你好，我昨天转账的时候选错了网络，现在币不见了，麻烦帮我查一下好吗',
    'you can come across a program you have never used before, and can then use it the same way',
    'in the online editor. If you have never used Crowdin before, you can use this quick guide to go over it',
    "There's an economy out there, where you can lend, borrow, long/short, earn interest, and more",
    'charge around 5.00 they can never fix over line they have you on hold all day then you must call again',
    '助记词是钱包的钥匙。它可用于在丢失时恢复钱包。',
    '恢复不了，请注意通道备份并不能直接恢复您的支付通道',
    'A 和 B 在 C 上 D 大 E 于 F 中 G 小 H 人 I 不 J 的 K 是 L 有',
    '使用 range 对象、sequence、object 检测 value 和 index 是否相等，再把 result 交给 method，让 action 处理 list、table、key、label、type、code',
    '1 2 3 4 5 6 7 8 9 10 11 12',
    '',
  ])('are not seen in %j', (text) => {
    expect(findRecoveryPhrases(text)).toEqual([]);
  });
});
