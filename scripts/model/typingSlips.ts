import type { Random } from '../../src/core/random.ts';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * The same text with a typing slip in some of its longer Latin words: two letters swapped, one dropped, doubled, or hit
 * beside its key. Chinese stays as it is.
 * @param share of the words that get one
 */
export function withSlips(text: string, share: number, random: Random): string {
  return text.replace(/[a-z]{4,}/gi, (word) => (random() < share ? slip(word, random) : word));
}

function slip(word: string, random: Random): string {
  // The first letter is rarely the wrong one.
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const kind = random();
  if (kind < 0.35) return before + after[0]! + letter + after.slice(1);
  if (kind < 0.6) return before + after;
  if (kind < 0.75) return before + letter + letter + after;
  return before + beside(letter, random) + after;
}

function beside(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  if (!row) return letter;
  const at = row.indexOf(letter.toLowerCase());
  return row[at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (random() < 0.5 ? 1 : -1)]!;
}
