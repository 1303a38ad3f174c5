import {
  decode,
  detectEncoding,
  type DetectedEncoding,
  type OpenBytes,
} from '../../src/core/ticket/encoding.ts';
import type { ExportFile } from '../../src/core/ticket/format.ts';
import { decompress, UnpackError } from './decompress.ts';
import type { InputFile } from './inputFiles.ts';

/** A file with what its first bytes tell. */
export interface OpenedFile extends ExportFile {
  /** The first characters, see `Sample`. */
  readonly head: string;
  readonly encoding: DetectedEncoding;
  /** Whether it turned out to be an archive whose end is missing: what came before was read. */
  readonly breaksOff: () => boolean;
}

const HEAD_CHARACTERS = 65_536;
/** What is held of a pipe to tell its encoding, as it cannot be read twice. */
const PIPE_HEAD_BYTES = 1 << 20;

/**
 * Unpacks a file if it is packed and finds its encoding, from all of its bytes, or from the first megabyte of a pipe.
 * @throws UnpackError if it is an archive that is damaged or too large; so do the streams it gives
 */
export async function openText({ name, open, isPipe }: InputFile): Promise<OpenedFile> {
  let isCut = false;
  const breaksOff = (): boolean => isCut;
  const unpacked: OpenBytes = () => untilCut(decompress(open()), () => (isCut = true));
  if (!isPipe) {
    const encoding = await detectEncoding(unpacked);
    const head = await firstText(decode(unpacked(), encoding.encoding));
    return {
      name,
      head,
      encoding,
      bytes: unpacked,
      text: () => decode(unpacked(), encoding.encoding),
      breaksOff,
    };
  }
  const { head, rest } = await split(unpacked());
  const whole = wholeCharacters(head);
  const encoding = await detectEncoding(() => once(whole));
  const bytes = (): AsyncIterable<Uint8Array> => chain(head, rest);
  return {
    name,
    head: (await firstText(decode(once(whole), encoding.encoding))).slice(0, HEAD_CHARACTERS),
    encoding,
    bytes,
    text: () => decode(bytes(), encoding.encoding),
    breaksOff,
  };
}

/** An archive whose end is missing ends where it breaks off. */
async function* untilCut(bytes: AsyncIterable<Uint8Array>, onCut: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    if (!(error instanceof UnpackError && error.problem === 'truncated')) throw error;
    onCut();
  }
}

async function firstText(chunks: AsyncIterable<string>): Promise<string> {
  let head = '';
  for await (const chunk of chunks) {
    head += chunk;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}

/** Takes the first bytes off a stream, which goes on behind them. */
async function split(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly rest: AsyncIterator<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  for (let size = 0; size < PIPE_HEAD_BYTES;) {
    const next = await rest.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(chunks), rest };
}

async function* chain(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Bytes that are no part of a longer character in any encoding we know, nor end one: line end, space, quote, comma. */
const ALONE = new Set([0x0a, 0x20, 0x22, 0x2c]);

/** Cut where no character is cut in two. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.length < PIPE_HEAD_BYTES) return bytes;
  const last = bytes.findLastIndex((byte) => ALONE.has(byte));
  // UTF-16 has such a byte first or second in its pair.
  return last < 0 ? bytes : bytes.subarray(0, last + 1 - ((last + 1) % 2));
}
