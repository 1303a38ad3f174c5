import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForSecret } from '../../../../src/core/operations/replies/asksForSecret.ts';

const ASKS_EN = [
  'Please send us your recovery phrase so that we can check the wallet.',
  'Reply with your PIN and the last four digits of your card.',
  'To go on, we need your private key.',
  'Please send us:\n- the transaction hash\n- your 12 words',
  'What is the code you received by text message? Tell me the code.',
  'Enter your recovery phrase on the page below.',
  'Do not worry, just send us your recovery phrase.',
  'Never share your PIN with strangers, but tell us the password.',
  'Attach a screenshot of your recovery words.',
  'Have your recovery phrase ready. Then read it out when we call.',
  'Please provide the full card number and the CVV.',
  'Your seed phrase is needed. Please email it to us.',
  'Please confirm your password: we will check it.',
];
const FINE_EN = [
  'We never ask for your recovery phrase, private key, PIN or a code.',
  'Please send us the transaction hash, and never your recovery phrase.',
  'Never send the full card number, CVV, PIN, passwords, codes or your recovery phrase.',
  'Please do not type, send or share your PIN.',
  'Send us the last four digits of the card.',
  'Anyone who asks for your recovery phrase is a thief.',
  'Enter the PIN at the machine.',
  'Open the app and enter your passcode.',
  'Write the words of your new recovery phrase on paper.',
  'Please send us:\n- the transaction hash\n- the network',
  'Never send us:\n- your PIN\n- your recovery phrase',
  'Your recovery phrase opens the wallet. Only you have it.',
  'Reply with the time of the payment and the shop.',
];
const ASKS_ZH = [
  '请把助记词发给我们，我们帮你核对。',
  '请提供完整卡号和 CVV。',
  '为了继续处理，我们需要你的私钥。',
  '收到的验证码是多少？',
  '请在下面的链接里输入助记词。',
  '不要告诉别人，请把密码发给客服。',
  '请发给我们：\n- 交易哈希\n- PIN 码',
  '你的助记词，请直接发过来。',
  '麻烦截图上传你的 12 个单词。',
];
const FINE_ZH = [
  '我们从来不会要你的助记词、私钥、PIN 码或验证码。',
  '请发给我们交易哈希，不要发助记词。',
  '请附上卡号后四位、商户和时间。',
  '任何人要你的验证码，都是骗子。',
  '在机器上输入 PIN 码。',
  '打开 App，输入密码。',
  '把新的助记词抄在纸上。',
  '请发给我们：\n- 交易哈希\n- 网络',
  '不要发送完整卡号、CVV、PIN 码、密码、验证码或助记词。',
  '助记词只有你有。',
];

describe('a request for a secret', () => {
  test.each(ASKS_EN)('is found: %s', (text) => expect(asksForSecret(text, 'en')).not.toEqual([]));
  test.each(FINE_EN)('is not seen in: %s', (text) => expect(asksForSecret(text, 'en')).toEqual([]));
  test.each(ASKS_ZH)('is found: %s', (text) => expect(asksForSecret(text, 'zh-CN')).not.toEqual([]));
  test.each(FINE_ZH)('is not seen in: %s', (text) => expect(asksForSecret(text, 'zh-CN')).toEqual([]));

  test('is found wherever it stands among harmless words, and named in place', () => {
    const cases = [
      ['en', ASKS_EN, FINE_EN],
      ['zh-CN', ASKS_ZH, FINE_ZH],
    ] as const;
    for (const [language, asks, fine] of cases) {
      const around = fc.array(fc.constantFrom(...fine), { maxLength: 4 });
      fc.assert(
        fc.property(around, fc.constantFrom(...asks), around, (before, ask, after) => {
          const text = [...before, ask, ...after].join('\n\n');
          const found = asksForSecret(text, language);
          expect(found.length).toBe(asksForSecret(ask, language).length);
          for (const { start, text: shown } of found) expect(text.slice(start)).toMatch(startsWith(shown));
        }),
      );
    }
  });
});

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`);
}
