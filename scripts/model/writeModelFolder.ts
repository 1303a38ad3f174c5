import { modelFiles, type ModelFolder } from '../../src/core/retrieval/modelFolder.ts';
import { folderAt } from '../lib/folder.ts';
import type { QuantizedVectors } from '../../src/core/retrieval/vectors.ts';
import { staticOnnx } from '../../src/core/retrieval/onnx/staticOnnx.ts';

/**
 * Writes a model folder whole: tokenizer, table, the table as ONNX, and the configuration that lists them. Every file is
 * written beside its old self before the first is replaced, so that a full disk leaves the old model as it was.
 * @param folder where its tokenizer and limits come from
 * @param table one row a token
 * @param background the texts of background.json, if the folder is to have them
 */
export async function writeModelFolder(
  out: string,
  folder: Pick<ModelFolder, 'config' | 'tokenizer'>,
  table: QuantizedVectors,
  background?: Uint8Array,
): Promise<void> {
  await folderAt(out).write(modelFiles(folder, table, staticOnnx(table), background));
}
