import { pipeline } from '@huggingface/transformers';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importTransformers } from '../../../scripts/lib/transformersEmbedder.ts';
import {
  loadSentenceTransformer,
  type EmbeddingSettings,
} from '../../../src/core/retrieval/sentenceTransformer.ts';
import { dot } from '../../../src/core/retrieval/vectors.ts';
import { writeTinyTransformer } from '../../helpers/tinyTransformer.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'firstline-transformer-'));
beforeAll(() => writeTinyTransformer(folder));
afterAll(() => rm(folder, { recursive: true, force: true }));

const SETTINGS: EmbeddingSettings = {
  queryPrefix: '',
  passagePrefix: '',
  pooling: 'mean',
  dtype: 'fp32',
  maxTokens: 64,
};
const load = async (changed: Partial<EmbeddingSettings> = {}) =>
  loadSentenceTransformer(await importTransformers(), folder, { ...SETTINGS, ...changed });

const TEXTS = ['my transfer is still pending', '我的转账一直在处理中', 'card', '', 'a '.repeat(500)];

const near = (a: Float32Array, b: Float32Array): void => {
  const furthest = a.reduce((max, value, i) => Math.max(max, Math.abs(value - b[i]!)), 0);
  expect(furthest).toBeLessThan(1e-5);
};

describe('a sentence transformer', () => {
  it('gives what the pipeline of transformers.js gives', async () => {
    const extract = await pipeline('feature-extraction', folder, { dtype: 'fp32' });
    const texts = TEXTS.filter((text) => text !== '');
    for (const pooling of ['mean', 'cls'] as const) {
      const model = await load({ pooling });
      const expected = await extract(texts, { pooling, normalize: true });
      const found = await model.embed(texts, 'query');
      found.forEach((vector, i) => {
        near(vector, (expected.data as Float32Array).slice(i * model.dim, (i + 1) * model.dim));
      });
    }
  });

  it('gives a text the same unit vector alone and beside longer ones; zero for nothing', async () => {
    const model = await load();
    const together = await model.embed([...TEXTS, ...TEXTS, ...TEXTS, ...TEXTS], 'query');
    expect(together).toHaveLength(TEXTS.length * 4);
    for (const [i, text] of TEXTS.entries()) {
      const [alone] = await model.embed([text], 'query');
      near(alone!, together[i]!);
      expect(dot(alone!, alone!)).toBeCloseTo(text === '' ? 0 : 1, 5);
    }
  });

  it('puts before a text what the model wants there', async () => {
    const model = await load({ queryPrefix: 'query: ', passagePrefix: 'passage: ' });
    const plain = await load();
    const [[query], [passage], [written]] = await Promise.all([
      model.embed(['gas'], 'query'),
      model.embed(['gas'], 'passage'),
      plain.embed(['query: gas'], 'query'),
    ]);
    near(query!, written!);
    expect(dot(query!, passage!)).toBeLessThan(0.999);
  });

  it('reads no more than maxTokens', async () => {
    const model = await load({ maxTokens: 3 });
    const [short, long] = await model.embed(['card is declined', 'card is declined at the shop'], 'query');
    near(short!, long!);
  });

  it('says so when there is no model', async () => {
    await expect(
      loadSentenceTransformer(await importTransformers(), path.join(folder, 'nowhere'), SETTINGS),
    ).rejects.toThrow();
  });
});
