/**
 * The part of transformers.js (https://github.com/huggingface/transformers.js) that embedding needs. It is passed in:
 * core stays free of its runtimes, and Node and the browser each bring their own.
 */
export interface Transformers {
  readonly env: {
    /** Whether it may ask the hub for what is not there. */
    allowRemoteModels: boolean;
    /** 30 shows warnings, 40 errors only. */
    logLevel: number;
  };
  readonly AutoTokenizer: { from_pretrained(folder: string): Promise<Tokenize> };
  readonly AutoModel: {
    from_pretrained(folder: string, options: { readonly dtype: Dtype }): Promise<RunModel>;
  };
  readonly Tensor: new (type: 'int64', values: BigInt64Array, shape: number[]) => unknown;
}

/** The precision of a model's weights; says which file of its folder is read (`q8`: onnx/model_quantized.onnx). */
export type Dtype = 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4' | 'q4f16' | 'bnb4';

export interface TokenizeOptions {
  readonly add_special_tokens?: boolean;
  readonly padding?: boolean;
  readonly truncation?: boolean;
  readonly max_length?: number;
}

/** Texts to lists of token numbers. */
export type Tokenize = (
  texts: string[],
  options: TokenizeOptions & { return_tensor: false },
) => { readonly input_ids: number[][]; readonly attention_mask: number[][] };

/** Named tensors in, named tensors out. */
export type RunModel = (inputs: Readonly<Record<string, unknown>>) => Promise<Record<string, OutputTensor>>;

export interface OutputTensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** Int64 numbers in the shape given, for a model to read. */
export function integers({ Tensor }: Transformers, values: readonly number[], shape: number[]): unknown {
  return new Tensor('int64', BigInt64Array.from(values, BigInt), shape);
}

/**
 * The numbers of a model's output.
 * @throws Error that says what was expected, if they are not floats
 */
export function floats(output: OutputTensor | undefined, name: string): Float32Array {
  if (output?.data instanceof Float32Array) return output.data;
  throw new Error(
    `The model does not give ${name} as 32-bit floats: choose a sentence-embedding model in the layout of transformers.js, and another dtype if it is fp16.`,
  );
}
