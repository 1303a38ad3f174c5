const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const WIDE = /[\u2E80-\u303F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/u;
const CLOSING = /^[，。？！；：、）」』”’》…%,.?!;:)\]]/u;
const OPENING = /[（「『“‘《([]$/u;
/** After these a line ends well. */
const PAUSE = /[，。？！；：、,.?!;:]\s*$/u;
/** What an end of a line between two Chinese words costs, in squared columns: dictionaries cut some words in two. */
const WORD_BREAK = 25;

/**
 * Breaks a label into as few lines of at most `columns` as there can be (a Chinese character counts two): as even as they
 * can be, and rather after a pause. Chinese is broken between words and never before closing punctuation; a word that is
 * longer than a line stays whole. The least sum of squares, as in Knuth and Plass, “Breaking Paragraphs into Lines”.
 */
export function labelLines(label: string, columns: number): string[] {
  const parts = breakable(label);
  const even = columnsOf(label) / fewestLines(parts, columns);
  /** The best way to set the parts before each place. */
  const ways: Way[] = [{ lines: [], cost: 0 }];
  for (let to = 1; to <= parts.length; to += 1) {
    const options = ways.flatMap((way, from): Way[] => {
      const line = parts.slice(from, to).join('').trim();
      if (columnsOf(line) > columns && to - from > 1) return [];
      const isRough = to < parts.length && !PAUSE.test(line) && WIDE.test(line.at(-1) ?? '');
      // A line more costs more than any unevenness.
      const cost = way.cost + (columnsOf(line) - even) ** 2 + (isRough ? WORD_BREAK : 0) + columns ** 3;
      return [{ lines: [...way.lines, line], cost }];
    });
    ways.push(options.reduce((best, option) => (option.cost < best.cost ? option : best)));
  }
  return [...ways.at(-1)!.lines];
}

/** Width in columns: two for a Chinese character or full-width mark, one for any other. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
}

interface Way {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** The pieces between which a line may end; a space stays with the piece before it. */
function breakable(label: string): string[] {
  const parts: string[] = [];
  for (const { segment } of segmenter.segment(label)) {
    const last = parts.at(-1);
    if (last === undefined || mayBreak(last, segment)) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}

function mayBreak(before: string, after: string): boolean {
  if (after.startsWith(' ') || CLOSING.test(after) || OPENING.test(before)) return false;
  return before.endsWith(' ') || WIDE.test(before.at(-1)!) || WIDE.test(after[0]!);
}

function fewestLines(parts: readonly string[], columns: number): number {
  let lines = 1;
  let line = '';
  for (const part of parts) {
    const longer = line + part;
    if (line !== '' && columnsOf(longer.trim()) > columns) lines += 1;
    line = line !== '' && columnsOf(longer.trim()) > columns ? part : longer;
  }
  return lines;
}
