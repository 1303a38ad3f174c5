/** A piece of an export: its text and the line it begins on, counted from 1. */
export interface TextRecord {
  readonly text: string;
  readonly line: number;
  /** The key of the list it was found in, `tickets`; undefined at the top of a document. */
  readonly list?: string;
  /** The export ended before the piece did. */
  readonly truncated?: true;
  /** It was longer than `LONGEST_RECORD`, so its text was let go of. */
  readonly tooLong?: true;
}

/** Characters of one record that are held at most: a ticket with a long conversation is a thousandth of it. */
export const LONGEST_RECORD = 32 * 1024 * 1024;

/** Cuts a stream of text into its lines, without line ends; empty lines are counted and left out. */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  longest = LONGEST_RECORD,
): AsyncGenerator<TextRecord> {
  let rest: string[] = [];
  let held = 0;
  let line = 1;
  const take = (last: string): TextRecord => {
    const tooLong = held + last.length > longest;
    const text = tooLong ? '' : (rest.length === 0 ? last : rest.join('') + last).replace(/\r$/, '');
    rest = [];
    held = 0;
    return tooLong ? { text, line, tooLong } : { text, line };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      const record = take(chunk.slice(from, at));
      if (record.tooLong || record.text.trim() !== '') yield record;
      line++;
      from = at + 1;
    }
    held += chunk.length - from;
    if (held > longest) rest = [];
    else if (from < chunk.length) rest.push(chunk.slice(from));
  }
  const record = take('');
  if (record.tooLong || record.text.trim() !== '') yield record;
}
