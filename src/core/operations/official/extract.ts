import type { Candidate, Found } from './candidate.ts';
import { findHandles } from './handles.ts';
import { readWord } from './links.ts';
import { findPhones } from './phones.ts';
import { plainText } from './plainText.ts';
import { findWallets } from './wallets.ts';
import { wordsOf } from './words.ts';

/**
 * Finds everything in a text that may be a company's or an impostor's: links, email addresses, accounts, apps, phone numbers
 * and wallet addresses, each once, in the order of the text. What is found is judged by judge.ts.
 *
 * @param guesses whether also words that only stand beside a platform's name, for somebody who will see which are like ours
 */
export function extractCandidates(text: string, guesses = false): Candidate[] {
  const plain = plainText(text);
  const linked = wordsOf(plain).flatMap(({ text: word, start }) => {
    const candidate = readWord(word);
    return candidate ? [{ candidate, start, end: start + word.length }] : [];
  });
  // Digits of a link are no phone number: what was read is not read again.
  const wallets = findWallets(without(plain, linked));
  const handles = findHandles(plain, without(plain, [...linked, ...wallets]), guesses);
  const phones = findPhones(without(plain, [...linked, ...wallets, ...handles]));
  const found = [...linked, ...wallets, ...handles, ...phones].sort((one, other) => one.start - other.start);
  const seen = new Set<string>();
  return found.flatMap(({ candidate }) => {
    const key = `${candidate.kind} ${candidate.text.toLowerCase()}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [candidate];
  });
}

/** The text with blanks where something was found, so that positions stay. */
function without(text: string, found: readonly Found[]): string {
  return found.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}
