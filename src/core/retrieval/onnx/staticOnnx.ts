import type { QuantizedVectors } from '../vectors.ts';
import { ELEMENT, onnxFile, op, scalar, type Constant, type Operator } from './onnxFile.ts';

/**
 * A static model as an ONNX file in the layout of model2vec (https://github.com/MinishLab/model2vec), which
 * transformers.js loads with `AutoModel` like any other: `input_ids` [tokens] holds the tokens of all texts one after
 * another, `offsets` [texts] where each text starts, `embeddings` [texts, dim] the L2-normalised mean of each text's
 * rows; zero for a text without tokens. Only plain operators of opset 17, so that every runtime has them.
 * @param table one row a token; it goes in as it is, int8 with a scale a row
 */
export function staticOnnx(table: QuantizedVectors): Uint8Array {
  const { dim, bytes, scales } = table;
  const rows = scales.length;
  return onnxFile({
    name: 'static-embedding',
    inputs: [
      { name: 'input_ids', element: 'int64', shape: ['tokens'] },
      { name: 'offsets', element: 'int64', shape: ['texts'] },
    ],
    outputs: [{ name: 'embeddings', element: 'float', shape: ['texts', dim] }],
    constants: [
      { name: 'table', element: 'int8', shape: [rows, dim], bytes: bytesOf(bytes) },
      { name: 'scales', element: 'float', shape: [rows, 1], bytes: bytesOf(scales) },
      integers('zero', 0),
      integers('one', 1),
      integers('first', [0]),
      integers('second', [1]),
      integers('end', [Number.MAX_SAFE_INTEGER]),
      scalar('tiny', 1e-12),
    ],
    operators: OPERATORS,
  });
}

const OPERATORS: readonly Operator[] = [
  // The tokens' rows as floats.
  op('Gather', 'table input_ids', 'rowBytes', { axis: 0 }),
  op('Cast', 'rowBytes', 'rowValues', { to: ELEMENT.float }),
  op('Gather', 'scales input_ids', 'rowScales', { axis: 0 }),
  op('Mul', 'rowValues rowScales', 'rows'),
  // A text ends where the next one starts, the last one where the tokens end.
  op('Shape', 'input_ids', 'tokenCount'),
  op('Slice', 'offsets second end first', 'nextOffsets'),
  op('Concat', 'nextOffsets tokenCount', 'ends', { axis: 0 }),
  // mask[text, token] is 1 where the token belongs to the text.
  op('Squeeze', 'tokenCount first', 'tokenTotal'),
  op('Range', 'zero tokenTotal one', 'positions'),
  op('Unsqueeze', 'positions first', 'positionRow'),
  op('Unsqueeze', 'offsets second', 'startColumn'),
  op('Unsqueeze', 'ends second', 'endColumn'),
  op('LessOrEqual', 'startColumn positionRow', 'isStarted'),
  op('Less', 'positionRow endColumn', 'isNotEnded'),
  op('And', 'isStarted isNotEnded', 'belongs'),
  op('Cast', 'belongs', 'mask', { to: ELEMENT.float }),
  op('MatMul', 'mask rows', 'sums'),
  // A sum, scaled to length one, is the mean scaled to length one.
  op('ReduceL2', 'sums', 'lengths', { axes: [1], keepdims: 1 }),
  op('Max', 'lengths tiny', 'divisors'),
  op('Div', 'sums divisors', 'embeddings'),
];

function integers(name: string, value: number | readonly number[]): Constant {
  const values = [value].flat().map(BigInt);
  const shape = typeof value === 'number' ? [] : [values.length];
  return { name, element: 'int64', shape, bytes: bytesOf(BigInt64Array.from(values)) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array | Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
