import type { Span } from './sentences.ts';

/** Part of a text, marked or not. */
export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut where marks begin and end; joined again, the parts are the text. */
export function partsOf(text: string, marks: readonly Span[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}
