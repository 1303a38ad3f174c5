import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ALL_LISTS } from '../../../src/core/privacy/allLists.ts';
import { recoveryPhraseFinder } from '../../../src/core/privacy/recoveryPhrase.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const findRecoveryPhrases = recoveryPhraseFinder(ALL_LISTS);

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
    expect(findRecoveryPhrases(phrase)).toHaveLength(1);
  });

  it('are found in Chinese set off from a sentence that does not speak of them, all but some of which have common words', () => {
    const around: ((phrase: string) => string)[] = [
      (phrase) => `请看 ${phrase}`,
      (phrase) => `帮我看一下，${phrase}，为什么不对`,
      (phrase) => `这样写（${phrase}）对不对`,
      (phrase) => `昨天抄的是：${phrase}。一直不行`,
    ];
    const PHRASES = 300;
    let found = 0;
    for (let number = 0; number < PHRASES; number++) {
      const bytes = createHash('sha256')
        .update(`phrase ${number}`)
        .digest()
        .subarray(0, number % 2 ? 16 : 32);
      const words = entropyToMnemonic(Uint8Array.from(bytes), number % 3 ? simplified : traditional).split(
        ' ',
      );
      const text = around[number % around.length]!(words.join(''));
      const [finding] = findRecoveryPhrases(text);
      if (finding && text.slice(finding.start, finding.end) === words.join('')) found++;
    }
    expect(found / PHRASES).toBeGreaterThan(0.985);
  });

  it('of eight words are found unless they are what wallets show, and of twelve always', () => {
    const shown = 'token network gas balance swap bridge address card fee coin cash order'.split(' ');
    expect(findRecoveryPhrases(shown.slice(0, 11).join(', '))).toEqual([]);
    expect(findRecoveryPhrases(shown.join(', '))).toHaveLength(1);
    expect(findRecoveryPhrases([...words.slice(0, 6), ...shown.slice(0, 2)].join(' '))).toHaveLength(1);
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

/** The entropies of the published English vectors: https://github.com/trezor/python-mnemonic/blob/master/vectors.json */
const VECTORS = [
  ...[16, 24, 32].flatMap((length) =>
    [0x00, 0x7f, 0x80, 0xff].map((byte) => new Uint8Array(length).fill(byte)),
  ),
  ...[
    '9e885d952ad362caeb4efe34a8e91bd2',
    '6610b25967cdcca9d59875f5cb50b0ea75433311869e930b',
    '68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c',
    'c0ba5a8e914111210f2bd131f3d5e08d',
    '6d9be1ee6ebd27a258115aad99b7317b9c8d28b6d76431c3',
    '9f6a2878b2520799a44ef18bc7df394e7061a224d2c33cd015b157d746869863',
    '23db8160a31d3e0dca3688ed941adbf3',
    '8197a4a47f0425faeaa69deebc05ca29c0a5b5cc76ceacc0',
    '066dca1a2bb7e8a1db2832148ce9933eea0f3ac9548d793112d9a95c9407efad',
    'f30f8c1da665478f49b001d94c5fc452',
    'c10ec20dc3cd9f652c7fac2f1230f7a3c828389a14392f05',
    'f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f',
  ].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
];

describe('the published vectors', () => {
  it.each(VECTORS.map((bytes) => [entropyToMnemonic(bytes, english)]))('%s is found', (phrase) => {
    expect(findRecoveryPhrases(phrase)).toHaveLength(1);
    expect(findRecoveryPhrases(`Hi, it says wrong: ${phrase}. Why?`)).not.toEqual([]);
  });
});

/** Ways of writing that suit every language. */
const writtenDown = fc.constantFrom<(words: string[]) => string>(
  (words) => words.join(' '),
  (words) => words.join(', '),
  (words) => words.join('\n'),
  (words) => words.join('\r\n'),
  (words) => words.join('\t'),
  (words) => words.join('、'),
  (words) => words.join(' | '),
  (words) => words.join(' → '),
  (words) => JSON.stringify(words),
  (words) => words.toReversed().join(' '),
  (words) => words.map((word, i) => `${i + 1}. ${word}`).join('\n'),
  (words) => words.map((word, i) => `${i + 1}${word}`).join(' '),
  (words) => words.map((word, i) => `(${i + 1}) ${word.toUpperCase()};`).join(' '),
  (words) => words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' - '),
  (words) => words.map((word, i) => `word ${i + 1} is ${word}`).join(', '),
  (words) => `<ul>${words.map((word) => `<li>${word}</li>`).join('\n')}</ul>`,
  (words) => words.join('\u200b'),
  (words) => words.map((word, i) => word + (i % 4 === 3 ? '\n' : ' ')).join(''),
);
const form = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD');
const around = fc.constantFrom(
  ['', ''],
  ['hi support, ', ' does not work'],
  ['帮我看看：', '，谢谢'],
  ['mi frase es: ', ' .'],
);

describe('phrases of every list', () => {
  it.each(ALL_LISTS.map(({ words }) => [words[0]!, words] as const))(
    'the list that begins with %s',
    (_, list) => {
      fc.assert(
        fc.property(entropy, writtenDown, form, around, (bytes, write, normalForm, [before, after]) => {
          const words = entropyToMnemonic(bytes, [...list]).split(/[ \u3000]/);
          const text = `${before!}${write(words)}${after!}`.normalize(normalForm);
          expect(findSecrets(text).map(({ kind }) => kind)).toContain('recovery-phrase');
        }),
        { numRuns: 60 },
      );
    },
  );

  it('are found in Latin letters also without their accents, run together and by their first four letters', () => {
    fc.assert(
      fc.property(
        entropy,
        fc.constantFrom(...ALL_LISTS.filter(({ words }) => /^[a-z]/.test(words[0]!))),
        (bytes, { words: list }) => {
          const plain = entropyToMnemonic(bytes, [...list])
            .replace(/[\u0300-\u036f]/g, '')
            .split(' ');
          expect(findRecoveryPhrases(plain.join(' '))).not.toEqual([]);
          expect(findRecoveryPhrases(plain.join(''))).not.toEqual([]);
          expect(findRecoveryPhrases(plain.map((word) => word.slice(0, 4)).join(' '))).not.toEqual([]);
        },
      ),
    );
  });
});
