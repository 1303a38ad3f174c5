/** A piece of an export: its text and the line it begins on, counted from 1. */
export interface TextRecord {
  readonly text: string;
  readonly line: number;
  /** The export ended before the piece did. */
  readonly truncated?: true;
}

/** Cuts a stream of text into its lines, without line ends; empty lines are counted and left out. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<TextRecord> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const text of lines) {
      line++;
      if (text.trim() !== '') yield { text: text.replace(/\r$/, ''), line };
    }
  }
  if (rest.trim() !== '') yield { text: rest, line: line + 1 };
}
