import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js';
import type { Finding } from './secret.ts';

const COUNTRIES: readonly CountryCode[] = ['CN', 'US', 'GB'];
/** The library's time grows with the square of what it is given: this much at a time, cut where no number goes on. */
const PIECE = /[\s\S]{1,500}(?<=[\p{L},;，。；\n])|[\s\S]{1,500}/gu;
/** No phone number is this long, or like a card; the library would look for one at every digit. */
const ENDLESS = /(?<!\d)\d{4}(?:[ -]\d{4}){3}(?!\d)|[\d+().\-/]{41,}|\d(?:[\s+().\-/]{0,2}\d){60,}/g;
/** What comes before the number of an order or a case, a memo, an amount, a version. */
const REFERENCE =
  /(?:订单|訂單|单号|單號|编号|編號|流水|备注|備註|标签|余额|餘額|金额|金額|数量|价格|哈希码?|order|oredr|purchase|invoice|ref(?:erence)?|case|ticket|arn|tracking|awb|parcel|serial|imei|block|高度|区块|receipt|transaction|txn|batch|uid|user id|account|tax|code|invite|memo|(?:destination )?tag|balance|amount|total|price|nonce|timestamp|版本|version)(?:号|號|\s?(?:no|number|id))?(?:\s(?:is|was|of)\s|[\s.:#：=是为]{0,3})$/i;
/** What follows an amount, or the rest of one. */
const UNIT =
  /^(?:[.,]\d|\s?(?:sats?|satoshis?|g?wei|lamports?|usd[tc]?|eur|gbp|idr|vnd|krw|jpy|cny|rmb|ngn|inr|btc|eth|bnb|trx|sol|xrp|doge|shib|pepe|tokens?|coins?|dollars?|euros?|元|块|美元|个|個|枚|聪|次|秒|毫秒|字节|ms|bytes?)(?![a-z]))/i;
/** Without a country code in front, no number is longer. */
const LONGEST = 13;

/** A number that is taken has ten digits or more. */
const ENOUGH_DIGITS = /(?:\d\D*){10}/;
/** So near to one another as in a number: the library, which is slow, need not look where there is no such run. */
const RUN_OF_DIGITS = /\d(?:[-\s().+/~\[\]‐-―−ー]{0,4}\d){9}/;

/**
 * A Chinese mobile number as people write and hide it: in threes and fours, in characters, after a word that the library
 * takes amiss.
 */
const CHINESE_MOBILE =
  /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.]*\d)|(?<![〇零幺一二三四五六七八九十])[幺一][三四五六七八九][〇零幺一二三四五六七八九]{9}(?![〇零幺一二三四五六七八九十])/gu;

/**
 * Phone numbers, as libphonenumber finds them when read in China, the United States or the United Kingdom. It also takes
 * dates, block numbers and amounts for short local ones, which nobody gives to a support team: those stay.
 */
export function findPhones(text: string): Finding<'phone'>[] {
  const mobiles = [...text.matchAll(CHINESE_MOBILE)]
    .map(({ 0: number, index }) => ({ kind: 'phone' as const, start: index, end: index + number.length }))
    .filter(({ start, end }) => !isOfSomethingElse(text, start, end));
  return [...mobiles, ...foundByLibrary(text)];
}

function foundByLibrary(text: string): Finding<'phone'>[] {
  if (!RUN_OF_DIGITS.test(text)) return [];
  return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
    if (!RUN_OF_DIGITS.test(piece)) return [];
    const readable = piece.replace(ENDLESS, (run) => ' '.repeat(run.length));
    return COUNTRIES.flatMap((defaultCountry) =>
      findPhoneNumbersInText(readable, { defaultCountry, extended: false })
        .map(({ startsAt, endsAt }) => ({
          kind: 'phone' as const,
          start: index + startsAt,
          end: index + endsAt,
        }))
        .filter(({ start, end }) => looksLikePhone(text, start, end) && !isOfSomethingElse(text, start, end)),
    );
  });
}

function looksLikePhone(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  if (!ENOUGH_DIGITS.test(written)) return false;
  // A date, the seconds since 1970, an amount, a version.
  if (
    /^(?:19|20)\d\d[-/.]\d|^1[5-9]\d{8}$|^\d+\.\d+$|^\d{1,2}(?:\.\d{1,3}){1,2}[-.]\d{6,8}$|^\d{3}\.\d{1,2}-|^(\d{3})\d{1,3}-\1\d{1,3}$|^\d0{8,}$/.test(
      written,
    )
  )
    return false;
  if (!/^(?:\+|00)/.test(written) && written.replace(/\D/g, '').length > LONGEST) return false;
  // The largest numbers of a computer.
  return !/^-?214748364[78]$/.test(written);
}

/** Whether the words around a number say that it is no phone's, or make it a part of another number or a name. */
function isOfSomethingElse(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 32), start);
  return /\d[.,]$|@$/.test(before) || REFERENCE.test(before) || UNIT.test(text.slice(end, end + 12));
}
