import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  ELEMENT,
  onnxFile,
  op,
  type Constant,
  type Operator,
} from '../../src/core/retrieval/onnx/onnxFile.ts';
import { config } from '../../src/config.ts';
import { seededRandom } from '../../src/core/random.ts';
import { readModelFolder } from '../../src/core/retrieval/modelFolder.ts';
import { dequantize } from '../../src/core/retrieval/vectors.ts';

const HIDDEN = 32;
const INNER = 64;

/**
 * Writes a small BERT-like encoder in the layout of transformers.js: a layer of attention and one of perceptrons over the
 * static model's own tokens, whose rows a seeded random matrix brings down to 32 columns. It understands a little, which
 * is all a test needs, and it loads and runs as a real one does. Four megabytes, so it is made and not committed.
 */
export async function writeTinyTransformer(out: string): Promise<void> {
  const model = path.join('public/models', config.model);
  const { table } = await readModelFolder((name) => readFile(path.join(model, name)));
  const random = seededRandom(7);
  const gaussian = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const matrix = (rows: number, columns: number): Float32Array =>
    Float32Array.from({ length: rows * columns }, () => gaussian() / Math.sqrt(rows));

  const projection = matrix(table.dim, HIDDEN);
  const words = multiply(dequantize(table), projection, table.dim);
  const rows = table.scales.length;
  const constants = [
    floats('words', words, [rows, HIDDEN]),
    ...['query', 'key', 'value', 'output'].map((name) =>
      floats(name, matrix(HIDDEN, HIDDEN), [HIDDEN, HIDDEN]),
    ),
    floats('inner', matrix(HIDDEN, INNER), [HIDDEN, INNER]),
    floats('outer', matrix(INNER, HIDDEN), [INNER, HIDDEN]),
    floats('gain', new Float32Array(HIDDEN).fill(1), [HIDDEN]),
    floats('shift', new Float32Array(HIDDEN), [HIDDEN]),
    floats('scale', Float32Array.of(1 / Math.sqrt(HIDDEN)), []),
    floats('one', Float32Array.of(1), []),
    floats('never', Float32Array.of(-1e9), []),
    {
      name: 'second',
      element: 'int64',
      shape: [1],
      bytes: new Uint8Array(BigInt64Array.of(1n).buffer),
    } as const,
  ];
  const port = (name: string) => ({ name, element: 'int64', shape: ['texts', 'tokens'] }) as const;
  const onnx = onnxFile({
    name: 'tiny-encoder',
    inputs: [port('input_ids'), port('attention_mask')],
    outputs: [{ name: 'last_hidden_state', element: 'float', shape: ['texts', 'tokens', HIDDEN] }],
    constants,
    operators: OPERATORS,
  });
  const json = (value: object): string => `${JSON.stringify(value)}\n`;
  await mkdir(path.join(out, 'onnx'), { recursive: true });
  await writeFile(path.join(out, 'onnx/model.onnx'), onnx);
  await writeFile(path.join(out, 'config.json'), json({ model_type: 'bert', hidden_size: HIDDEN }));
  const tokenizer = { tokenizer_class: 'BertTokenizer', model_max_length: 64, pad_token: '[PAD]' };
  await writeFile(path.join(out, 'tokenizer_config.json'), json(tokenizer));
  await writeFile(path.join(out, 'tokenizer.json'), await readFile(path.join(model, 'tokenizer.json')));
}

const OPERATORS: readonly Operator[] = [
  op('Gather', 'words input_ids', 'embedded', { axis: 0 }),
  op('MatMul', 'embedded query', 'queries'),
  op('MatMul', 'embedded key', 'keys'),
  op('MatMul', 'embedded value', 'values'),
  op('Transpose', 'keys', 'keysT', { perm: [0, 2, 1] }),
  op('MatMul', 'queries keysT', 'products'),
  op('Mul', 'products scale', 'logits'),
  op('Cast', 'attention_mask', 'present', { to: ELEMENT.float }),
  op('Sub', 'one present', 'absent'),
  op('Mul', 'absent never', 'penalties'),
  op('Unsqueeze', 'penalties second', 'penaltyRow'),
  op('Add', 'logits penaltyRow', 'masked'),
  op('Softmax', 'masked', 'shares', { axis: -1 }),
  op('MatMul', 'shares values', 'context'),
  op('MatMul', 'context output', 'attended'),
  op('Add', 'embedded attended', 'residual'),
  op('LayerNormalization', 'residual gain shift', 'normal', { axis: -1 }),
  op('MatMul', 'normal inner', 'raised'),
  op('Tanh', 'raised', 'bent'),
  op('MatMul', 'bent outer', 'lowered'),
  op('Add', 'normal lowered', 'last_hidden_state'),
];

function floats(name: string, values: Float32Array, shape: readonly number[]): Constant {
  return { name, element: 'float', shape, bytes: new Uint8Array(values.buffer) };
}

/** rows × dim times dim × HIDDEN. */
function multiply(left: Float32Array, right: Float32Array, dim: number): Float32Array {
  const rows = left.length / dim;
  const product = new Float32Array(rows * HIDDEN);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < dim; i++) {
      const value = left[row * dim + i]!;
      for (let column = 0; column < HIDDEN; column++)
        product[row * HIDDEN + column]! += value * right[i * HIDDEN + column]!;
    }
  }
  return product;
}

/** How a deployment would describe it in src/config.ts. */
export const TINY_SETTINGS = {
  kind: 'transformer',
  model: 'makers/tiny',
  queryPrefix: 'query: ',
  passagePrefix: 'passage: ',
  pooling: 'mean',
  dtype: 'fp32',
  maxTokens: 64,
} as const;
