import type { LexicalIndex } from './lexicalIndex.ts';
import { termsOf } from './terms.ts';
import type { UnitPlace } from './knowledgeIndex.ts';

/** In how many of some texts each term occurs. */
export interface TermCounts {
  readonly texts: number;
  readonly frequencies: ReadonlyMap<string, number>;
}

/** The same, as it is served: the terms in order with a space between, and their counts. */
export interface SerializedCounts {
  readonly texts: number;
  readonly terms: string;
  readonly counts: readonly number[];
}

/** What the words of one language say about whether a text is about what the articles are about. */
export interface TopicWords {
  /** Among what people say whom an article answers: titles, questions and phrasings. */
  readonly own: TermCounts;
  /** Among messages that no article answers. */
  readonly foreign: TermCounts;
}

/** What a text's words say about that, in natural logarithms of odds; 0 says nothing, less than 0 speaks against. */
export interface WordEvidence {
  readonly sum: number;
  /** Of the word that speaks most against; 0 if none does. */
  readonly least: number;
}

/** Added to every count, so that a word seen once is not taken for proof. */
const SMOOTHING = 0.3;
/** What a person says is at the beginning. */
const MAX_CHARACTERS = 2_000;

export function countTerms(texts: readonly string[]): TermCounts {
  const frequencies = new Map<string, number>();
  for (const text of texts)
    for (const term of new Set(termsOf(text))) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return { texts: texts.length, frequencies };
}

export function serializeCounts({ texts, frequencies }: TermCounts): SerializedCounts {
  const terms = [...frequencies.keys()].sort();
  return { texts, terms: terms.join(' '), counts: terms.map((term) => frequencies.get(term)!) };
}

export function deserializeCounts({ texts, terms, counts }: SerializedCounts): TermCounts {
  return { texts, frequencies: new Map(terms.split(' ').map((term, i) => [term, counts[i] ?? 0])) };
}

/** The counts of what people say, which the postings of the lexical index hold already. */
export function ownCounts({ postings }: LexicalIndex, units: readonly UnitPlace[]): TermCounts {
  const isSaid = units.map(({ kind }) => kind !== 'passage');
  const frequencies = new Map<string, number>();
  for (const [term, { texts }] of postings) {
    let count = 0;
    for (const text of texts) if (isSaid[text]) count++;
    if (count > 0) frequencies.set(term, count);
  }
  return { texts: isSaid.filter(Boolean).length, frequencies };
}

/**
 * Naive Bayes over the terms of a text, pooled over languages: a single word such as "dentist" or 原神 tells off-topic text
 * that is otherwise put like a problem of ours ("my dentist refuses to refund my deposit").
 */
export function wordEvidence(text: string, languages: readonly TopicWords[]): WordEvidence {
  const total = (side: keyof TopicWords): number =>
    languages.reduce((sum, words) => sum + words[side].texts, 0);
  const [own, foreign] = [total('own'), total('foreign')];
  const share = (side: keyof TopicWords, term: string, texts: number): number => {
    let count = SMOOTHING;
    for (const words of languages) count += words[side].frequencies.get(term) ?? 0;
    return count / (texts + 2 * SMOOTHING);
  };
  let [sum, least] = [0, 0];
  if (own === 0 || foreign === 0) return { sum, least };
  for (const term of new Set(termsOf(text.slice(0, MAX_CHARACTERS)))) {
    const odds = Math.log(share('own', term, own) / share('foreign', term, foreign));
    sum += odds;
    least = Math.min(least, odds);
  }
  return { sum, least };
}
