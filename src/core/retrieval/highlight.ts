import { sentencesOf, type Span } from './sentences.ts';
import { termsOf } from './terms.ts';

/** Which sentence answers a query, and which words it has in common with it. */
export interface Highlight {
  /** A sentence of the passage. */
  readonly sentence: string;
  /** Words that the query has too, in order, never overlapping: of the title, and of the sentence. */
  readonly marks: { readonly title: readonly Span[]; readonly sentence: readonly Span[] };
}

/** What a person says is at the beginning. */
const MAX_CHARACTERS = 2_000;
/** Words that are matched like others, but tell a reader nothing when marked; Chinese: a pair with one of these in it. */
const QUIET = new Set(
  termsOf(
    'not no never do does did done can could cannot how what when where which who why just get got go any all out up ' +
      'now one than too very more only someone somebody something anyone anything say says said s t m re ve ll d',
  ),
);
const PARTICLE = /[的了吗呢吧啊呀嘛我你您他她它是在就都也还和与这那么们里]/u;

/**
 * Chooses the sentence of a passage that has most in common with a query, the rarer a word the more it counts; the
 * first one if none has anything.
 *
 * @param rarity how much a term is worth, 0 or more
 */
export function highlight(
  query: string,
  title: string,
  passage: string,
  rarity: (term: string) => number,
): Highlight {
  const asked = new Set(termsOf(query.slice(0, MAX_CHARACTERS)).filter(isTelling));
  let best = { sentence: '', score: -1 };
  for (const { start, end } of sentencesOf(passage)) {
    const sentence = passage.slice(start, end);
    const shared = new Set(termsOf(sentence).filter((term) => asked.has(term)));
    const score = [...shared].reduce((sum, term) => sum + rarity(term), 0);
    if (score > best.score) best = { sentence, score };
  }
  const { sentence } = best;
  return { sentence, marks: { title: sharedWords(title, asked), sentence: sharedWords(sentence, asked) } };
}

/** Terms are made of comparable text, whose positions are not the text's: so each word is compared by itself. */
function sharedWords(text: string, asked: ReadonlySet<string>): Span[] {
  const isShared = (word: string): boolean => termsOf(word).some((term) => asked.has(term));
  const spans: { start: number; end: number }[] = [];
  for (const { index, 0: run } of text.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    for (const [start, end] of pieces(run)) {
      if (!isShared(run.slice(start, end))) continue;
      const last = spans.at(-1);
      if (last && last.end >= index + start) last.end = index + end;
      else spans.push({ start: index + start, end: index + end });
    }
  }
  return spans;
}

/** A word is one piece, a run of Chinese characters every pair of neighbours: what a term is made of. */
function pieces(run: string): (readonly [start: number, end: number])[] {
  const characters = [...run];
  if (characters.length === 1 || !/^\p{Script=Han}/u.test(run)) return [[0, run.length]];
  let at = 0;
  return characters.slice(1).map((second, i) => {
    const start = at;
    at += characters[i]!.length;
    return [start, at + second.length];
  });
}

function isTelling(term: string): boolean {
  return !QUIET.has(term) && !PARTICLE.test(term);
}
