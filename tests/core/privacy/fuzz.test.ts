import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../src/core/privacy/redact.ts';
import type { Finding } from '../../../src/core/privacy/secret.ts';

/** Bits of what the finders look for, so that chance builds near misses out of them. */
const pieces = fc.constantFrom(
  '4242 4242',
  '4242',
  'private key ',
  '私钥',
  'password: ',
  '密码是',
  '验证码',
  'cvv ',
  'legal winner thank year ',
  '的一是在',
  '助记词：',
  '第三个是',
  '我叫王',
  'Best regards,\n',
  'jo@mail.',
  '+86 138',
  '0x52908400098527886E0F',
  '\ud800',
  '\udc00',
  '\u200b',
  '\u0301',
  'ﬀ',
  '㊙',
  '<li>',
  '[',
  '{"crypto":{',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
    .map((parts) => parts.join('')),
);

function expectInOrder(findings: readonly Finding[], length: number): void {
  let end = 0;
  for (const finding of findings) {
    expect(finding.start).toBeGreaterThanOrEqual(end);
    expect(finding.end).toBeGreaterThan(finding.start);
    end = finding.end;
  }
  expect(end).toBeLessThanOrEqual(length);
}

describe('any text', () => {
  it('gets findings in order, within it, without overlaps', () => {
    fc.assert(
      fc.property(text, (string) => {
        expectInOrder(findAll(string), string.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['digits', '4'],
    ['digits and signs', '4-4 4.'],
    ['list words', 'legal winner '],
    ['list words glued', 'legalwinner'],
    ['words of many lists', 'abaco ábaco あいこくしん 가격 '],
    ['single letters', 'a b c '],
    ['Han', '的一是在不了有和'],
    ['lone Han', '的 一 '],
    ['names of phrases', '助记词是'],
    ['letters', 'a'],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['base 58', 'KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn'],
    ['hex', 'c0ffee11'],
    ['brackets', '['],
    ['numbers in brackets', '[1,2,'],
    ['braces', '{"crypto":{'],
    ['marks', '\u0301'],
    ['zero width', '\u200b4'],
    ['lone surrogates', '\ud800'],
    ['names of keys', 'private key '],
    ['names of passwords', 'password is '],
    ['names of codes', 'verification code '],
    ['Chinese names of codes', '验证码了的'],
    ['greetings', 'Dear Mr A. B. '],
    ['tags', '<li'],
    ['at signs', 'a@a.'],
    ['ordinals', '第一个'],
  ])('of 200,000 %s is read to the end', (_, piece) => {
    const string = piece.repeat(Math.ceil(200_000 / piece.length));
    expectInOrder(findAll(string), string.length);
  });
});
