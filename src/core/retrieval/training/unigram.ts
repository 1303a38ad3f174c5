/** A piece of text that is one token, and the natural logarithm of its probability. */
export type Piece = readonly [text: string, logProbability: number];

export interface UnigramOptions {
  /** Pieces wanted, single characters and `required` included. */
  readonly size: number;
  /** Pieces that are kept whatever their count. */
  readonly required: readonly string[];
  /** Longest piece in characters. */
  readonly longest: (word: string) => number;
  /** What may be a piece, single characters aside. */
  readonly isAllowed: (piece: string) => boolean;
  /** Pieces to begin with, the most frequent. */
  readonly seeds?: number;
  /** Called after each round with the number of pieces left. */
  readonly onRound?: (pieces: number) => void;
}

/** What is left after each round of pruning. */
const KEEP = 0.7;
/** Expectation and maximisation, this often between prunings. */
const PASSES = 2;

/**
 * Trains a Unigram tokenizer (Kudo, "Subword regularization", 2018): from many frequent substrings, those are dropped again
 * and again whose loss costs the likelihood of the text least.
 *
 * @param words runs of letters that pieces never cross, with how often each occurs
 * @returns the pieces, most probable first
 */
export function trainUnigram(words: ReadonlyMap<string, number>, options: UnigramOptions): Piece[] {
  const { size, required, onRound } = options;
  const kept = new Set([...required, ...charactersOf(words)]);
  let pieces = seedsOf(words, options, kept);
  for (;;) {
    for (let pass = 0; pass < PASSES; pass++) pieces = reestimate(words, pieces, kept);
    onRound?.(pieces.size);
    if (pieces.size <= size) break;
    const target = Math.max(size, Math.floor(pieces.size * KEEP));
    pieces = prune(words, pieces, kept, target);
  }
  return [...pieces].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
}

function charactersOf(words: ReadonlyMap<string, number>): Set<string> {
  return new Set([...words.keys()].flatMap((word) => [...word]));
}

function seedsOf(
  words: ReadonlyMap<string, number>,
  { longest, isAllowed, size, seeds = size * 6 }: UnigramOptions,
  kept: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word, times] of words) {
    const reach = longest(word);
    for (let start = 0; start < word.length; start++) {
      for (let end = start + 1; end <= Math.min(word.length, start + reach); end++) {
        const piece = word.slice(start, end);
        counts.set(piece, (counts.get(piece) ?? 0) + times);
      }
    }
  }
  const frequent = [...counts].filter(([piece, times]) => times >= 3 && !kept.has(piece) && isAllowed(piece));
  const gain = ([piece, times]: readonly [string, number]): number => times * piece.length;
  const chosen = frequent.sort((a, b) => gain(b) - gain(a)).slice(0, seeds);
  const all = [...[...kept].map((piece) => [piece, counts.get(piece) ?? 1] as const), ...chosen];
  return toLogs(new Map(all));
}

/** Expects how often each piece is used, over all segmentations of all words, and makes probabilities of that. */
function reestimate(
  words: ReadonlyMap<string, number>,
  pieces: ReadonlyMap<string, number>,
  kept: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word, times] of words) addExpectedCounts(word, times, pieces, counts);
  for (const piece of kept) counts.set(piece, Math.max(1, counts.get(piece) ?? 0));
  return toLogs(new Map([...counts].filter(([piece, count]) => count >= 0.5 || kept.has(piece))));
}

/** The forward-backward algorithm over the segmentations of one word. */
function addExpectedCounts(
  word: string,
  times: number,
  pieces: ReadonlyMap<string, number>,
  into: Map<string, number>,
): void {
  const n = word.length;
  const forward = new Float64Array(n + 1).fill(-Infinity);
  const backward = new Float64Array(n + 1).fill(-Infinity);
  forward[0] = 0;
  backward[n] = 0;
  const spans: {
    readonly start: number;
    readonly end: number;
    readonly piece: string;
    readonly log: number;
  }[] = [];
  for (let start = 0; start < n; start++) {
    for (let end = start + 1; end <= Math.min(n, start + REACH); end++) {
      const piece = word.slice(start, end);
      const log = pieces.get(piece);
      if (log === undefined) continue;
      spans.push({ start, end, piece, log });
      forward[end] = addLogs(forward[end]!, forward[start]! + log);
    }
  }
  for (const { start, end, log } of spans.toReversed()) {
    backward[start] = addLogs(backward[start]!, backward[end]! + log);
  }
  for (const { start, end, piece, log } of spans) {
    const share = Math.exp(forward[start]! + log + backward[end]! - forward[n]!);
    if (share > 1e-6) into.set(piece, (into.get(piece) ?? 0) + times * share);
  }
}

function addLogs(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}

/** Keeps the pieces that would be missed most: count × what the next best segmentation of the piece loses. */
function prune(
  words: ReadonlyMap<string, number>,
  pieces: ReadonlyMap<string, number>,
  kept: ReadonlySet<string>,
  target: number,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word, times] of words) {
    for (const piece of segment(word, pieces)) counts.set(piece, (counts.get(piece) ?? 0) + times);
  }
  const missed = (piece: string): number => {
    const parts = segment(piece, pieces, piece);
    const alternative = parts.reduce((sum, part) => sum + (pieces.get(part) ?? UNKNOWN), 0);
    return (counts.get(piece) ?? 0) * (pieces.get(piece)! - alternative);
  };
  const optional = [...pieces.keys()].filter((piece) => !kept.has(piece));
  const losses = optional.map((piece) => [piece, missed(piece)] as const);
  const best = losses
    .sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1))
    .slice(0, Math.max(0, target - kept.size));
  return new Map([...kept, ...best.map(([piece]) => piece)].map((piece) => [piece, pieces.get(piece)!]));
}

/** Worse than any piece. */
const UNKNOWN = -30;
/** No piece is longer. */
const REACH = 20;

/** The most probable segmentation (Viterbi). @param without a piece that may not be used whole */
export function segment(word: string, pieces: ReadonlyMap<string, number>, without?: string): string[] {
  const best = new Float64Array(word.length + 1).fill(-Infinity);
  const from = new Int32Array(word.length + 1);
  best[0] = 0;
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - REACH); start < end; start++) {
      const piece = word.slice(start, end);
      const known = piece === without ? undefined : pieces.get(piece);
      const score = known ?? (end - start === 1 ? UNKNOWN : undefined);
      if (score !== undefined && best[start]! + score > best[end]!) {
        best[end] = best[start]! + score;
        from[end] = start;
      }
    }
  }
  const parts: string[] = [];
  for (let end = word.length; end > 0; end = from[end]!) parts.push(word.slice(from[end], end));
  return parts.reverse();
}

function toLogs(counts: ReadonlyMap<string, number>): Map<string, number> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([piece, count]) => [piece, Math.log(count / total)]));
}
