import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../src/config.ts';
import { shortHash } from '../src/core/article/sourceHash.ts';
import { seededRandom } from '../src/core/random.ts';
import { tokenizeWith } from '../src/core/retrieval/staticModel.ts';
import type { Tokens } from '../src/core/retrieval/training/embeddingBag.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { CACHE, MODELS } from './lib/paths.ts';
import { baseSources } from './model/baseSources.ts';
import { readCorpora, type Corpora } from './model/corpora.ts';
import { onnxContrast } from './model/onnxContrast.ts';
import { dropPunctuation } from './model/dropPunctuation.ts';
import { loadPhrasebook, type Phrasebook } from './model/phrasebook.ts';
import { shipModel } from './model/shipModel.ts';
import { trainTokenizer, type TokenizerFile } from './model/trainTokenizer.ts';
import { randomTable, trainBase, trainProblems } from './model/trainStages.ts';
import { withSlips } from './model/typingSlips.ts';

const USAGE =
  'npm run model:train -- --corpora <folder> [--out <model folder>] [--steps 6000] [--problem-steps 3500] [--vocabulary 28000] [--columns 256] [--seed 1]';
/** Columns that are trained; the first of them are shipped. */
const TRAINED_COLUMNS = 256;
const MAX_TOKENS = 256;
/** People's wordings, interface texts of wallets and everyday sentences are what readers write like. */
const EVERYDAY = new Set(
  'manythings_cmn tico19 rabby unstoppable alphawallet bluewallet bitpay etherwallet electrum monero-gui edge'.split(
    ' ',
  ),
);

/** Trains the bilingual model from nothing: tokenizer, general text, people's problems. Goes on where it was stopped. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    corpora: { type: 'string' },
    out: { type: 'string', default: path.join(MODELS, config.model) },
    steps: { type: 'string', default: '6000' },
    'problem-steps': { type: 'string', default: '3500' },
    vocabulary: { type: 'string', default: '28000' },
    columns: { type: 'string', default: '256' },
    seed: { type: 'string', default: '1' },
  });
  if (values.corpora === undefined) throw new UsageError('Where are the corpora?');
  const [steps, problemSteps, vocabulary, columns, seed] = [
    values.steps,
    values['problem-steps'],
    values.vocabulary,
    values.columns,
    values.seed,
  ].map(wholeNumber) as [number, number, number, number, number];

  const print = (line: string): void => console.log(line);
  const corpora = await readCorpora(values.corpora);
  const phrasebook = await loadPhrasebook();
  const work = path.join(CACHE, 'model-train', shortHash(JSON.stringify([vocabulary, steps, seed])));
  await mkdir(work, { recursive: true });
  print(`Working in ${work}; stop at any time, the same command goes on.`);

  const trained = await once(path.join(work, 'tokenizer.json'), () => {
    print('Training the tokenizer …');
    return trainTokenizer(tokenizerTexts(corpora, phrasebook), vocabulary, (left) => print(`${left} pieces`));
  });
  const contrast = await onnxContrast();
  const stage = { seed, contrast, folder: work, print };
  print('Reading the corpora as tokens …');
  const fresh = randomTable(trained.model.vocab.length, TRAINED_COLUMNS, seed);
  const general = await trainBase(fresh, baseSources(corpora, tokensBy(trained)), { ...stage, steps });
  const { tokenizer, table } = dropPunctuation(trained, general);
  const shipped = { tokenizer, table, columns, maxTokens: MAX_TOKENS, phrasebook };
  await shipModel(path.join(work, 'base'), { id: `${config.model}-base`, ...shipped });

  const tokens = tokensBy(tokenizer);
  const problems = problemTexts(phrasebook, tokens, seed);
  await trainProblems(table, problems, baseSources(corpora, tokens), { ...stage, steps: problemSteps });
  await shipModel(values.out, { id: config.model, ...shipped });
  print(`Written to ${values.out}; the base, before people's problems, is in ${path.join(work, 'base')}.`);
});

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`"${text}" is not a whole number.`);
  return value;
}

async function once(file: string, make: () => TokenizerFile): Promise<TokenizerFile> {
  const saved = await readFile(file, 'utf8').catch(() => undefined);
  if (saved !== undefined) return JSON.parse(saved) as TokenizerFile;
  const made = make();
  await writeFile(file, JSON.stringify(made));
  return made;
}

function tokenizerTexts(corpora: Corpora, { problems, offTopic }: Phrasebook) {
  const sides = (pairs: Corpora['translations']): string[] => pairs.flatMap(({ a, b }) => [a, b]);
  const isEveryday = ({ source }: { source: string }): boolean => EVERYDAY.has(source);
  return [
    { weight: 10, texts: [...problems.values(), ...offTopic.values()].flat().map(({ text }) => text) },
    { weight: 4, texts: sides(corpora.translations.filter(isEveryday)) },
    { weight: 4, texts: [...corpora.intents.values()].flat() },
    { weight: 1, texts: sides(corpora.translations.filter((pair) => !isEveryday(pair))) },
    { weight: 0.5, texts: sides([...corpora.headings, ...corpora.neighbours]) },
    { weight: 0.2, texts: sides(corpora.dictionary) },
  ];
}

function tokensBy(tokenizer: TokenizerFile): (text: string) => Tokens {
  const tokenize = tokenizeWith(tokenizer, {
    maxTokens: MAX_TOKENS,
    ignoredTokenIds: [0, 1],
    rows: tokenizer.model.vocab.length,
  });
  return (text) => Uint16Array.from(tokenize(text));
}

/** Every text as it is, and once more with slips; kinds of off-topic messages are problems too, to be told apart. */
function problemTexts(
  { problems, offTopic }: Phrasebook,
  tokenize: (text: string) => Tokens,
  seed: number,
): Tokens[][] {
  const random = seededRandom(seed);
  return [...problems.values(), ...offTopic.values()].map((lines) =>
    lines.flatMap(({ text }) => {
      const slipped = withSlips(text, 0.3, random);
      return slipped === text ? [tokenize(text)] : [tokenize(text), tokenize(slipped)];
    }),
  );
}
