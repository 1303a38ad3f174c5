import { SHORTEST, type Row } from './letterRow.ts';
import { seams, type Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/**
 * The words, those run together from words of the list as those words; the same array if there are none.
 * @param long those of them that are long enough, see `shortestGlued`
 */
export function unglued(words: Row, long: Row, vocabulary: Vocabulary): Row {
  if (!long.some((token) => seamsIn(token, vocabulary).length > 0)) return words;
  return words.flatMap((token) => {
    const ends = seamsIn(token, vocabulary);
    if (ends.length === 0) return [token];
    const { word, start } = token;
    return ends.map((to, i) => {
      const from = ends[i - 1] ?? 0;
      return { word: word.slice(from, to), start: start + from, end: start + to, gap: '' };
    });
  });
}

/** Where letters and units of the text are not one to one, nothing can be said of positions within the word. */
function seamsIn({ word, start, end }: Token, vocabulary: Vocabulary): readonly number[] {
  return word.length === end - start ? seams(word, vocabulary) : [];
}

/** Long rows of single letters: `l e g a l, w i n …`. */
export function spelledOut(words: readonly Token[]): (readonly Token[])[] {
  const rows: (readonly Token[])[] = [];
  for (let first = 0, last = 0; first < words.length; first = ++last) {
    while (last < words.length && words[last]!.word.length === 1) last++;
    if (last - first >= SHORTEST * 3) rows.push(words.slice(first, last));
  }
  return rows;
}

/** The words that a row of letters spells. */
export function joined(letters: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const word = letters.map((letter) => letter.word).join('');
  const ends = seams(word, vocabulary);
  return ends.map((to, i) => {
    const from = ends[i - 1] ?? 0;
    return { word: word.slice(from, to), start: letters[from]!.start, end: letters[to - 1]!.end, gap: '' };
  });
}
