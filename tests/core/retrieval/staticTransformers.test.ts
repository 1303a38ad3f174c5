import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importTransformers, sourceOf } from '../../../scripts/lib/transformersEmbedder.ts';
import { loadPhrasings } from '../../../scripts/lib/articles.ts';
import { config } from '../../../src/config.ts';
import { loadStaticModel } from '../../../src/core/retrieval/staticModel.ts';
import {
  preferTransformers,
  staticThroughTransformers,
} from '../../../src/core/retrieval/staticTransformers.ts';
import { dot } from '../../../src/core/retrieval/vectors.ts';

const source = sourceOf(path.join('public/models', config.model));
const table = await loadStaticModel(source.readFile);

/** Queries of the retrieval fixtures and content phrasings, half of them Chinese, and what nobody should write. */
async function sampleTexts(): Promise<string[]> {
  const folder = 'tests/fixtures/retrieval';
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const lines = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  const queries = lines
    .join('\n')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { lang: string; text: string });
  const phrasings = [...(await loadPhrasings()).values()];
  const english = [
    ...queries.filter(({ lang }) => lang === 'en').map(({ text }) => text),
    ...phrasings.flatMap(({ en }) => en.map(({ text }) => text)),
  ];
  const chinese = [
    ...queries.filter(({ lang }) => lang !== 'en').map(({ text }) => text),
    ...phrasings.flatMap((both) => both['zh-CN'].map(({ text }) => text)),
  ];
  const odd = [
    '',
    '   ',
    '😀🎉',
    '\u0000',
    '\ud800',
    '轉帳一直沒有到帳',
    'x'.repeat(10_000),
    'My transfer is stuck. '.repeat(460),
  ];
  return [...english.slice(0, 250), ...chinese.slice(0, 250), ...odd];
}

describe('the static model through transformers.js', () => {
  it('gives what the table gives, in both languages', async () => {
    const texts = await sampleTexts();
    expect(texts.length).toBeGreaterThan(500);
    const onnx = await staticThroughTransformers(await importTransformers(), source);
    expect([onnx.id, onnx.dim]).toEqual([table.id, table.dim]);
    const [expected, found] = await Promise.all([table.embed(texts), onnx.embed(texts)]);
    expect(found).toHaveLength(texts.length);
    texts.forEach((text, i) => {
      const isZero = dot(expected[i]!, expected[i]!) === 0;
      expect(dot(expected[i]!, found[i]!), text.slice(0, 80)).toBeGreaterThanOrEqual(isZero ? 0 : 0.999);
      const furthest = expected[i]!.reduce(
        (max, value, at) => Math.max(max, Math.abs(value - found[i]![at]!)),
        0,
      );
      expect(furthest, text.slice(0, 80)).toBeLessThan(1e-3);
    });
    expect(await onnx.embed([])).toEqual([]);
    expect((await onnx.embed(['']))[0]).toEqual(new Float32Array(table.dim));
  });
});

describe('where transformers.js is not to be had', () => {
  it('the table answers, and one line says why', async () => {
    const warnings: string[] = [];
    const missing = (): never => {
      throw new Error('no binary for this platform\nRequire stack: …');
    };
    expect(
      (
        await preferTransformers(
          source,
          async () => missing(),
          (line) => warnings.push(line),
        )
      ).id,
    ).toBe(table.id);
    expect(warnings).toMatchInlineSnapshot(`
      [
        "transformers.js does not run here (Error: no binary for this platform): using the table of firstline-en-zh, which gives the same.",
      ]
    `);
  });

  it('the table answers for a folder without an ONNX file', async () => {
    const readFileOf = async (name: string): Promise<Uint8Array> => {
      const bytes = await source.readFile(name);
      if (name !== 'config.json') return bytes;
      const { files, ...rest } = JSON.parse(new TextDecoder().decode(bytes)) as {
        files: Record<string, unknown>;
      };
      const { 'onnx/model.onnx': _, ...kept } = files;
      return new TextEncoder().encode(JSON.stringify({ ...rest, files: kept }));
    };
    const warnings: string[] = [];
    const older = { ...source, readFile: readFileOf };
    expect((await preferTransformers(older, importTransformers, (line) => warnings.push(line))).id).toBe(
      table.id,
    );
    expect(warnings).toMatchInlineSnapshot(`
      [
        "firstline-en-zh has no onnx/model.onnx for transformers.js (npm run model:onnx writes it): using its table.",
      ]
    `);
  });

  it('a damaged ONNX file is an error, not a reason to look away', async () => {
    const damaged = async (name: string): Promise<Uint8Array> => {
      const bytes = await source.readFile(name);
      return name.endsWith('.onnx') ? bytes.subarray(1) : bytes;
    };
    await expect(
      preferTransformers({ ...source, readFile: damaged }, importTransformers, () => undefined),
    ).rejects.toThrow(/onnx\/model\.onnx .* is truncated/);
  });
});
