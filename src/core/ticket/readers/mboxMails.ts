/** One mail of an mbox. */
export interface MboxMail {
  /** Without the "From " line, and with ">From " made "From " again. At most `LONGEST_MAIL` bytes: the rest is let go of. */
  readonly raw: Uint8Array;
  /** Counted from 1. */
  readonly number: number;
  /** The line of the file that it begins on, counted from 1. */
  readonly line: number;
}

/** The text of a mail comes before its attachments, which may be cut off. */
export const LONGEST_MAIL = 4 * 1024 * 1024;
const LONGEST_LINE = LONGEST_MAIL;

const NEWLINE = 0x0a;
/** "From " at the beginning of a line, and how it is escaped. */
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];
const MARK = 0x3e;

/**
 * Cuts an mbox into its mails without holding more than one. A mail begins at a line "From …" at the beginning or after an
 * empty line, if a header line follows: mboxes of the kind that escapes nothing have such lines in their text.
 */
export async function* mailsOfMbox(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<MboxMail> {
  let number = 0;
  let lines: Uint8Array[] = [];
  let size = 0;
  let begunOn = 1;
  let isStarted = false;
  let afterEmpty = true;
  let pending: { readonly text: Uint8Array; readonly line: number } | undefined;

  const keep = (line: Uint8Array): void => {
    if (size + line.length > LONGEST_MAIL) {
      size = Infinity;
      return;
    }
    size += line.length;
    lines.push(line);
  };
  const take = (): MboxMail => {
    const raw = joined(lines);
    lines = [];
    size = 0;
    return { raw, number: ++number, line: begunOn };
  };

  let count = 0;
  for await (const text of bytesOfLines(bytes)) {
    count++;
    if (pending) {
      if (isHeader(text)) {
        if (isStarted) yield take();
        isStarted = true;
        begunOn = pending.line;
      } else keep(pending.text);
      pending = undefined;
    }
    const isEmpty = isBlank(text);
    if (afterEmpty && startsWithFrom(text, 0)) pending = { text, line: count };
    else if (isStarted || !isEmpty) {
      isStarted = true;
      keep(unescaped(text));
    }
    afterEmpty = isEmpty;
  }
  if (pending) keep(pending.text);
  if (isStarted && lines.length > 0) yield take();
}

/** The lines of a stream with their ends. A line longer than a mail may be comes in pieces. */
async function* bytesOfLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const last = chunk.subarray(from, at + 1);
      yield rest.length === 0 ? last : joined([...rest, last]);
      rest = [];
      held = 0;
      from = at + 1;
    }
    if (from === chunk.length) continue;
    rest.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held <= LONGEST_LINE) continue;
    yield joined(rest);
    rest = [];
    held = 0;
  }
  if (rest.length > 0) yield joined(rest);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function startsWithFrom(line: Uint8Array, at: number): boolean {
  return FROM.every((byte, i) => line[at + i] === byte);
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === NEWLINE || byte === 0x0d);
}

/** `>From ` and `>>From ` lose one mark (the kind of mbox called mboxrd; mboxo has at most one). */
function unescaped(line: Uint8Array): Uint8Array {
  if (line[0] !== MARK) return line;
  let at = 0;
  while (line[at] === MARK) at++;
  return startsWithFrom(line, at) ? line.subarray(1) : line;
}

/** `Name:`, as RFC 5322 has it, or another line of the kind that some programs put after "From ". */
function isHeader(line: Uint8Array): boolean {
  if (startsWithFrom(line, line[0] === MARK ? 1 : 0)) return true;
  for (let at = 0; at < Math.min(line.length, 200); at++) {
    const byte = line[at]!;
    if (byte === 0x3a) return at > 0;
    if (byte <= 0x20 || byte >= 0x7f) return false;
  }
  return false;
}
