import type { Language } from '../../core/article/language.ts';

/** What may not begin a line, and what may not end one. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}…—％%]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/**
 * Breaks a text into lines of about the same width, between words; Chinese is cut between its words too, never before a
 * closing mark.
 * @param widthOf in the same unit as `width`
 */
export function balancedLines(
  text: string,
  language: Language,
  width: number,
  widthOf: (text: string) => number,
): string[] {
  const pieces = piecesOf(text, language);
  const lines = fill(pieces, width, widthOf);
  // The narrowest column that needs no more lines is the most even one.
  let [tooNarrow, wideEnough] = [width / lines.length / 2, width];
  for (let step = 0; step < 12; step++) {
    const middle = (tooNarrow + wideEnough) / 2;
    if (fill(pieces, middle, widthOf).length > lines.length) tooNarrow = middle;
    else wideEnough = middle;
  }
  return fill(pieces, wideEnough, widthOf);
}

function fill(pieces: readonly string[], width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

/** What a button or screen is called, in quotation marks: not to be broken. */
const QUOTED = /(“[^”]{1,10}”)/;

const SEGMENTERS: Readonly<Record<Language, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  'zh-CN': new Intl.Segmenter('zh-CN', { granularity: 'word' }),
};

/** What stays together on a line: a word with the marks and the space that follow it. */
function piecesOf(text: string, language: Language): string[] {
  const runs = text.replace(/\s+/g, ' ').trim().split(QUOTED);
  const words = runs.flatMap((run) =>
    QUOTED.test(run) ? [run] : [...SEGMENTERS[language].segment(run)].map(({ segment }) => segment),
  );
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreak(last, word)) pieces.push(word);
    else pieces[pieces.length - 1] = last + word;
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || OPENING.test(before) || CLOSING.test(after)) return false;
  return before.endsWith(' ') || isWide(before.at(-1)!) || isWide(after[0]!);
}

/** Chinese characters and their marks, between which a line may end. */
function isWide(character: string): boolean {
  return /[\p{Script=Han}，。：；！？、“”（）《》]/u.test(character);
}
