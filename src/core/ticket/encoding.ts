/** The encodings that exports come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Whether some bytes do not fit the encoding; they decode to U+FFFD. */
  readonly damaged: boolean;
}

/** Opens the bytes of one export from their start, as often as it is called. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

/**
 * Finds the encoding of a text from all of its bytes: a byte order mark; zero bytes where UTF-16 has them; UTF-8 if
 * every byte fits; GB18030 if every byte fits that. What fits nothing is read as damaged UTF-8, which loses the
 * damaged records only.
 */
export async function detectEncoding(open: OpenBytes): Promise<DetectedEncoding> {
  const head = await headOf(open);
  const utf16 = utf16Of(head);
  if (utf16) return { encoding: utf16, damaged: !(await fits(open, utf16)) };
  if (await fits(open, 'utf-8')) return { encoding: 'utf-8', damaged: false };
  const { good, bad } = await countUtf8(open);
  // GB18030 takes almost any pair of bytes, so a UTF-8 text with a few broken ones would pass for it.
  if (good <= bad * GOOD_PER_BAD && (await fits(open, 'gb18030')))
    return { encoding: 'gb18030', damaged: false };
  return { encoding: 'utf-8', damaged: true };
}

/** Decodes a stream of bytes; bytes that do not fit become U+FFFD, a byte order mark is taken off. */
export async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const HEAD_BYTES = 4096;
/** A real UTF-8 text has many well-formed characters beyond ASCII for each broken one; GB18030 read as UTF-8, few. */
const GOOD_PER_BAD = 4;

async function headOf(open: OpenBytes): Promise<Uint8Array> {
  const head: number[] = [];
  for await (const chunk of open()) {
    head.push(...chunk.subarray(0, HEAD_BYTES - head.length));
    if (head.length >= HEAD_BYTES) break;
  }
  return Uint8Array.from(head);
}

function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  // Punctuation and digits of any export are ASCII, whose UTF-16 has a zero in every pair, always on one side.
  if (Math.max(even, odd) < head.length / 50 || Math.min(even, odd) * 10 > Math.max(even, odd))
    return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

async function fits(open: OpenBytes, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of open()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function countUtf8(open: OpenBytes): Promise<{ good: number; bad: number }> {
  let good = 0;
  let bad = 0;
  for await (const text of decode(open(), 'utf-8')) {
    bad += text.match(/\uFFFD/g)?.length ?? 0;

    good += text.match(/[^\x00-\x7F\uFFFD]/g)?.length ?? 0;
  }
  return { good, bad };
}
