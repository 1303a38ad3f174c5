import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Contrast } from '../../src/core/retrieval/training/infoNce.ts';
import type { Matrix } from '../../src/core/retrieval/training/matrix.ts';
import { onnxFile, op, scalar, type Graph, type Port } from '../../src/core/retrieval/onnx/onnxFile.ts';

/** Symmetric InfoNCE, as in core's `infoNce`, with the matrix products of onnxruntime: for batches of a thousand. */
export async function onnxContrast(): Promise<Contrast> {
  const session = await InferenceSession.create(onnxFile(GRAPH));
  return async (left, right, temperature) => {
    const { rows, dim } = left;
    const tensorOf = ({ values }: Matrix): Tensor => new Tensor('float32', values, [rows, dim]);
    const outputs = await session.run({
      left: tensorOf(left),
      right: tensorOf(right),
      temperature: new Tensor('float32', [temperature], []),
    });
    const matrixOf = (name: string): Matrix => ({ rows, dim, values: outputs[name]!.data as Float32Array });
    return {
      loss: (outputs['loss']!.data as Float32Array)[0]!,
      left: matrixOf('leftGradient'),
      right: matrixOf('rightGradient'),
    };
  };
}

const port = (name: string, ...shape: string[]): Port => ({ name, element: 'float', shape });

const GRAPH: Graph = {
  name: 'info-nce',
  inputs: [port('left', 'n', 'd'), port('right', 'n', 'd'), port('temperature')],
  outputs: [port('loss'), port('leftGradient', 'n', 'd'), port('rightGradient', 'n', 'd')],
  constants: [scalar('two', 2), scalar('tiny', 1e-12)],
  operators: [
    op('Transpose', 'right', 'rightT', { perm: [1, 0] }),
    op('MatMul', 'left rightT', 'cosines'),
    op('Div', 'cosines temperature', 'logits'),
    op('Softmax', 'logits', 'byRow', { axis: 1 }),
    op('Softmax', 'logits', 'byColumn', { axis: 0 }),
    op('EyeLike', 'logits', 'identity'),
    // Loss: minus the mean log share of each pair's own cell, over rows and columns.
    op('Add', 'byRow tiny', 'byRowSafe'),
    op('Add', 'byColumn tiny', 'byColumnSafe'),
    op('Mul', 'byRowSafe byColumnSafe', 'bothShares'),
    op('Log', 'bothShares', 'logShares'),
    op('Mul', 'logShares identity', 'ownLogShares'),
    op('ReduceSum', 'ownLogShares', 'logSum', { keepdims: 0 }),
    op('ReduceSum', 'identity', 'count', { keepdims: 0 }),
    op('Mul', 'count two', 'twice'),
    op('Neg', 'logSum', 'negativeLogSum'),
    op('Div', 'negativeLogSum twice', 'loss'),
    // Gradient for a logit: softmax minus identity, averaged over both directions.
    op('Add', 'byRow byColumn', 'shares'),
    op('Mul', 'identity two', 'own'),
    op('Sub', 'shares own', 'surplus'),
    op('Mul', 'twice temperature', 'scale'),
    op('Div', 'surplus scale', 'gradient'),
    op('MatMul', 'gradient right', 'leftGradient'),
    op('Transpose', 'gradient', 'gradientT', { perm: [1, 0] }),
    op('MatMul', 'gradientT left', 'rightGradient'),
  ],
};
