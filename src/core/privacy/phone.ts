import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js';
import type { Finding } from './secret.ts';

const COUNTRIES: readonly CountryCode[] = ['CN', 'US', 'GB'];
/** The library's time grows with the square of what it is given: this much at a time, cut where no number goes on. */
const PIECE = /[\s\S]{1,500}(?<=[\p{L},;，。；\n])|[\s\S]{1,500}/gu;
/** No phone number is this long; the library would look for one at every digit. */
const ENDLESS = /[\d+().\-/]{41,}/g;
/** What comes before the number of an order or a case. */
const REFERENCE =
  /(?:订单|訂單|单号|單號|编号|編號|order|invoice|ref(?:erence)?|case|ticket|arn)(?:号|號|\s?(?:no|number|id))?[\s.:#：是]{0,3}$/i;

/**
 * Phone numbers, as libphonenumber finds them when read in China, the United States or the United Kingdom. It also takes
 * dates, block numbers and amounts for short local ones, which nobody gives to a support team: those stay.
 */
export function findPhones(text: string): Finding<'phone'>[] {
  return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
    const readable = piece.replace(ENDLESS, (run) => ' '.repeat(run.length));
    return COUNTRIES.flatMap((defaultCountry) =>
      findPhoneNumbersInText(readable, { defaultCountry, extended: false })
        .filter(({ startsAt, endsAt }) => isPhone(piece.slice(startsAt, endsAt), piece.slice(0, startsAt)))
        .map(({ startsAt, endsAt }) => ({
          kind: 'phone' as const,
          start: index + startsAt,
          end: index + endsAt,
        })),
    );
  });
}

function isPhone(written: string, before: string): boolean {
  if (written.replace(/\D/g, '').length < 10) return false;
  return !/^(?:19|20)\d\d[-/.]\d/.test(written) && !REFERENCE.test(before.slice(-24));
}
