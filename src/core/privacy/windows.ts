import type { Token } from './words.ts';

/** A row of tokens, of which some are hits, counted once for windows of any size. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** How many of the tokens before each place are hits. */
  readonly hitsBefore: Uint32Array;
}

export function readingOf(tokens: readonly Token[], isHit: (token: Token) => boolean): Reading {
  const hitsBefore = new Uint32Array(tokens.length + 1);
  for (let place = 0; place < tokens.length; place++)
    hitsBefore[place + 1] = hitsBefore[place]! + Number(isHit(tokens[place]!));
  return { tokens, hitsBefore };
}

/** All windows of so many tokens that begin and end with a hit and have at most so many misses in between. */
export function* windowsOf(
  { tokens, hitsBefore }: Reading,
  size: number,
  misses: number,
): Generator<readonly Token[]> {
  const least = size - misses;
  if (hitsBefore[tokens.length]! < least) return;
  for (let end = size; end <= tokens.length; end++) {
    const first = end - size;
    if (hitsBefore[end]! - hitsBefore[first]! < least) continue;
    if (hitsBefore[first + 1] === hitsBefore[first] || hitsBefore[end] === hitsBefore[end - 1]) continue;
    yield tokens.slice(first, end);
  }
}
