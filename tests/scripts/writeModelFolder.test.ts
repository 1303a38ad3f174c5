import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importTransformers, sourceOf } from '../../scripts/lib/transformersEmbedder.ts';
import { writeModelFolder } from '../../scripts/model/writeModelFolder.ts';
import type { ModelConfig } from '../../src/core/retrieval/modelConfig.ts';
import { loadStaticModel } from '../../src/core/retrieval/staticModel.ts';
import { staticThroughTransformers } from '../../src/core/retrieval/staticTransformers.ts';
import { quantize } from '../../src/core/retrieval/vectors.ts';

const out = await mkdtemp(path.join(tmpdir(), 'firstline-model-'));
afterAll(() => rm(out, { recursive: true, force: true }));

const TOKENIZER = {
  version: '1.0',
  added_tokens: [],
  normalizer: { type: 'Sequence', normalizers: [{ type: 'NFKC' }, { type: 'Lowercase' }] },
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [
      { type: 'WhitespaceSplit' },
      { type: 'Split', pattern: { Regex: '[a-z]+' }, behavior: 'Isolated', invert: false },
    ],
  },
  post_processor: null,
  decoder: null,
  model: {
    type: 'Unigram',
    unk_id: 0,
    byte_fallback: false,
    vocab: [
      ['[UNK]', 0],
      ['card', -1],
      ['wallet', -2],
    ],
  },
};
const ROWS = [
  [0, 0, 0],
  [1, 0, 0],
  [0, 3, 4],
].map((row) => Float32Array.from(row));

it('writes a folder that the table and transformers.js both read, and leaves nothing half-written', async () => {
  const config: ModelConfig = {
    id: 'tiny',
    dim: 0,
    rows: 0,
    maxTokens: 8,
    ignoredTokenIds: [0],
    files: {} as ModelConfig['files'],
  };
  await writeModelFolder(out, { config, tokenizer: TOKENIZER }, quantize(ROWS, 3));
  expect((await readdir(out, { recursive: true })).sort()).toEqual([
    'config.json',
    'onnx',
    'onnx/model.onnx',
    'scales.f32.bin',
    'table.i8.bin',
    'tokenizer.json',
    'tokenizer_config.json',
  ]);
  expect(JSON.parse(await readFile(path.join(out, 'config.json'), 'utf8'))).toMatchObject({
    model_type: 'model2vec',
    dim: 3,
    rows: 3,
  });
  const texts = ['', 'card', 'unknown words', 'Wallet wallet', 'card wallet'];
  const source = sourceOf(out);
  const byTable = await (await loadStaticModel(source.readFile)).embed(texts);
  const byOnnx = await (await staticThroughTransformers(await importTransformers(), source)).embed(texts);
  byTable.forEach((vector, i) => {
    expect(byOnnx[i]!.map((value) => Math.round(value * 1e5))).toEqual(
      vector.map((value) => Math.round(value * 1e5)),
    );
  });
  expect([...byOnnx[1]!]).toEqual([1, 0, 0]);
  expect([...byOnnx[2]!]).toEqual([0, 0, 0]);
});
