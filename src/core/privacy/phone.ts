import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js';
import type { Finding } from './secret.ts';

const COUNTRIES: readonly CountryCode[] = ['CN', 'US', 'GB'];
/** The library's time grows with the square of what it is given: this much at a time, cut where no number goes on. */
const PIECE = /[\s\S]{1,500}(?<=[\p{L},;，。；\n])|[\s\S]{1,500}/gu;
/** No phone number is this long; the library would look for one at every digit. */
const ENDLESS = /[\d+().\-/]{41,}|\d(?:[\s+().\-/]{0,2}\d){60,}/g;
/** What comes before the number of an order or a case. */
const REFERENCE =
  /(?:订单|訂單|单号|單號|编号|編號|流水|order|invoice|ref(?:erence)?|case|ticket|arn|tracking|awb|parcel|serial|imei|block|高度|区块|receipt|transaction|txn|batch|uid|user id|account|tax|code|invite)(?:号|號|\s?(?:no|number|id))?[\s.:#：是]{0,3}$/i;

/** What has fewer digits than ten holds no number that is taken: the library, which is slow, need not look. */
const ENOUGH_DIGITS = /(?:\d\D*){10}/;

/** A Chinese mobile number as people write and hide it: in threes and fours, after a word that the library takes amiss. */
const CHINESE_MOBILE = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.]*\d)/gu;

/**
 * Phone numbers, as libphonenumber finds them when read in China, the United States or the United Kingdom. It also takes
 * dates, block numbers and amounts for short local ones, which nobody gives to a support team: those stay.
 */
export function findPhones(text: string): Finding<'phone'>[] {
  const mobiles = [...text.matchAll(CHINESE_MOBILE)]
    .filter(({ index }) => !REFERENCE.test(text.slice(Math.max(0, index - 24), index)))
    .map(({ 0: number, index }) => ({ kind: 'phone' as const, start: index, end: index + number.length }));
  return [...mobiles, ...foundByLibrary(text)];
}

function foundByLibrary(text: string): Finding<'phone'>[] {
  if (!ENOUGH_DIGITS.test(text)) return [];
  return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
    if (!ENOUGH_DIGITS.test(piece)) return [];
    const readable = piece.replace(ENDLESS, (run) => ' '.repeat(run.length));
    return COUNTRIES.flatMap((defaultCountry) =>
      findPhoneNumbersInText(readable, { defaultCountry, extended: false })
        .filter(({ startsAt, endsAt }) =>
          isPhone(
            piece.slice(startsAt, endsAt),
            text.slice(Math.max(0, index + startsAt - 24), index + startsAt),
          ),
        )
        .map(({ startsAt, endsAt }) => ({
          kind: 'phone' as const,
          start: index + startsAt,
          end: index + endsAt,
        })),
    );
  });
}

function isPhone(written: string, before: string): boolean {
  if (!ENOUGH_DIGITS.test(written)) return false;
  // A date, or the seconds since 1970.
  if (/^(?:19|20)\d\d[-/.]\d|^1[5-9]\d{8}$/.test(written)) return false;
  // What stands after a decimal point is no number by itself.
  return !/\d[.,]$/.test(before) && !REFERENCE.test(before);
}
