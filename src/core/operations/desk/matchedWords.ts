import type { Suggestion } from '../../retrieval/suggest.ts';

/** Words shown at most: enough to see why, few enough to read. */
const MOST = 8;

const HAN = /\p{Script=Han}/u;
const SEGMENTS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters that say nothing at the beginning or end of a word. */
const EMPTY = '的了在是我你他她它到就也和与都又还很把被给这那吗呢吧啊';
const EDGES = new RegExp(`^[${EMPTY}]+|[${EMPTY}]+$`, 'g');

/** The words that a ticket and an article's title and best sentence have in common, each once, in order. */
export function matchedWords({
  title,
  sentence,
  marks,
}: Pick<Suggestion, 'title' | 'sentence' | 'marks'>): string[] {
  const words = [
    ...marks.title.map(({ start, end }) => title.slice(start, end)),
    ...marks.sentence.map(({ start, end }) => sentence.slice(start, end)),
  ].flatMap(wordsIn);
  const seen = new Map(words.map((word) => [word.toLowerCase(), word]));
  return [...seen.values()].slice(0, MOST);
}

/**
 * The words of a mark. Chinese is compared by pairs of characters, and a mark is where they meet: 到交易哈希 is two words
 * and a half. Characters that the segmenter leaves by themselves are one word together, such as 助记词.
 */
function wordsIn(marked: string): string[] {
  if (!HAN.test(marked)) return [marked];
  const words: string[] = [];
  let singles = '';
  const end = (): void => {
    const core = singles.replace(EDGES, '');
    const word = core.length > 1 ? core : singles;
    if (word.length > 1) words.push(word);
    singles = '';
  };
  for (const { segment, isWordLike } of SEGMENTS.segment(marked)) {
    if ([...segment].length === 1 && HAN.test(segment)) {
      singles += segment;
      continue;
    }
    end();
    if (isWordLike) words.push(segment);
  }
  end();
  return words;
}
