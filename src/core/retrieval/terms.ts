import { comparableText, IDENTIFIER_WORDS } from './comparableText.ts';

/**
 * Words that say nothing about a problem. Kept short: "not", "no" and "never" do say something.
 */
const STOP_WORDS: ReadonlySet<string> = new Set([
  ...Object.values(IDENTIFIER_WORDS),
  ...(
    'a an and are as at be been but by for from had has have he her hi hello i if in into is it its me my of on or our ' +
    'please she so some that the their them then there they this to us was we were will with you your'
  ).split(' '),
]);

/** Runs of Han, or of letters and digits of other scripts: usdt转错链 is two. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * The terms of the lexical index, the same for texts and queries: words for alphabets; for Chinese, pairs of
 * neighbouring characters, which need no dictionary and find 助记词 inside any sentence.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of comparableText(text).toLowerCase().matchAll(RUN)) {
    if (!HAN.test(run)) {
      if (!STOP_WORDS.has(run)) terms.push(termOf(run));
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) terms.push(run);
    for (let i = 0; i + 1 < characters.length; i++) terms.push(characters[i]! + characters[i + 1]!);
  }
  return terms;
}

/**
 * The term of a word in small letters: a light English stemmer, after the plural step of Harman's S-stemmer ("How effective is suffixing?", 1991) with
 * -ed and -ing taken off too, so that "arrived", "arrives" and "arriving" meet.
 */
export function termOf(word: string): string {
  if (word.length <= 4 || /\d/.test(word)) return word;
  return word
    .replace(/(?:ing|ed|es|s|e)$/, (suffix) => (suffix === 's' && word.endsWith('ss') ? suffix : ''))
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}
