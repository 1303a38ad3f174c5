import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const EVM_ADDRESS = '0x52908400098527886E0F7030069857D2E4169EE7';
const HEX = '4e3a9b4e'.repeat(8);
const CARD = '4242424242424242';
const SOLANA_KEY = '4wBqpZM9xaSheZzJSMawUKKwhdpChKbZ5eu5ky4Vigw2tgRNW9NjT9KJmaGFnGmqTGr1tTdmzxQkEB8jP5yNWkEH';

/** What the form would leave after cutting every secret out, and the kinds it cut. */
function cut(text: string): { kinds: string[]; left: string } {
  const findings = findSecrets(text);
  const left = findings.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  return { kinds: findings.map(({ kind }) => kind), left };
}

describe('cards', () => {
  it.each([
    ['my card is 4242 4242 4242 4242', 'my card is '],
    ['卡号４２４２４２４２４２４２４２４２', '卡号'],
    ['5555-5555-5555-4444', ''],
    ['3782 822463 10005', ''],
    ['4242 4242 4242 4242 08/29 please', ' please'],
    [`${CARD}exp08/29`, ''],
    [`card no.${CARD}`, 'card no.'],
    [`visa${CARD}`, 'visa'],
    ['I paid 5 4242 4242 4242 4242', 'I paid 5 '],
    ...['  ', '\n', '\t', '–', '/', ',', '、', '·', '_', '\u200b', '\u202f', ' - '].map((separator) => [
      `is ${['4242', '4242', '4242', '4242'].join(separator)}!`,
      'is !',
    ]),
  ])('in %j leave %j', (text, left) => {
    expect(cut(text!)).toEqual({ kinds: ['card-number'], left });
  });

  it('have a code of their own after the date', () => {
    for (const text of [`${CARD} 08/29 311`, `${CARD}|08|29|311`, `${CARD} | 08/2029 | 311`])
      expect(cut(text)).toEqual({ kinds: ['card-number', 'card-security-code'], left: '' });
  });

  it('are told apart', () => {
    expect(cut(`${CARD} 5555555555554444`).kinds).toEqual(['card-number', 'card-number']);
    expect(cut('password: 4242 4242 4242 4242 please help').left).toBe('password:  please help');
  });

  it.each([
    'order 4242424242424243 was never delivered',
    '身份证 440524188001010014',
    'imei 356938035643809',
    'order 2026112104385812347',
    '快递单号 4312345678908',
    'invoice 5105 2026 1118 0007',
    'price 0.4242424242424242',
    'call +49 1512 3456782 or +1 415 555 0132',
    `tx ${'ab12'.repeat(6)}${CARD}${'ab12'.repeat(6)}`,
    'the last four digits of my card are 4242',
  ])('are not seen in %j', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('private keys', () => {
  it.each([
    `private key 0x${HEX}`,
    `私钥：${HEX}`,
    `private key for my metamask: ${HEX}`,
    `my private key of account 1 is ${HEX}`,
    `私钥（MetaMask）：${HEX}`,
    `秘钥：${HEX}`,
    `私匙 ${HEX}`,
    `pk: ${HEX}`,
    `${HEX} is my private key`,
    `${HEX} 是我的私钥`,
    `private key ${HEX.slice(0, 32)}\n${HEX.slice(32)}`,
    `private key ${SOLANA_KEY}`,
    `[${Array.from({ length: 64 }, (_, i) => (i * 37) % 256).join(', ')}]`,
    'KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn',
    '6PYNKZ1EAgYgmQfmNVamxyXVWHzK5s6DGhwP4J5o44cvXdoY7sRzhtpUeo',
    '{"version":3,"x":{"a":1},"crypto":{"cipher":"aes","cipherparams":{"iv":"83"},"ciphertext":"53"}}',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----',
  ])('are found in %j', (text) => {
    expect(cut(text).kinds).toEqual(['private-key']);
  });

  it.each([
    `sent to ${EVM_ADDRESS}, hash 0x${HEX}`,
    `my private key is safe, the tx is ${HEX}`,
    `hash ${HEX}. I never shared my private key`,
    `signature ${SOLANA_KEY}`,
    '[1, 2, 3]',
    `[${Array.from({ length: 64 }, (_, i) => 900 + i).join(', ')}]`,
    'how do I export my private key?',
    'the "crypto": {} section of the config',
  ])('are not seen in %j', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('passwords and codes', () => {
  it.each([
    ['password: hunter2', 'password', 'password: '],
    ['密码是 abc123456', 'password', '密码是 '],
    ['密码abc123456', 'password', '密码'],
    ['支付密码 123456', 'password', '支付密码 '],
    ['卡密码 4821', 'password', '卡密码 '],
    ['password -> x1y2', 'password', 'password -> '],
    ['password\nx1y2', 'password', 'password\n'],
    ['pwd: x1y2', 'password', 'pwd: '],
    ['passphrase: x1y2', 'password', 'passphrase: '],
    ['my PIN is 4821', 'password', 'my PIN is '],
    ['the cvv is 123', 'card-security-code', 'the cvv is '],
    ['cvv number on the back is 123', 'card-security-code', 'cvv number on the back is '],
    ['安全码：837', 'card-security-code', '安全码：'],
    ['the verification code is 482913', 'one-time-code', 'the verification code is '],
    ['verification code 482 913', 'one-time-code', 'verification code '],
    ['验证码 482913 已经输了', 'one-time-code', '验证码  已经输了'],
    ['the code is 482913', 'one-time-code', 'the code is '],
    ['code is 482-913', 'one-time-code', 'code is '],
  ])('%j is a %s and leaves %j', (text, kind, left) => {
    expect(cut(text)).toEqual({ kinds: [kind], left });
  });

  it.each([
    'my password is wrong and I cannot log in',
    'It says "password is incorrect" every time',
    'my password is correct; it still fails',
    '(password: unknown)',
    'the password is case-sensitive?',
    'the password is expired/locked',
    'my password is 8 characters',
    '密码忘了怎么办',
    '密码是？？？？',
    '密码 2026 年改过',
    '密码错误 10021',
    '验证码一直收不到，等了 10 分钟',
    '验证码错误 10021',
    '收不到验证码，手机尾号 1234',
    'verification code since 2026',
    '2fa code (error 4001)',
    'error code is 4829',
    'the error code is 482913',
    'CVV error 402',
    'security code incorrect 401',
    'I bought 1000 usdt on 2026-11-16 for 920.50 euro',
  ])('are not seen in %j', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});
