import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { fold } from './fold.ts';
import type { Finding } from './secret.ts';
import { tokens, windows, withoutOrdinals, type Token } from './token.ts';

const LIST = new Set(wordlist);
/** The first four letters tell every word of the list from every other, and some note down no more. */
const KNOWN = new Set([...wordlist, ...wordlist.map((word) => word.slice(0, 4))]);
/**
 * What stands between the words of a phrase and is none: 1st, No. 2, w3, c), iv., a list's tags, "and", 一, 是. Words of the
 * list never do: "then" is one.
 */
const FILLER =
  /^(?:[a-l]|st|nd|rd|th|no|nr|w|words|li|ul|ol|p|br|div|and|i{1,3}|iv|vi{0,3}|ix|xi{0,2}|\p{Script=Han}|十[一二])$/u;
/** The words of the list that prose is made of. Four of them in twelve are prose; chance puts them there never. */
const COMMON = new Set(
  (
    'about again all also before call can come end ever example good have help into just keep kind like make more ' +
    'must need never now off often once one only open other over own people place please put right same such sure ' +
    'that there they thing this time under until update upon use used very wait want way what when where will ' +
    'work year you your'
  )
    .split(' ')
    .filter((word) => LIST.has(word)),
);
const SHORTEST = 12;
/** A part of a phrase is refused too: eight words leave a thief no more than four to find. */
const PART = 8;

/**
 * Twelve words in a row of which at least eleven are on the list, or eight with nothing between them; running text has
 * about one in five.
 */
export function findEnglishPhrases(text: string): Finding<'recovery-phrase'>[] {
  const isKnown = ({ word }: Token): boolean => KNOWN.has(word);
  // More Chinese than a numeral between English words breaks the row: its prose may name many things in English.
  const words = tokens(withoutOrdinals(fold(text)), /[a-z]+|\p{Script=Han}+/gu).filter(
    ({ word }) => !FILLER.test(word),
  );
  return [
    // A phrase of common words would pass for prose, but for its checksum.
    ...windows(words, SHORTEST, 0, isKnown).filter(passesChecksum),
    ...windows(words, SHORTEST, 1, isKnown).filter(isNoProse(4)),
    ...windows(words, PART, 0, isKnown).filter(isNoProse(2)).filter(isVaried),
  ].map((row) => ({ kind: 'recovery-phrase', start: row[0]!.start, end: row.at(-1)!.end }));
}

function isNoProse(common: number): (row: readonly Token[]) => boolean {
  return (row) => row.filter(({ word }) => COMMON.has(word)).length < common;
}

function passesChecksum(row: readonly Token[]): boolean {
  return validateMnemonic(row.map(({ word }) => word).join(' '), wordlist);
}

/** Lists in manuals repeat themselves ("LATIN SMALL LETTER A"); eight words drawn by chance hardly ever do. */
function isVaried(row: readonly Token[]): boolean {
  return new Set(row.map(({ word }) => word)).size > PART - 3;
}
