import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_LISTS } from '../../../src/core/privacy/allLists.ts';
import { hitCounter, reversed } from '../../../src/core/privacy/hits.ts';
import { seams, vocabularyOf, type Vocabulary } from '../../../src/core/privacy/vocabulary.ts';
import { wordsOf } from '../../../src/core/privacy/words.ts';

const lists = ALL_LISTS.filter(({ script }) => script === 'letters');
const vocabularies = lists.map(vocabularyOf);
const hitsIn = hitCounter(vocabularies);

const listed = fc.constantFrom(...lists.flatMap(({ words }) => words.slice(0, 400)));
const word = fc.oneof(
  listed,
  listed.map(reversed),
  fc.constantFrom('the', 'zebras', '助记词', 'ñandú', 'prod', 'x'),
  fc.stringMatching(/^[a-z]{1,9}$/),
);

describe('hits', () => {
  it('are what looking into every list for every word gives', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const tokens = wordsOf(words.join(' '));
        const { forwards, backwards } = hitsIn(tokens);
        vocabularies.forEach(({ known }, list) => {
          expect(forwards[list]).toBe(tokens.filter((token) => known.has(token.word)).length);
          expect(backwards[list]).toBe(tokens.filter((token) => known.has(reversed(token.word))).length);
        });
      }),
    );
  });
});

/** The definition, slowly: from the left, each place that can be reached by whole words, and the first way to reach it. */
function seamsSlowly(text: string, { known, stems }: Vocabulary): number[] {
  if (known.has(text)) return [];
  const ways: (number[] | undefined)[] = [[]];
  for (let at = 0; at < text.length; at++) {
    for (let to = at + 1; to <= text.length; to++) {
      const part = text.slice(at, to);
      const way = ways[at];
      if (way && !ways[to] && known.has(part) && !stems.has(part)) ways[to] = [...way, to];
    }
  }
  const found = ways[text.length] ?? [];
  return found.length < 3 ? [] : found;
}

describe('seams', () => {
  it('are those of trying every part of a word in every list', () => {
    const glued = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          glued,
          fc.array(listed, { maxLength: 5 }).map((words) => words.join('')),
        ),
        (text) => {
          for (const { word: one } of wordsOf(text))
            for (const vocabulary of vocabularies)
              expect(seams(one, vocabulary)).toEqual(seamsSlowly(one, vocabulary));
        },
      ),
    );
  });
});
