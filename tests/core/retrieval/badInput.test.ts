import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIndexes } from '../../../scripts/lib/knowledge.ts';
import { loadTable } from '../../../scripts/lib/models.ts';
import { config } from '../../../src/config.ts';
import { deserializeIndex, serializeIndex, vectorsOf } from '../../../src/core/retrieval/knowledgeIndex.ts';
import { modelFiles, readModelFolder } from '../../../src/core/retrieval/modelFolder.ts';
import { loadStaticModel } from '../../../src/core/retrieval/staticModel.ts';
import { packVectors, quantize, unpackVectors } from '../../../src/core/retrieval/vectors.ts';

const model = await loadTable();
const indexes = await buildIndexes('public', model);

/** A model of three tokens and two columns, small enough to see all of it in a message. */
const base = await readModelFolder((name) => readFile(path.join('public/models', config.model, name)));
const vocab = ['<pad>', '<unk>', '▁card'].map((token) => [token, -1] as const);
const tokenizer = { ...base.tokenizer, added_tokens: [], model: { type: 'Unigram', unk_id: 1, vocab } };
const table = (rows: number) =>
  quantize(
    Array.from({ length: rows }, () => Float32Array.of(0.6, 0.8)),
    2,
  );
const tiny = (rows: number, other: object = tokenizer) =>
  modelFiles(
    { config: { ...base.config, id: 'tiny', files: base.config.files }, tokenizer: other },
    table(rows),
  );

/** What loading says when some files of a folder are other ones, with the error's name. */
async function complaint(files: Map<string, Uint8Array>, changes: Record<string, Uint8Array> = {}) {
  const folder = new Map([...files, ...Object.entries(changes)]);
  return loadStaticModel(async (name) => folder.get(name) ?? Promise.reject(new Error(`no ${name}`))).then(
    ({ dim }) => `loaded, ${dim} columns`,
    String,
  );
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('a model folder', () => {
  it('is loaded when its files fit one another', async () => {
    expect(await complaint(tiny(3))).toBe('loaded, 2 columns');
  });

  it('is refused by name, file and reason when they do not', async () => {
    const files = tiny(3);
    const bytes = files.get('table.i8.bin')!;
    const ours = JSON.parse(new TextDecoder().decode(files.get('config.json'))) as Record<string, unknown>;
    expect({
      truncated: await complaint(files, { 'table.i8.bin': bytes.subarray(1) }),
      altered: await complaint(files, { 'table.i8.bin': bytes.map((byte) => byte ^ 1) }),
      'of other rows': await complaint(files, { 'config.json': bytesOf({ ...ours, rows: 4 }) }),
      'tokens beyond the table': await complaint(tiny(2)),
      'another tokenizer': await complaint(tiny(3, {})),
      'config is empty': await complaint(files, { 'config.json': new Uint8Array() }),
      'config of a transformer': await complaint(files, {
        'config.json': bytesOf({ model_type: 'bert', hidden_size: 384 }),
      }),
    }).toMatchInlineSnapshot(`
      {
        "altered": "ModelError: table.i8.bin of tiny has the checksum f83bf38cdbff, expected da867cef4004: it was altered.",
        "another tokenizer": "ModelError: tokenizer.json of tiny is not one: expected its tokens in model.vocab.",
        "config is empty": "ModelError: config.json of the model is not JSON.",
        "config of a transformer": "ModelError: config.json of the model is not one: ✖ Invalid input: expected string, received undefined
        → at id
      ✖ Invalid input: expected "model2vec"
        → at model_type
      ✖ Invalid input: expected number, received undefined
        → at dim
      ✖ Invalid input: expected number, received undefined
        → at rows
      ✖ Invalid input: expected number, received undefined
        → at maxTokens
      ✖ Invalid input: expected array, received undefined
        → at ignoredTokenIds
      ✖ Invalid input: expected object, received undefined
        → at files",
        "of other rows": "ModelError: The table of tiny does not have 4 rows of 2 columns.",
        "tokens beyond the table": "ModelError: tokenizer.json of tiny has 3 tokens, its table 2 rows: they are not of one model.",
        "truncated": "ModelError: table.i8.bin of tiny is 5 bytes, expected 6: it is truncated or another file.",
      }
    `);
  });
});

describe('an index', () => {
  it('of another version, or with vectors of another length, is refused', () => {
    const [index] = indexes;
    const file = serializeIndex(index!, model);
    const packed = packVectors(vectorsOf(index!)).subarray(0, 1_000);
    const complaintOf = (run: () => unknown): string => {
      try {
        return `no error: ${String(run())}`;
      } catch (error) {
        return String(error);
      }
    };
    expect([
      complaintOf(() => deserializeIndex({ ...file, version: 99 }, undefined)),
      complaintOf(() => unpackVectors(packed, 10, 256)),
      complaintOf(() => unpackVectors(new Uint8Array(), 1, 2)),
    ]).toMatchInlineSnapshot(`
      [
        "Error: The index has version 99, expected 6: build the site again.",
        "RangeError: Vectors are 1000 bytes, expected 2600 (10 × 256).",
        "RangeError: Vectors are 0 bytes, expected 6 (1 × 2).",
      ]
    `);
  });
});
