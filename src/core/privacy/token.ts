/** A word of a text and where it stands, in UTF-16 units, `end` exclusive. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** "The third one is": takes the place of a number before a word. */
const ORDINAL = /第[\d一二三四五六七八九十]{1,3}[个個]?(?:单?[字词詞])?[是为為]?/g;

/** The text with blanks for Chinese ordinals, unit for unit. */
export function withoutOrdinals(text: string): string {
  return text.replace(ORDINAL, (ordinal) => ' '.repeat(ordinal.length));
}

/** What of a text a pattern takes for a word. */
export function tokens(text: string, pattern: RegExp): Token[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

/** All windows of so many tokens that begin and end with a hit and have at most so many misses in between. */
export function windows(
  all: readonly Token[],
  size: number,
  misses: number,
  isHit: (token: Token) => boolean,
): (readonly Token[])[] {
  const hits = all.map(isHit);
  const found: (readonly Token[])[] = [];
  let inWindow = 0;
  for (let last = 0; last < all.length; last++) {
    const first = last - size + 1;
    inWindow += Number(hits[last]) - Number(hits[first - 1] ?? false);
    if (first < 0 || !hits[first] || !hits[last] || inWindow < size - misses) continue;
    found.push(all.slice(first, last + 1));
  }
  return found;
}
