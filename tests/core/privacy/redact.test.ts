import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { placeholders } from '../../../src/core/privacy/placeholder.ts';
import { findAll, redact, replaceFindings } from '../../../src/core/privacy/redact.ts';
import { PLACEHOLDER } from '../../../src/core/ticket/problemText.ts';

const EVM_ADDRESS = '0x52908400098527886E0F7030069857D2E4169EE7';
const HASH = `0x${'4e3a'.repeat(16)}`;
const SOLANA_SIGNATURE =
  '4wBqpZM9xaSheZzJSMawUKKwhdpChKbZ5eu5ky4Vigw2tgRNW9NjT9KJmaGFnGmqTGr1tTdmzxQkEB8jP5yNWkEH';

describe('what mining keeps', () => {
  it.each([
    ['mail me at jo.doe+x@mail.example please', 'mail me at [email] please'],
    ['call +1 415 555 0132 or 13800138000', 'call [phone] or [phone 2]'],
    ['IBAN GB82 WEST 1234 5698 7654 32', 'IBAN [iban]'],
    ['身份证 11010519491231002X', '身份证 [national-id]'],
    ['from 192.168.1.20 last night', 'from [ip] last night'],
    [`sent to ${EVM_ADDRESS}`, 'sent to [address]'],
    [`tx ${HASH}`, 'tx [transaction-hash]'],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '[address]'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdEFGH', 'token [api-key]'],
    ['aws secret hk043X6bUFgKSnwvFDRi0y6koTUNhmjZbQzkvySG', 'aws secret [api-key]'],
    ['binance api d2BS7qHW2cB3Hond7LmG7Jg03F20UvPKKUzd93NbDkmkFnG0dF86', 'binance api [api-key]'],
    [
      'binance api d2BS7qHW2cB3Hond7LmG7Jg03F20UvPKKUzd93NbDkmkFnG0dF86. It fails',
      'binance api [api-key]. It fails',
    ],
    ['密钥 3Zk1Pgk6BEUz0H5h86F8eKdEviGPfwSG', '密钥 [api-key]'],
    ['otp secret JBSWY3DPEHPK3PXPAB', 'otp secret [api-key]'],
    ['Hello, my name is Daniel Kerr.', 'Hello, my name is [name].'],
    ['nothing yet\n\nBest regards,\nDaniel Kerr', 'nothing yet\n\nBest regards,\n[name]'],
    ['nothing yet\n\nDaniel Kerr\njo@mail.example', 'nothing yet\n\n[name]\n[email]'],
    ['nothing yet\n\nD. Kerr', 'nothing yet\n\n[name]'],
    ['nothing yet\n\nApple Pay', 'nothing yet\n\nApple Pay'],
    ['有点慌。\n\n周敏\n手机 136 5521 0907', '有点慌。\n\n[name]\n手机 [phone]'],
    ['还没收到\n\n刘建国\n发自我的 HUAWEI Mate 60', '还没收到\n\n[name]\n发自我的 HUAWEI Mate 60'],
    ['我叫王小明，转账没到', '我叫[name]，转账没到'],
    ['my name is Leonie and I study', 'my name is [name] and I study'],
    ['my name is Aisha Rahman jo@mail.example', 'my name is [name] [email]'],
    ['(name: Anneke de Vries, account 4)', '(name: [name], account 4)'],
    ['nothing helped\n\n— Zhou, Melbourne', 'nothing helped\n\n— [name], Melbourne'],
    ['see the page ——Mandy', 'see the page ——[name]'],
    ['please answer. regards, Hana', 'please answer. regards, [name]'],
    ['你们给我打个电话行不 姓孙', '你们给我打个电话行不 姓[name]'],
    ['Dear Mrs Tranter,\nyour card', 'Dear Mrs [name],\nyour card'],
    [`sig ${SOLANA_SIGNATURE}`, 'sig [transaction-hash]'],
    ['eeUm5ogXzoNCnuyf7SLfbGdXo7jtQo2uEYtywhZLeWM9 is mine', '[address] is mine'],
    ['wallet 7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU', 'wallet [address]'],
    ['卡号 4242 4242 4242 4242 exp 08/29 cvv 311', '卡号 [card-number] cvv [card-security-code]'],
  ])('%j becomes %j', (text, redacted) => {
    expect(redact(text).text).toBe(redacted);
  });

  it.each([
    'I am Still Waiting for my usdt from Binance',
    'sent 1500 usdt over TRC20 on 2026-10-03 at 14:05, block 19283746',
    '我是新用户，币安提了三次都没到账',
    'ERC20 和 BEP20 有什么区别',
    'version 5.8.1 on iPhone 15 crashes',
    '订单号 36620917458，卡尾号 4444',
    'Dear Webmaster,\nyour site is down',
    'Dear Dr,\nthank you',
    'thanks, Support',
    'Visa — Please refund me',
    '您贵姓',
  ])('%j stays as it is', (text) => {
    expect(redact(text)).toEqual({ text, counts: {} });
  });

  it('gives the same value the same placeholder, and another one another', () => {
    expect(redact('jo@mail.example, JO@mail.example, al@mail.example, jo@mail.example').text).toBe(
      '[email], [email], [email 2], [email]',
    );
    expect(redact('+86 138 0013 8000 = 13800138000, 13900139000').text).toBe('[phone] = [phone], [phone 2]');
    expect(redact('Hi Joel,\nthanks. Regards,\nTom Baker').text).toBe(
      'Hi [name],\nthanks. Regards,\n[name 2]',
    );
    expect(redact(`${EVM_ADDRESS} ${EVM_ADDRESS.toLowerCase()}`).text).toBe('[address] [address]');
  });

  it('keeps addresses and hashes apart by pseudonyms that one key makes', () => {
    const withKey = (text: string, pseudonymKey = 'a key'): string => redact(text, { pseudonymKey }).text;
    const pseudonym = withKey(EVM_ADDRESS);
    expect(pseudonym).toMatch(/^\[address evm [0-9a-z]{10}\]$/);
    expect(withKey(`from ${EVM_ADDRESS.toLowerCase()} again`)).toBe(`from ${pseudonym} again`);
    expect(withKey(EVM_ADDRESS, 'another key')).not.toBe(pseudonym);
    expect(withKey(EVM_ADDRESS.replace('5', '6'))).not.toBe(pseudonym);
    expect(withKey(withKey(EVM_ADDRESS))).toBe(pseudonym);
    expect(withKey(`tx ${HASH}`)).toMatch(/^tx \[transaction-hash evm [0-9a-z]{10}\]$/);
    const hash = createHmac('sha256', 'a key').update(EVM_ADDRESS.toLowerCase()).digest('hex').slice(0, 16);
    expect(pseudonym).toContain(BigInt(`0x${hash}`).toString(36).slice(-10));
  });

  it.each([
    ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'btc'],
    ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'btc'],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'tron'],
    ['rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh', 'xrp'],
    ['eeUm5ogXzoNCnuyf7SLfbGdXo7jtQo2uEYtywhZLeWM9', 'sol'],
    ['bitcoincash:qpm2qsznhks23z7629mms6s5cwef74vcwvy22gdx6a', 'bch'],
    ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', 'dot'],
    [
      'xpub661MyMwAqRbcGPi875ik4X3kwoGJCATJTwTi693iAGdWCy95F9C8jD7fgrubsjFN6te45g1X8wbqKY8qSwCS2gxPmUYUZ96uL3iCh44tQcZ',
      'btc',
    ],
  ])('%s is of %s', (address, chain) => {
    expect(redact(address, { pseudonymKey: 'k' }).text).toMatch(new RegExp(`^\\[address ${chain} `));
  });

  it('makes pseudonyms that are taken out again where a text is compared with others', () => {
    // The longest: what is left of a ticket's text has no placeholder in it.
    for (const value of [
      `tx ${HASH}`,
      `sig ${SOLANA_SIGNATURE}`,
      HASH.slice(2),
      `sui 0x${'4e3a'.repeat(16)}`,
    ]) {
      const { text } = redact(value, { pseudonymKey: 'k' });
      expect(text).toContain('[');
      expect(text.replace(PLACEHOLDER, '')).not.toMatch(/[[\]]/);
    }
  });

  it('goes on counting through texts that belong together', () => {
    const placeholder = placeholders({});
    const redactNext = (text: string): string => replaceFindings(text, findAll(text), placeholder).text;
    expect(redactNext('from jo@mail.example')).toBe('from [email]');
    expect(redactNext('al@mail.example wrote to jo@mail.example')).toBe('[email 2] wrote to [email]');
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

  it('keeps what is left of a finding that another one overlaps', () => {
    const text = 'name: Anna-4242 4242 4242 4242';
    expect(redact(text).text).not.toMatch(/Anna|4242/);
  });

  it.each(
    [
      'a',
      'a.',
      'a@',
      'a@a.',
      'eyj-',
      'eyjaaaaaaaa.',
      '+',
      '\n',
      '\n ',
      '4',
      '4 ',
      '2-',
      '(',
      'thanks\n',
      '的 ',
    ].concat(['private key ', 'password ', '{"crypto":{', '4242424242424242 ', 'legal ']),
  )('gets through 100 KB of %j', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect(redact(text).text.length).toBeGreaterThan(0);
  });
});
