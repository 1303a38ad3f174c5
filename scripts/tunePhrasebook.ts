import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../src/config.ts';
import { seededRandom } from '../src/core/random.ts';
import { modelFiles, readModelFolder } from '../src/core/retrieval/modelFolder.ts';
import { tokenizerOf } from '../src/core/retrieval/staticModel.ts';
import { tune } from '../src/core/retrieval/training/tune.ts';
import { dequantize, quantize } from '../src/core/retrieval/vectors.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { MODELS } from './lib/paths.ts';
import { loadPhrasebook } from './model/phrasebook.ts';

const USAGE =
  'npm run model:phrasebook -- --base <model folder> [--out <model folder>] [--steps 2500] [--seed 1]';

/** The last stage of training: teaches a base model the problems of the phrasebook and of this deployment's articles. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    base: { type: 'string' },
    out: { type: 'string', default: path.join(MODELS, config.model) },
    steps: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '1' },
  });
  if (values.base === undefined) throw new UsageError('Which base model?');
  const base = values.base;
  const steps = Number(values.steps);
  const folder = await readModelFolder((name) => readFile(path.join(base, name)));
  const { dim } = folder.table;
  const tokensOf = tokenizerOf(folder);
  const problems = [...(await loadPhrasebook()).values()].map((texts) => texts.map(tokensOf));
  const table = { dim, values: dequantize(folder.table) };
  console.log(`${problems.length} problems, ${problems.flat().length} texts, ${steps} steps.`);

  const started = performance.now();
  let sum = 0;
  tune(table, problems, {
    steps,
    batch: 160,
    learningRate: 0.004,
    temperature: 0.07,
    random: seededRandom(Number(values.seed)),
    onStep: (step, loss) => {
      sum += loss;
      if (step % 100 !== 0) return;
      const seconds = (performance.now() - started) / 1000;
      const left = (seconds / step) * (steps - step);
      console.log(`step ${step}/${steps}, loss ${(sum / 100).toFixed(3)}, ${left.toFixed(0)} s left`);
      sum = 0;
    },
  });

  const rows = Array.from({ length: folder.config.rows }, (_, row) =>
    table.values.subarray(row * dim, (row + 1) * dim),
  );
  const files = modelFiles(folder, quantize(rows, dim));
  await mkdir(values.out, { recursive: true });
  for (const [name, content] of files) await writeFile(path.join(values.out, `${name}.new`), content);
  for (const name of files.keys())
    await rename(path.join(values.out, `${name}.new`), path.join(values.out, name));
  console.log(`Written to ${values.out}.`);
});
