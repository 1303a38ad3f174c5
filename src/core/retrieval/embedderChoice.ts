import type { Dtype } from './transformers.ts';

/** Which models a deployment's suggestions come from. */
export type EmbedderChoice =
  /** The shipped static model alone. */
  { readonly kind: 'static' } | TransformerChoice;

/**
 * Any sentence-embedding model that transformers.js runs. The static model still answers first; this one, when it has
 * come, re-orders the best articles. It costs a reader who starts to write 2.5 MB (compressed) of runtime, and the model.
 */
export type TransformerChoice = TransformerSettings & (HubSource | LocalSource);

export interface TransformerSettings {
  readonly kind: 'transformer';
  /** Its name on the hub, `Xenova/multilingual-e5-small`; of a local one, any name. */
  readonly model: string;
  /** What the model wants before a question: `query: ` for E5, '' for most. */
  readonly queryPrefix: string;
  /** What it wants before a text that is searched: `passage: ` for E5, '' for most. */
  readonly passagePrefix: string;
  /** How its token vectors become one: their mean, or the first one's; the model's card says which. */
  readonly pooling: 'mean' | 'cls';
  /** Precision of the weights, and so which file is read; `q8` is a quarter of `fp32` and hardly worse. */
  readonly dtype: Dtype;
  /** Longer texts are cut: time grows with the square of it. 128 is plenty for a question. */
  readonly maxTokens: number;
}

/** The build downloads it once, to `.cache/models`, and the site serves it itself: no reader ever asks the hub. */
interface HubSource {
  readonly source: 'hub';
  /** A branch, tag or commit; a commit makes builds repeatable. `main` unless set. */
  readonly revision?: string;
  /** A mirror of the hub, with a slash at the end; https://huggingface.co/ unless set. */
  readonly host?: string;
}

/** It lies in the project, and is published with everything else below `public/`. */
interface LocalSource {
  readonly source: 'local';
  /** Its folder below `public/`, in the layout of transformers.js: config.json, tokenizer.json, onnx/… */
  readonly path: string;
}

const SUFFIXES: Readonly<Record<Dtype, string>> = {
  fp32: '',
  fp16: '_fp16',
  q8: '_quantized',
  int8: '_int8',
  uint8: '_uint8',
  q4: '_q4',
  q4f16: '_q4f16',
  bnb4: '_bnb4',
};

/** What transformers.js reads of a model folder, in its layout. */
export function transformerFiles(dtype: Dtype): string[] {
  return ['config.json', 'tokenizer.json', 'tokenizer_config.json', `onnx/model${SUFFIXES[dtype]}.onnx`];
}
