import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../../../src/config.ts';
import { loadStaticModel } from '../../../src/core/retrieval/staticModel.ts';
import { dot } from '../../../src/core/retrieval/vectors.ts';

const readModel = (name: string): Promise<Uint8Array> =>
  readFile(path.join('public/models', config.model, name));
const model = await loadStaticModel(readModel);

/** Cosine of two texts under the shipped model. */
async function similarity(a: string, b: string): Promise<number> {
  const [left, right] = await model.embed([a, b]);
  return dot(left!, right!);
}

describe('the shipped model', () => {
  it('brings the same problem in two languages nearer than two problems in one', async () => {
    expect(await similarity('my transfer is still pending', '我的转账一直在处理中')).toBeGreaterThan(
      await similarity('my transfer is still pending', 'my card was declined at the shop'),
    );
  });

  it('gives unit vectors, or zero for what it does not know', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const [vector] = await model.embed([text]);
        const length = dot(vector!, vector!);
        expect(length < 1e-9 || Math.abs(length - 1) < 1e-4).toBe(true);
      }),
    );
  });

  it.each(['', '   ', '\u0000\u0007', 'x'.repeat(100_000), '\ud800'])('takes %j', async (text) => {
    expect((await model.embed([text]))[0]).toHaveLength(model.dim);
  });
});

describe('a damaged model', () => {
  const damaged = (name: string, damage: (bytes: Uint8Array) => Uint8Array) =>
    loadStaticModel(async (file) => (file === name ? damage(await readModel(file)) : readModel(file)));

  it('is named when it is cut short', async () => {
    await expect(damaged('table.i8.bin', (bytes) => bytes.subarray(1))).rejects.toThrow(
      /table\.i8\.bin .* is truncated/,
    );
  });

  it('is named when a byte was changed', async () => {
    const flip = (bytes: Uint8Array): Uint8Array =>
      Uint8Array.from(bytes, (byte, i) => (i === 5 ? byte ^ 1 : byte));
    await expect(damaged('tokenizer.json', flip)).rejects.toThrow(/tokenizer\.json .* checksum/);
  });

  it('is named when its configuration is not one', async () => {
    await expect(damaged('config.json', () => new TextEncoder().encode('{}'))).rejects.toThrow(
      /config\.json/,
    );
    await expect(damaged('config.json', () => new Uint8Array())).rejects.toThrow(/not JSON/);
  });
});
