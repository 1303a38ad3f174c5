import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { config } from '../src/config.ts';
import { readBackground } from '../src/core/retrieval/tuning/siteModel.ts';
import { reportSchema } from '../src/core/mining/report.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { folderAt } from './lib/folder.ts';
import { loadPhrasings } from './lib/articles.ts';
import { MODELS } from './lib/paths.ts';
import { syntheticTickets, type Problem } from './mine/syntheticTickets.ts';

const USAGE = 'npm run bench:mining -- [--sizes 10000,100000,1000000] [--json]';
const HELP = `usage: ${USAGE}

Makes so many tickets by chance, the same each time, mines them as npm run mine does, and prints time, memory, tickets a
second and how time grows with their number. The million takes minutes and is never stored whole.

Exit codes: 0 measured, 1 a run failed, 2 wrong usage.`;
const SEED = 1;
const SAMPLED_MS = 200;
const LINES_A_BLOCK = 500;
/** Linux counts in hundredths of a second, whatever its clock. */
const TICKS_A_SECOND = 100;
const WANTED = { ticketsPerSecond: 3_000, memoryMB: 4_096, slope: 1.15 } as const;

interface Measured {
  readonly tickets: number;
  readonly seconds: number;
  readonly ticketsPerSecond: number;
  /** Of all threads of the mining process; null where the system does not tell. */
  readonly processorSeconds: number | null;
  /** Of the mining process; null where the system does not tell. */
  readonly peakMemoryMB: number | null;
  readonly issues: number;
}

/** Mines made-up tickets, from their making to the report, through the same command that people run. */
await main(USAGE, async () => {
  const { values } = parseArguments({
    sizes: { type: 'string', default: '10000,100000,1000000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return console.log(HELP);
  const sizes = values.sizes.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new UsageError(`Cannot use --sizes "${values.sizes}": expected whole numbers with commas between.`);
  const problems = await loadProblems();
  const measured: Measured[] = [];
  for (const size of sizes) {
    const result = await measure(size, problems);
    measured.push(result);
    if (!values.json) console.log(asLine(result));
  }
  const slope = slopeOf(measured);
  if (values.json) console.log(JSON.stringify({ sizes: measured, slope, wanted: WANTED }, null, 2));
  else if (slope !== null)
    console.log(`Slope of time over tickets, both as logarithms: ${slope} (1 is linear).`);
});

async function loadProblems(): Promise<Problem[]> {
  const phrasings = [...(await loadPhrasings()).values()].map(({ en, 'zh-CN': zh }) =>
    [...en, ...zh].map(({ text }) => text),
  );
  const { problems } = await readBackground(folderAt(path.join(MODELS, config.model)).readFile);
  return [...phrasings, ...problems].filter(({ length }) => length > 0);
}

async function measure(tickets: number, problems: readonly Problem[]): Promise<Measured> {
  const out = await mkdtemp(path.join(tmpdir(), 'firstline-bench-'));
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'mine.ts'), '--input', '-', '--format', 'ndjson', '--out', out],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  let used: Used = { memoryMB: null, processorSeconds: null };
  const sampling = setInterval(() => {
    void usedBy(child.pid).then((now) => {
      if (now.memoryMB !== null) used = now;
    });
  }, SAMPLED_MS);
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    await pipeline(Readable.from(blocks(syntheticTickets(tickets, problems, SEED))), child.stdin);
    const code = await ended;
    if (code !== 0) throw new Error(`The mining of ${tickets} tickets ended with ${code}.`);
    const seconds = (performance.now() - started) / 1000;
    const report = reportSchema.parse(JSON.parse(await readFile(path.join(out, 'report.json'), 'utf8')));
    return {
      tickets,
      seconds: Math.round(seconds * 10) / 10,
      ticketsPerSecond: Math.round(tickets / seconds),
      processorSeconds: used.processorSeconds,
      peakMemoryMB: used.memoryMB,
      issues: report.issues.length,
    };
  } finally {
    clearInterval(sampling);
    child.kill();
    await rm(out, { recursive: true, force: true });
  }
}

/** Lines by the block: a write for each would cost more than the tickets. */
function* blocks(lines: Iterable<string>): Generator<string> {
  let block: string[] = [];
  for (const line of lines) {
    block.push(line);
    if (block.length < LINES_A_BLOCK) continue;
    yield block.join('');
    block = [];
  }
  yield block.join('');
}

interface Used {
  /** The most memory it has held so far. */
  readonly memoryMB: number | null;
  readonly processorSeconds: number | null;
}

/** What a process has used so far, where Linux tells. */
async function usedBy(pid: number | undefined): Promise<Used> {
  const [status, stat] = await Promise.all(
    ['status', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
  );
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status!)?.[1];
  // After the name in brackets: its state is the third field, the time in its own code the 14th, in the system's the 15th.
  const fields = stat!.slice(stat!.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return {
    memoryMB: kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024),
    processorSeconds: Number.isNaN(ticks) ? null : ticks / TICKS_A_SECOND,
  };
}

/** Least squares through the logarithms. */
function slopeOf(measured: readonly Measured[]): number | null {
  if (measured.length < 2) return null;
  const points = measured.map(({ tickets, seconds }) => ({ x: Math.log(tickets), y: Math.log(seconds) }));
  const mean = (pick: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const up = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  const across = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  return Math.round((up / across) * 1000) / 1000;
}

function asLine(measured: Measured): string {
  const { tickets, seconds, ticketsPerSecond, processorSeconds, peakMemoryMB, issues } = measured;
  const processor = processorSeconds === null ? '' : ` (${processorSeconds} s of processor)`;
  const memory = peakMemoryMB === null ? '' : `, ${peakMemoryMB} MB at most`;
  return `${tickets} tickets: ${seconds} s${processor}, ${ticketsPerSecond} tickets/s${memory}, ${issues} issues.`;
}
