import { describe, expect, it } from 'vitest';
import { findIbans } from '../../../src/core/privacy/iban.ts';

/** Examples of the registry (https://www.swift.com/standards/data-standards/iban). */
const ACCOUNTS =
  'AD1200012030200359100100 AT611904300234573201 BE68539007547034 BG80BNBG96611020345678 CH9300762011623852957 CY17002001280000001200527600 CZ6508000000192000145399 DE89370400440532013000 DK5000400440116243 EE382200221020145685 ES9121000418450200051332 FI2112345600000785 FR1420041010050500013M02606 GB29NWBK60161331926819 GI75NWBK000000007099453 GR1601101250000000012300695 HR1210010051863000160 HU42117730161111101800000000 IE29AIBK93115212345678 IS140159260076545510730339 IT60X0542811101000000123456 LI21088100002324013AA LT121000011101001000 LU280019400644750000 LV80BANK0000435195001 MC5811222000010123456789030 MT84MALT011000012345MTLCAST001S NL91ABNA0417164300 NO9386011117947 PL61109010140000071219812874 PT50000201231234567890154 RO49AAAA1B31007593840000 SE4550000000058398257466 SI56263300012039086 SK3112000000198742637541 SM86U0322509800000000270100 TR330006100519786457841326 AE070331234567890123456'.split(
    ' ',
  );

const found = (text: string): string[] => findIbans(text).map(({ start, end }) => text.slice(start, end));

describe('account numbers', () => {
  it.each([
    '',
    ' not credited',
    ' is my iban',
    ' was sent',
    ', pls',
    ' a day ago',
    ' 没到账',
    '\nname on it',
  ])('end where their country ends them, before %j', (after) => {
    for (const account of ACCOUNTS) {
      const fours = account.match(/.{1,4}/g)!;
      for (const written of [
        account,
        fours.join(' '),
        fours.join('-'),
        fours.join('.'),
        account.toLowerCase(),
      ])
        expect(found(`from ${written}${after}`)).toEqual([written]);
    }
  });

  it('fit their check digits', () => {
    for (const account of ACCOUNTS) {
      const last = account.at(-1)!;
      expect(
        found(account.slice(0, -1) + (last === '9' ? '8' : String.fromCharCode(last.charCodeAt(0) + 1))),
      ).toEqual([]);
    }
  });

  it.each([
    'at 20 people waited there for more than 12 days',
    'XX12 3456 7890 1234 5678',
    'DE89 3704 0044 0532 0130 001',
    'SEPA to de 89 was sent twice',
  ])('are not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
