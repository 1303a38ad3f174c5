import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, redact } from '../../../src/core/privacy/redact.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const EVM_ADDRESS = '0x52908400098527886E0F7030069857D2E4169EE7';
const HASH = `0x${'4e3a'.repeat(16)}`;

describe('what the form refuses', () => {
  it.each([
    ['my card is 4242 4242 4242 4242', 'card-number'],
    ['卡号４２４２４２４２４２４２４２４２', 'card-number'],
    ['5555-5555-5555-4444', 'card-number'],
    ['the cvv is 123', 'card-security-code'],
    ['安全码：837', 'card-security-code'],
    ['password: hunter2', 'password'],
    ['密码是 abc123456', 'password'],
    ['the verification code is 482913', 'one-time-code'],
    ['验证码 482913 已经输了', 'one-time-code'],
    [`private key ${HASH}`, 'private-key'],
    [`私钥：${HASH.slice(2)}`, 'private-key'],
    ['KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn', 'private-key'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----', 'private-key'],
  ])('%j is a %s', (text, kind) => {
    expect(findSecrets(text).map((finding) => finding.kind)).toContain(kind);
  });

  it.each([
    `sent to ${EVM_ADDRESS}, hash ${HASH}`,
    'order 4242424242424243 was never delivered',
    'my password is wrong and I cannot log in',
    '密码忘了怎么办',
    '验证码一直收不到，等了 10 分钟',
    'I bought 1000 usdt on 2026-11-16 for 920.50 euro',
    'the last four digits of my card are 4242',
  ])('%j may be sent', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('what mining keeps', () => {
  it.each([
    ['mail me at jo.doe+x@mail.example please', 'mail me at [email] please'],
    ['call +1 415 555 0132 or 13800138000', 'call [phone] or [phone]'],
    ['IBAN GB82 WEST 1234 5698 7654 32', 'IBAN [iban]'],
    ['身份证 11010519491231002X', '身份证 [national-id]'],
    ['from 192.168.1.20 last night', 'from [ip] last night'],
    [`sent to ${EVM_ADDRESS}`, 'sent to [address]'],
    [`tx ${HASH}`, 'tx [transaction-hash]'],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '[address]'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdEFGH', 'token [api-key]'],
    ['Hello, my name is Daniel Kerr.', 'Hello, my name is [name].'],
    ['nothing yet\n\nBest regards,\nDaniel Kerr', 'nothing yet\n\nBest regards,\n[name]'],
    ['我叫王小明，转账没到', '我叫[name]，转账没到'],
  ])('%j becomes %j', (text, redacted) => {
    expect(redact(text).text).toBe(redacted);
  });

  it.each([
    'I am Still Waiting for my usdt from Binance',
    'sent 1500 usdt over TRC20 on 2026-10-03 at 14:05, block 19283746',
    '我是新用户，币安提了三次都没到账',
    'ERC20 和 BEP20 有什么区别',
    'version 5.8.1 on iPhone 15 crashes',
  ])('%j stays as it is', (text) => {
    expect(redact(text)).toEqual({ text, counts: {} });
  });

  it('counts what it took out and does not take it out twice', () => {
    const { text, counts } = redact(`card 4242 4242 4242 4242, again 4242424242424242, jo@mail.example`);
    expect(counts).toEqual({ 'card-number': 2, email: 1 });
    expect(redact(text)).toEqual({ text, counts: {} });
  });

  it('gives findings in order, within the text, without overlaps', () => {
    const pieces = fc.constantFrom(
      '4242 4242 4242 4242',
      EVM_ADDRESS,
      HASH,
      'jo@mail.example',
      '13800138000',
      ' and ',
      '我叫王小明，',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const finding of findAll(text)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
