/** Part of a text, from `start` up to but not including `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What may end a sentence, with the quotes and brackets that close behind it; or the end of a line. */
const END = /[.!?]+["'”’)\]]*(?=\s|$|\p{Script=Han})|[。！？]+["'”’」』）】]*|\n+/gu;
/** Ends with a point, and no sentence with it: "e.g.", "a.m.", the initial in "J. Smith", "vs.". */
const ABBREVIATION = /(?:^|[^\p{L}])(?:\p{L}|approx|cf|dr|etc|mr|mrs|ms|no|prof|st|vs)\.$/iu;

/**
 * The sentences of a text in order, without the space around them; a line is at least one. Nothing but white space
 * lies outside them.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const sentence = text.slice(start, end);
    const lead = sentence.length - sentence.trimStart().length;
    const trimmed = sentence.trim().length;
    if (trimmed > 0) spans.push({ start: start + lead, end: start + lead + trimmed });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(start, end - 10), end))) continue;
    close(end);
  }
  close(text.length);
  return spans;
}
