import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../src/config.ts';
import { problemSeparation, recallAt } from '../src/core/retrieval/evaluation/modelQuality.ts';
import { areaUnderCurve, nearest } from '../src/core/retrieval/evaluation/modelQuality.ts';
import type { Embedder } from '../src/core/retrieval/embedder.ts';
import { loadStaticModel } from '../src/core/retrieval/staticModel.ts';
import { main, parseArguments } from './lib/commandLine.ts';
import { MODELS, ROOT } from './lib/paths.ts';
import { readClinc, readTatoeba, readXquad, readXsid } from './model/evaluationSets.ts';
import { loadPhrasebook, type PhrasebookLine } from './model/phrasebook.ts';

const USAGE = 'npm run eval:model -- [--model <folder>] [--corpora ../shared/corpora] [--json]';

/** Measures a static model by itself: problems it never saw, and the public sets of a corpora folder where there is one. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    model: { type: 'string', default: path.join(MODELS, config.model) },
    corpora: { type: 'string', default: path.join(ROOT, '../shared/corpora') },
    json: { type: 'boolean', default: false },
  });
  const model = await loadStaticModel((name) => readFile(path.join(values.model, name)));
  const { heldOut } = await loadPhrasebook();
  const sets = path.join(values.corpora, 'eval');
  const report = {
    model: model.id,
    heldOutProblems: await separation(model, heldOut),
    ...(existsSync(sets)
      ? { public: await publicSets(model, values.corpora) }
      : { skipped: `${sets} is not there: its sets are left out.` }),
  };
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else for (const line of asLines(report)) console.log(line);
});

async function separation(model: Embedder, problems: ReadonlyMap<string, readonly PhrasebookLine[]>) {
  const lines = [...problems.values()].flat();
  const vectors = await model.embed(lines.map(({ text }) => text));
  return problemSeparation(
    lines.map(({ problem, lang }, i) => ({ problem, isChinese: lang === 'zh', vector: vectors[i]! })),
  );
}

async function publicSets(model: Embedder, corpora: string) {
  const [xquad, tatoeba, xsid, clinc] = await Promise.all([
    readXquad(corpora),
    readTatoeba(corpora),
    readXsid(corpora),
    readClinc(corpora),
  ]);
  const own = (i: number): number => i;
  const sides = { en: await model.embed(tatoeba.en), zh: await model.embed(tatoeba.zh) };
  const languages = ['en', 'zh'] as const;
  const directions = languages.flatMap((from) => languages.map((to) => [from, to] as const));
  const xquadRows = await Promise.all(
    directions.map(async ([from, to]) => {
      const questions = await model.embed(xquad[from].questions.map(({ text }) => text));
      const passages = await model.embed(xquad[to].passages);
      const right = (i: number): number => xquad[from].questions[i]!.passage;
      return [`${from}→${to}`, recallAt(3, questions, passages, right)] as const;
    }),
  );
  return {
    'XQuAD R@3': Object.fromEntries(xquadRows),
    'Tatoeba P@1': {
      'en→zh': recallAt(1, sides.en, sides.zh, own),
      'zh→en': recallAt(1, sides.zh, sides.en, own),
    },
    'xSID intent by nearest neighbour': {
      'en→en': await intentAccuracy(model, xsid.known.en, xsid.asked.en),
      'zh→en': await intentAccuracy(model, xsid.known.en, xsid.asked.zh),
    },
    CLINC150: await clincQuality(model, clinc),
  };
}

interface Utterance {
  readonly intent: string;
  readonly text: string;
}

async function intentAccuracy(
  model: Embedder,
  known: readonly Utterance[],
  asked: readonly Utterance[],
): Promise<number> {
  const knownVectors = await model.embed(known.map(({ text }) => text));
  const askedVectors = await model.embed(asked.map(({ text }) => text));
  const right = asked.filter(
    ({ intent }, i) => known[nearest(askedVectors[i]!, knownVectors).index]!.intent === intent,
  );
  return right.length / asked.length;
}

async function clincQuality(
  model: Embedder,
  { known, asked }: { known: readonly Utterance[]; asked: readonly Utterance[] },
) {
  const knownVectors = await model.embed(known.map(({ text }) => text));
  const vectors = await model.embed(asked.map(({ text }) => text));
  const found = vectors.map((vector) => nearest(vector, knownVectors));
  const inScope = asked.flatMap(({ intent }, i) => (intent === 'oos' ? [] : [i]));
  const outOfScope = asked.flatMap(({ intent }, i) => (intent === 'oos' ? [i] : []));
  return {
    accuracy:
      inScope.filter((i) => known[found[i]!.index]!.intent === asked[i]!.intent).length / inScope.length,
    outOfScopeAuc: areaUnderCurve(
      inScope.map((i) => found[i]!.cosine),
      outOfScope.map((i) => found[i]!.cosine),
    ),
  };
}

/** "path: value", a line each. */
function asLines(value: unknown, at = ''): string[] {
  if (typeof value === 'number') return [`${at}: ${Number.isInteger(value) ? value : value.toFixed(3)}`];
  if (typeof value !== 'object' || value === null) return [`${at}: ${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => asLines(inner, at === '' ? key : `${at}, ${key}`));
}
