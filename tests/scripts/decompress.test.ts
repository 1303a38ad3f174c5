import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompress, UnpackError, type UnpackLimits } from '../../scripts/mine/decompress.ts';

const TEXT = Buffer.from('{"id":"1","body":"提现没有到账"}\n'.repeat(2000));

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function unpacked(bytes: Uint8Array, size = 1000, limits?: UnpackLimits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decompress(inPieces(bytes, size), limits)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The problem that unpacking ends with, and how much came before. */
async function problem(
  bytes: Uint8Array,
  limits?: UnpackLimits,
): Promise<{ problem: string; bytes: number }> {
  let count = 0;
  try {
    for await (const chunk of decompress(inPieces(bytes, 1 << 16), limits)) count += chunk.length;
  } catch (error) {
    if (error instanceof UnpackError) return { problem: error.problem, bytes: count };
    throw error;
  }
  return { problem: 'none', bytes: count };
}

/** A frame for readers to skip (RFC 8878, section 3.1.2), as parallel compressors write. */
const SKIPPED = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

describe('decompress', () => {
  it.each([
    ['plain text', TEXT],
    ['gzip', gzipSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
    ['gzip in two members', Buffer.concat([gzipSync(TEXT.subarray(0, 999)), gzipSync(TEXT.subarray(999))])],
    [
      'zstd in three frames',
      Buffer.concat(
        [TEXT.subarray(0, 5), TEXT.subarray(5, 700), TEXT.subarray(700)].map((part) =>
          zstdCompressSync(part),
        ),
      ),
    ],
    ['zstd behind a skippable frame', Buffer.concat([SKIPPED, zstdCompressSync(TEXT), SKIPPED])],
    ['gzip padded with zeros, as on tapes', Buffer.concat([gzipSync(TEXT), Buffer.alloc(512)])],
    ['gzip within zstd', zstdCompressSync(gzipSync(TEXT))],
    ['zstd within gzip', gzipSync(zstdCompressSync(TEXT))],
  ])('reads %s, in pieces of any size', async (_, bytes) => {
    for (const size of [1, 7, 4096, bytes.length])
      expect((await unpacked(bytes, size)).equals(TEXT)).toBe(true);
  });

  it('gives back what was packed, in whatever frames and pieces', async () => {
    const part = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 400 }),
        async (parts, isGzip, size) => {
          const whole = Buffer.concat(parts);
          // What begins like a packed file is taken for one.
          fc.pre(whole[0] !== 0x1f && whole[0] !== 0x28 && (whole[0]! & 0xf0) !== 0x50);
          const packed = Buffer.concat(
            parts.map((bytes) => (isGzip ? gzipSync(bytes) : zstdCompressSync(bytes))),
          );
          expect((await unpacked(packed, size)).equals(whole)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves what is neither as it is', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from([0x1f]),
      Buffer.from([0x1f, 0x8b]),
      Buffer.from('(µ/'),
      Buffer.from('P*M'),
    ])
      expect((await unpacked(bytes, 1)).equals(bytes)).toBe(true);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(64 << 20))],
    ['zstd', zstdCompressSync(Buffer.alloc(64 << 20))],
    ['gzip within gzip', gzipSync(gzipSync(Buffer.alloc(64 << 20)))],
  ])('stops a bomb of %s at its limit', async (_, bytes) => {
    const found = await problem(bytes, { ratio: 100, freeBytes: 1 << 20, mostBytes: 1 << 30 });
    expect(found.problem).toBe('bomb');
    expect(found.bytes).toBeLessThan(Math.max(1 << 20, 100 * bytes.length) + (1 << 19));
  });

  it('lets a small file unpack as far as it will', async () => {
    expect(await problem(gzipSync(Buffer.alloc(10 << 20)))).toEqual({ problem: 'none', bytes: 10 << 20 });
  });

  it('stops at the absolute limit too', async () => {
    const found = await problem(gzipSync(TEXT), { ratio: 1e9, freeBytes: 0, mostBytes: 20_000 });
    expect(found.problem).toBe('too-large');
  });

  it('unpacks two layers and refuses the third', async () => {
    expect((await problem(gzipSync(gzipSync(gzipSync(TEXT))))).problem).toBe('nested');
    expect((await problem(gzipSync(zstdCompressSync(gzipSync(TEXT))))).problem).toBe('nested');
  });

  it.each([
    ['gzip', gzipSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
  ])('says that %s breaks off or is damaged, wherever it does', async (_, bytes) => {
    for (let at = 4; at < bytes.length; at += 3) {
      expect((await problem(bytes.subarray(0, at))).problem).toBe('truncated');
      const broken = Buffer.from(bytes);
      broken[at]! ^= 0x5a;
      // A byte of gzip's header (its time, its system) may be anything.
      if (at >= 10) expect((await problem(broken)).problem).toMatch(/^(?:damaged|truncated|none)$/);
    }
    expect((await problem(Buffer.concat([bytes, Buffer.from('and more')]))).problem).toBe('damaged');
  });

  it('lets go of its input when nobody reads on', async () => {
    let isClosed = false;
    const bytes = (async function* () {
      try {
        for (;;) yield* inPieces(gzipSync(TEXT), 100);
      } finally {
        isClosed = true;
      }
    })();
    for await (const chunk of decompress(bytes)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(isClosed).toBe(true);
  });

  it('passes an error of its input on', async () => {
    const bytes = (async function* () {
      yield* inPieces(gzipSync(TEXT).subarray(0, 50), 10);
      throw new Error('the disk is gone');
    })();
    await expect(async () => {
      for await (const _chunk of decompress(bytes));
    }).rejects.toThrow('the disk is gone');
  });
});
