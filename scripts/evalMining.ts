import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { splitLocale } from '../src/core/article/language.ts';
import {
  evaluateGrouping,
  type GroupingScores,
  type LabelledTicket,
} from '../src/core/mining/evaluation/evaluateGrouping.ts';
import type { ClusterScores } from '../src/core/mining/evaluation/clusterScores.ts';
import { articleGuess } from '../src/core/mining/articleGuess.ts';
import { prepareTicket } from '../src/core/mining/minedTicket.ts';
import { createOffTopic } from '../src/core/mining/offTopic.ts';
import { FORMATS } from '../src/core/ticket/format.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { loadArticleSources } from './lib/articles.ts';
import { openKnowledge } from './lib/knowledge.ts';
import { loadOffTopic, loadTable } from './lib/models.ts';
import { openExport } from './mine/readExport.ts';
import { checkInput } from './mine/writeReport.ts';

const USAGE =
  'npm run eval:mining -- --tickets <file> --labels <file> [--format auto|…] [--model base|tuned] [--json]';
const HELP = `usage: ${USAGE}

Scores how the mining groups tickets whose problems are known, beside k-means (told how many there are) and mutual
neighbours on the same tickets.

  --tickets  an export, as npm run mine reads it
  --labels   NDJSON, {"ticketId": "…", "label": "…"} a line; noise, none, other and oos name what is no problem
  --model    base (default), which mines best, or the one tuned to the site's articles
  --json     the scores as one JSON object

Exit codes: 0 scored, 1 nothing to score, 2 wrong usage.`;
const SEED = 1;

const labelLine = z.object({
  ticketId: z.union([z.string(), z.number()]).transform(String),
  label: z.string(),
});

/** Scores how the mining groups tickets whose problems are known, beside k-means and others on the same tickets. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    tickets: { type: 'string' },
    labels: { type: 'string' },
    format: { type: 'string', default: 'auto' },
    model: { type: 'string', default: 'base' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return console.log(HELP);
  if (!values.tickets || !values.labels) throw new UsageError('Both --tickets and --labels are needed.');
  const format = FORMATS.find((name) => name === values.format);
  if (!format)
    throw new UsageError(`Unknown format "${values.format}": expected one of ${FORMATS.join(', ')}.`);
  if (values.model !== 'base' && values.model !== 'tuned')
    throw new UsageError(`Unknown model "${values.model}": expected base or tuned.`);
  await checkInput(values.tickets);
  await checkInput(values.labels);
  const labels = await readLabels(values.labels);
  const slugs = new Set((await loadArticleSources()).map(({ id }) => splitLocale(id).slug));
  const labelled: LabelledTicket[] = [];
  let others = 0;
  const { tickets } = await openExport(values.tickets, {
    format,
    columns: {},
    onColumns: () => undefined,
    onSkip: () => others++,
  });
  for await (const ticket of tickets) {
    const label = labels.get(ticket.id);
    if (label === undefined) others++;
    else labelled.push({ ticket: prepareTicket(ticket, slugs).mined, label });
  }
  if (labelled.length === 0)
    throw new ProblemsFound(`No ticket of ${values.tickets} has a label in ${values.labels}.`);
  if (others > 0) console.error(`${others} records without a label or that are no tickets are left out.`);
  const site = await openKnowledge('public');
  const embedder = values.model === 'tuned' ? site.embedder : await loadTable();
  const offTopic = createOffTopic(await embedder.embed(await loadOffTopic()));
  const scores = await evaluateGrouping(labelled, embedder, offTopic, SEED, articleGuess(site.indexes));
  if (values.json) console.log(JSON.stringify(scores, rounded, 2));
  else for (const line of asLines(scores, labelled.length)) console.log(line);
});

async function readLabels(file: string): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string>();
  let [number, again] = [0, 0];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = labelLine.safeParse(parseJson(line));
    if (!parsed.success) {
      throw new ProblemsFound(
        `${file}, line ${number}: expected {"ticketId": "…", "label": "…"} and found something else.`,
      );
    }
    const { ticketId, label } = parsed.data;
    if ((labels.get(ticketId) ?? label) !== label) again++;
    labels.set(ticketId, label);
  }
  if (again > 0)
    console.error(`${file}: ${again} times a ticket has another label than above; the last one counts.`);
  return labels;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
}

function asLines(scores: GroupingScores, count: number): string[] {
  const { baselines, stability, together } = scores;
  const line = (name: string, { nmi, ari, accuracy, vMeasure }: ClusterScores): string =>
    [name.padEnd(34), ...[nmi, ari, accuracy, vMeasure].map((value) => value.toFixed(3).padStart(9))].join(
      '',
    );
  const share = (value: number | null): string => (value === null ? '–' : `${Math.round(value * 100)} %`);
  return [
    `${count} tickets, ${scores.trueIssues} problems; ${scores.issues} issues found, ${share(scores.coverage)} of the tickets in one.`,
    `${''.padEnd(34)}      NMI      ARI accuracy V-measure`,
    line('mining (not told how many)', scores),
    line('k-means on the same vectors', baselines.kMeans),
    line('k-means on TF-IDF', baselines.tfidfKMeans),
    line('mutual 10-NN, Louvain at 6', baselines.mutualNeighboursLouvain),
    `Stability (ARI): other seeds ${stability.seeds.toFixed(3)}, half of the tickets ${stability.bootstrap.toFixed(3)}.`,
    `Pairs of one problem in one issue: same language ${share(together.sameLanguage)}, across languages ${share(together.acrossLanguages)}.`,
  ];
}
