import { createGunzip, createZstdDecompress } from 'node:zlib';
import { ProblemsFound } from '../lib/commandLine.ts';

/** What is wrong with a compressed file. */
export type UnpackProblem = 'bomb' | 'too-large' | 'damaged' | 'truncated' | 'nested';

/** A compressed file that cannot or should not be unpacked. What came before it was fine and may have been read. */
export class UnpackError extends ProblemsFound {
  readonly problem: UnpackProblem;

  constructor(problem: UnpackProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

export interface UnpackLimits {
  /** Unpacked bytes for each packed one, once there are more than `freeBytes`. Exports of tickets come to 5 to 50. */
  readonly ratio: number;
  readonly freeBytes: number;
  /** Unpacked bytes in all. */
  readonly mostBytes: number;
}

export const UNPACK_LIMITS: UnpackLimits = { ratio: 250, freeBytes: 64 * 2 ** 20, mostBytes: 32 * 2 ** 30 };

/** How often something may be packed: an archive that is downloaded compressed, but no more. */
const MOST_LAYERS = 2;

/**
 * Undoes gzip (RFC 1952) and zstd (RFC 8878), known by their first bytes, whatever a file is called; also one within the
 * other, once. Anything else passes through as it is. Streams: holds a few chunks of a quarter of a megabyte.
 * @throws UnpackError (from the stream) if the data is damaged, breaks off, unpacks to too much, or is packed three times
 */
export async function* decompress(
  bytes: AsyncIterable<Uint8Array>,
  limits: UnpackLimits = UNPACK_LIMITS,
): AsyncGenerator<Uint8Array> {
  yield* unpackLayer(bytes, { packedBytes: 0 }, 0, limits);
}

type Packing = 'gzip' | 'zstd';

/** Counts what went into the outermost layer: layers multiply. */
interface Meter {
  packedBytes: number;
}

async function* unpackLayer(
  bytes: AsyncIterable<Uint8Array>,
  meter: Meter,
  depth: number,
  limits: UnpackLimits,
): AsyncGenerator<Uint8Array> {
  const source = createSource(bytes);
  try {
    const packing = packingOf(await source.peek(MAGIC_BYTES));
    if (packing === undefined) {
      for (let chunk = await source.next(); chunk; chunk = await source.next()) yield chunk;
      return;
    }
    if (depth >= MOST_LAYERS) {
      throw new UnpackError(
        'nested',
        `It is compressed more than ${MOST_LAYERS} times over. Unpack it before it is read.`,
      );
    }
    const onPacked = (count: number): void => {
      if (depth === 0) meter.packedBytes += count;
    };
    yield* unpackLayer(
      metered(unpackAll(source, packing, onPacked), meter, limits),
      meter,
      depth + 1,
      limits,
    );
  } finally {
    await source.close();
  }
}

async function* metered(
  bytes: AsyncIterable<Uint8Array>,
  meter: Meter,
  { ratio, freeBytes, mostBytes }: UnpackLimits,
): AsyncGenerator<Uint8Array> {
  let unpackedBytes = 0;
  for await (const chunk of bytes) {
    unpackedBytes += chunk.length;
    if (unpackedBytes > mostBytes) {
      throw new UnpackError(
        'too-large',
        `It unpacks to more than ${inMegabytes(mostBytes)}. Split it into several files.`,
      );
    }
    if (unpackedBytes > freeBytes && unpackedBytes > ratio * meter.packedBytes) {
      const sizes = `${inMegabytes(unpackedBytes)} out of ${inMegabytes(meter.packedBytes)}`;
      throw new UnpackError(
        'bomb',
        `It unpacks to far more than an export does (${sizes} so far, at most ${ratio} times was expected), as files do that are made to fill a disk. If you trust it, unpack it yourself.`,
      );
    }
    yield chunk;
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 2 ** 20))} MB`;
}

const MAGIC_BYTES = 4;

function packingOf(head: Uint8Array): Packing | undefined {
  const [first, second, third, fourth] = head;
  if (first === 0x1f && second === 0x8b && third === 0x08) return 'gzip';
  if (second !== 0xb5 && second !== 0x2a) return undefined;
  if (first === 0x28 && third === 0x2f && fourth === 0xfd) return 'zstd';
  // A skippable frame, which parallel compressors put first.
  return (first! & 0xf0) === 0x50 && third === 0x4d && fourth === 0x18 ? 'zstd' : undefined;
}

/** Unpacks one member or frame after another: Node's zstd ends with the first, and parallel compressors write many. */
async function* unpackAll(
  source: Source,
  packing: Packing,
  onPacked: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  do {
    yield* unpackFrame(source, packing, onPacked);
  } while (packing === 'zstd' && packingOf(await source.peek(MAGIC_BYTES)) === 'zstd');
  const [next] = await source.peek(1);
  if (packing === 'zstd' && next !== undefined) throw damaged();
}

async function* unpackFrame(
  source: Source,
  packing: Packing,
  onPacked: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const options = { chunkSize: CHUNK_BYTES, highWaterMark: CHUNK_BYTES };
  const decoder = packing === 'gzip' ? createGunzip(options) : createZstdDecompress(options);
  let isOver = false;
  const feed = async (): Promise<void> => {
    while (!isOver) {
      const chunk = await source.next();
      if (!chunk) {
        decoder.end();
        return;
      }
      onPacked(chunk.length);
      const before = decoder.bytesWritten;
      await new Promise<void>((resolve) => {
        decoder.once('close', resolve);
        decoder.once('end', resolve);
        decoder.write(chunk, () => {
          decoder.off('close', resolve);
          decoder.off('end', resolve);
          resolve();
        });
      });
      const taken = decoder.bytesWritten - before;
      if (taken < chunk.length) {
        onPacked(taken - chunk.length);
        source.unread(chunk.subarray(taken));
        decoder.end();
        return;
      }
    }
  };
  const feeding = feed();
  // Reported where the decoder is read; here it only must not count as unhandled.
  feeding.catch((error: unknown) =>
    decoder.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    for await (const chunk of decoder as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    throw asUnpackError(error);
  } finally {
    isOver = true;
    decoder.destroy();
    await feeding.catch(() => undefined);
  }
}

const CHUNK_BYTES = 1 << 18;

function asUnpackError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') {
    return new UnpackError(
      'truncated',
      'It breaks off: a compressed file whose end is missing. Download it again.',
      {
        cause: error,
      },
    );
  }
  return /^(?:Z_|ZSTD_)/.test(code) ? damaged(error) : error;
}

function damaged(cause?: unknown): UnpackError {
  return new UnpackError(
    'damaged',
    'It is compressed, and damaged: it cannot be unpacked. Download it again.',
    { cause },
  );
}

/** A stream that can be looked ahead in, and given back what was not used. */
interface Source {
  /** The next bytes, fewer only at the end. They stay to be read. */
  readonly peek: (count: number) => Promise<Uint8Array>;
  readonly next: () => Promise<Uint8Array | undefined>;
  readonly unread: (chunk: Uint8Array) => void;
  readonly close: () => Promise<void>;
}

function createSource(bytes: AsyncIterable<Uint8Array>): Source {
  const iterator = bytes[Symbol.asyncIterator]();
  let ahead: Uint8Array = new Uint8Array();
  const pull = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = await iterator.next();
    return done ? undefined : value;
  };
  return {
    peek: async (count) => {
      while (ahead.length < count) {
        const chunk = await pull();
        if (!chunk) break;
        ahead = Buffer.concat([ahead, chunk]);
      }
      return ahead.subarray(0, count);
    },
    next: async () => {
      if (ahead.length === 0) return pull();
      const chunk = ahead;
      ahead = new Uint8Array();
      return chunk;
    },
    unread: (chunk) => {
      ahead = ahead.length === 0 ? chunk : Buffer.concat([chunk, ahead]);
    },
    close: async () => {
      await iterator.return?.();
    },
  };
}
