import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainClassifier } from '../../../src/core/retrieval/tuning/trainClassifier.ts';
import {
  countTerms,
  deserializeClassifier,
  LARGEST_WEIGHT,
  serializeClassifier,
  weighedTerms,
  wordEvidence,
  type WordClassifier,
} from '../../../src/core/retrieval/wordClassifier.ts';

/** Ways that share their commonest word, so that nearness alone is undecided. */
const LIMIT_ON_CARD = ['card', 'shop', 'terminal', 'till', 'contactless', 'pay', 'spend', 'plastic'];
const LIMIT_ON_BUYING = ['buy', 'purchase', 'order', 'crypto', 'weekly', 'checkout', 'euros', 'bank'];
const ways = (words: readonly string[]): string[] =>
  words.flatMap((word, i) => [`limit ${word}`, `${word} limit ${words[(i + 1) % words.length]}`]);
const FOREIGN = [
  'speed limit on this road',
  'sugar limit a day',
  'the limit of a sequence',
  'speed camera fine',
];
const learned = (): WordClassifier =>
  trainClassifier(
    [ways(LIMIT_ON_CARD), ways(LIMIT_ON_BUYING), ['limit reached']],
    FOREIGN.flatMap((text) => [text, `${text} please`]),
  );

describe('what words say', () => {
  const classifier = learned();
  const firstOf = (text: string): number => {
    const { articles, none } = wordEvidence(text, classifier, 3);
    const logits = [...articles.subarray(0, 2), none];
    return logits.indexOf(Math.max(...logits));
  };

  it('is decided by the words that tell, whatever the texts have in common', () => {
    expect(['limit at the till', 'my plastic has a limit', 'limit when i spend'].map(firstOf)).toEqual([
      0, 0, 0,
    ]);
    expect(['weekly limit', 'limit on a crypto order', 'euros limit at checkout'].map(firstOf)).toEqual([
      1, 1, 1,
    ]);
    expect(['speed limit', 'sugar limit', 'limit of a sequence'].map(firstOf)).toEqual([2, 2, 2]);
  });

  it('is nothing for an article with too few ways to learn from', () => {
    expect(classifier.articles).toEqual([0, 1]);
    expect(wordEvidence('limit reached', classifier, 3).articles[2]).toBe(0);
  });

  it('is the same for every text without a known word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[q-z]{6,12}( [q-z]{6,12}){0,5}$/), (text) => {
        const { articles, none } = wordEvidence(text, classifier, 3);
        expect([articles[0], articles[1], none]).toEqual(classifier.biases);
      }),
    );
  });

  it('is learned the same way each time', () => {
    expect(serializeClassifier(learned())).toEqual(serializeClassifier(classifier));
  });

  it('is nothing at all where no article has enough ways', () => {
    const empty = trainClassifier([['card limit'], []], FOREIGN);
    expect(wordEvidence('card limit', empty, 2)).toEqual({ articles: new Float64Array(2), none: 0 });
    expect(deserializeClassifier(serializeClassifier(empty))).toEqual(empty);
  });
});

describe('the terms of a text', () => {
  it('count for 1 together, as squares, and less the commoner they are', () => {
    const terms = countTerms(['card limit', 'card lost', 'card pin', 'limit', 'lost pin', 'lost limit']);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('card', 'limit', 'lost', 'pin', 'unknown'), { minLength: 1 }),
        (words) => {
          const weighed = weighedTerms(words.join(' '), terms);
          expect(weighed.reduce((sum, { value }) => sum + value * value, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
    const [known, unknown] = weighedTerms('card unknown', terms);
    expect(unknown!.row).toBeUndefined();
    expect(known!.value).toBeLessThan(unknown!.value);
  });
});

describe('a classifier as it is served', () => {
  it('says what it said before', () => {
    const weight = fc.integer({ min: -LARGEST_WEIGHT, max: LARGEST_WEIGHT });
    const classifiers = fc
      .tuple(fc.uniqueArray(fc.stringMatching(/^[a-z\u4e00-\u9fa5]{1,8}$/)), fc.integer({ min: 1, max: 5 }))
      .chain(([terms, classes]) =>
        fc.record({
          terms: fc.constant({
            texts: 9,
            rows: new Map(terms.map((term, row) => [term, { row, count: 3 + row }])),
          }),
          articles: fc.constant(Array.from({ length: classes - 1 }, (_, i) => i)),
          weights: fc
            .array(weight, { minLength: terms.length * classes, maxLength: terms.length * classes })
            .map((weights) => Int8Array.from(weights)),
          biases: fc.array(fc.double({ noNaN: true, min: -9, max: 9 }), {
            minLength: classes,
            maxLength: classes,
          }),
        }),
      );
    fc.assert(
      fc.property(classifiers, (classifier) => {
        const file = JSON.stringify(serializeClassifier(classifier));
        // A weight that JSON has to escape would cost two bytes.
        expect(JSON.parse(file).weights).toHaveLength(classifier.weights.length);
        expect(file).not.toContain('\\');
        expect(deserializeClassifier(JSON.parse(file))).toEqual(
          deserializeClassifier(serializeClassifier(classifier)),
        );
        expect(deserializeClassifier(JSON.parse(file)).weights).toEqual(classifier.weights);
      }),
    );
  });
});
