import type { Finder, Finding, FindingKind } from './secret.ts';

/** Characters looked at in one go: more than people write, so that only a log or a whole mailbox is cut. */
const PIECE = 16_000;
/** What a piece sees to either side of itself: more than the longest secret with the words that tell it. */
const CONTEXT = 4_000;

/**
 * A finder that reads a long text in pieces, so that time grows with its length and memory does not. Every piece sees what is
 * around it; of what it finds there, only what reaches into itself counts.
 */
export function inPieces<Kind extends FindingKind>(
  find: Finder<Kind>,
  piece = PIECE,
  context = CONTEXT,
): Finder<Kind> {
  return (text) => {
    if (text.length <= piece + context) return find(text);
    const found: Finding<Kind>[] = [];
    for (let from = 0; from < text.length; from += piece) {
      const offset = Math.max(0, from - context);
      for (const { kind, start, end } of find(text.slice(offset, from + piece + context)))
        if (offset + end > from && offset + start < from + piece)
          found.push({ kind, start: offset + start, end: offset + end });
    }
    return found;
  };
}
