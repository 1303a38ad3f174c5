import protobuf from 'protobufjs/minimal.js';

/** Element types of ONNX tensors that we use (TensorProto.DataType). */
export const ELEMENT = { float: 1, int8: 3, int64: 7, bool: 9 } as const;
export type Element = keyof typeof ELEMENT;

/** A tensor of constants inside a model; `bytes` little-endian, row-major. */
export interface Constant {
  readonly name: string;
  readonly element: Element;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** An input or output; a string in the shape names a length that is not fixed. */
export interface Port {
  readonly name: string;
  readonly element: Element;
  readonly shape: readonly (number | string)[];
}

/** One operator of https://onnx.ai/onnx/operators/ with integer, float or list attributes. */
export interface Operator {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly integers?: Readonly<Record<string, number | readonly number[]>>;
  readonly floats?: Readonly<Record<string, number>>;
}

export interface Graph {
  readonly name: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly constants: readonly Constant[];
  readonly operators: readonly Operator[];
}

/** An operator of one output; its inputs are separated by spaces. */
export function op(type: string, inputs: string, output: string, integers?: Operator['integers']): Operator {
  return { type, inputs: inputs.split(' '), outputs: [output], ...(integers && { integers }) };
}

/** A single float. */
export function scalar(name: string, value: number): Constant {
  return { name, element: 'float', shape: [], bytes: new Uint8Array(Float32Array.of(value).buffer) };
}

const IR_VERSION = 8;
const OPSET = 17;
const ATTRIBUTE = { float: 1, integer: 2, integers: 7 } as const;

/** Field numbers are those of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). */
export function onnxFile(graph: Graph): Uint8Array {
  return message((model) => {
    model.uint32(tag(1, 0)).int64(IR_VERSION);
    model.uint32(tag(2, 2)).string('firstline');
    model.uint32(tag(7, 2)).bytes(graphMessage(graph));
    model.uint32(tag(8, 2)).bytes(message((opset) => opset.uint32(tag(2, 0)).int64(OPSET)));
  });
}

function graphMessage({ name, inputs, outputs, constants, operators }: Graph): Uint8Array {
  return message((writer) => {
    for (const operator of operators) writer.uint32(tag(1, 2)).bytes(operatorMessage(operator));
    writer.uint32(tag(2, 2)).string(name);
    for (const constant of constants) writer.uint32(tag(5, 2)).bytes(constantMessage(constant));
    for (const port of inputs) writer.uint32(tag(11, 2)).bytes(portMessage(port));
    for (const port of outputs) writer.uint32(tag(12, 2)).bytes(portMessage(port));
  });
}

function operatorMessage({ type, inputs, outputs, integers = {}, floats = {} }: Operator): Uint8Array {
  return message((writer) => {
    for (const input of inputs) writer.uint32(tag(1, 2)).string(input);
    for (const output of outputs) writer.uint32(tag(2, 2)).string(output);
    writer.uint32(tag(4, 2)).string(type);
    const attribute = (name: string, kind: number, write: (attribute: protobuf.Writer) => void): void => {
      const body = message((inner) => {
        inner.uint32(tag(1, 2)).string(name);
        write(inner);
        inner.uint32(tag(20, 0)).int32(kind);
      });
      writer.uint32(tag(5, 2)).bytes(body);
    };
    for (const [name, value] of Object.entries(integers)) {
      if (typeof value === 'number')
        attribute(name, ATTRIBUTE.integer, (w) => w.uint32(tag(3, 0)).int64(value));
      else
        attribute(name, ATTRIBUTE.integers, (w) => value.forEach((item) => w.uint32(tag(8, 0)).int64(item)));
    }
    for (const [name, value] of Object.entries(floats)) {
      attribute(name, ATTRIBUTE.float, (w) => w.uint32(tag(2, 5)).float(value));
    }
  });
}

function constantMessage({ name, element, shape, bytes }: Constant): Uint8Array {
  return message((writer) => {
    for (const length of shape) writer.uint32(tag(1, 0)).int64(length);
    writer.uint32(tag(2, 0)).int32(ELEMENT[element]);
    writer.uint32(tag(8, 2)).string(name);
    writer.uint32(tag(9, 2)).bytes(bytes);
  });
}

function portMessage({ name, element, shape }: Port): Uint8Array {
  const dimensions = message((writer) => {
    for (const length of shape) {
      const dimension = message((inner) =>
        typeof length === 'number'
          ? inner.uint32(tag(1, 0)).int64(length)
          : inner.uint32(tag(2, 2)).string(length),
      );
      writer.uint32(tag(1, 2)).bytes(dimension);
    }
  });
  const tensor = message((writer) => {
    writer.uint32(tag(1, 0)).int32(ELEMENT[element]);
    writer.uint32(tag(2, 2)).bytes(dimensions);
  });
  return message((writer) => {
    writer.uint32(tag(1, 2)).string(name);
    writer.uint32(tag(2, 2)).bytes(message((type) => type.uint32(tag(1, 2)).bytes(tensor)));
  });
}

function tag(field: number, wireType: number): number {
  return (field << 3) | wireType;
}

function message(write: (writer: protobuf.Writer) => unknown): Uint8Array {
  const writer = protobuf.Writer.create();
  write(writer);
  return writer.finish();
}
