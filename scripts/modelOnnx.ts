import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../src/config.ts';
import { readModelFile } from '../src/core/retrieval/modelConfig.ts';
import { readModelFolder } from '../src/core/retrieval/modelFolder.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { MODELS } from './lib/paths.ts';
import { loadPhrasebook } from './model/phrasebook.ts';
import { backgroundFile } from './model/shipModel.ts';
import { writeModelFolder } from './model/writeModelFolder.ts';

/** Gives a model folder its ONNX file, made from its table, and on request the phrasebook's messages as its background. */
await main('npm run model:onnx -- [model folder] [--background]', async () => {
  const { positionals, values } = parseArguments({ background: { type: 'boolean', default: false } });
  if (positionals.length > 1) throw new UsageError('One model folder at a time.');
  const out = positionals[0] ?? path.join(MODELS, config.model);
  const read = (name: string): Promise<Uint8Array> => readFile(path.join(out, name));
  const folder = await readModelFolder(read).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UsageError(`${out} is not a model folder: ${(error as Error).message}.`);
  });
  const kept = folder.config.files['background.json']
    ? await readModelFile('background.json', read, folder.config)
    : undefined;
  const background = values.background ? backgroundFile(await loadPhrasebook()) : kept;
  await writeModelFolder(out, folder, folder.table, background);
  console.log(`Written: ${path.join(out, 'onnx/model.onnx')}, and config.json that lists it.`);
});
