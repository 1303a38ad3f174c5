import { fold } from './fold.ts';
import { isAccount } from './mod97.ts';
import type { Finding } from './secret.ts';

/** How long an account number is in each country (ISO 13616, https://www.swift.com/standards/data-standards/iban). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18 ' +
    'fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 ' +
    'lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 sc31 ' +
    'sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30'
  )
    .split(' ')
    .map((country) => [country.slice(0, 2), Number(country.slice(2))]),
);
const BEGINNING = /(?<![0-9a-z])(?<country>[a-z]{2})\s?\d{2}/gu;
/** Between the digits, where people group them. */
const SIGN = String.raw`[\s.\-–—]?`;

/** Finds account numbers, as long as their country makes them, whose check digits fit: the word after one is none of it. */
export function findIbans(text: string, folded = fold(text)): Finding<'iban'>[] {
  return [...folded.matchAll(BEGINNING)].flatMap(({ 0: beginning, index: start, groups }) => {
    const length = LENGTHS.get(groups!['country']!);
    if (length === undefined) return [];
    const rest = restOf(length - 4);
    rest.lastIndex = start + beginning.length;
    if (!rest.test(folded)) return [];
    const end = rest.lastIndex;
    return isAccount(folded.slice(start, end)) ? [{ kind: 'iban', start, end }] : [];
  });
}

function restOf(length: number): RegExp {
  return new RegExp(`(?:${SIGN}[0-9a-z]){${length}}(?![0-9a-z])`, 'uy');
}
