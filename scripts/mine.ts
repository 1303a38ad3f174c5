import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../src/config.ts';
import { splitLocale } from '../src/core/article/language.ts';
import { articleGuess } from '../src/core/mining/articleGuess.ts';
import { withTried } from '../src/core/mining/deflectionEvents.ts';
import { createLureWatch, type LureWatch } from '../src/core/mining/lures/lureWatch.ts';
import { createDays } from '../src/core/mining/dayRange.ts';
import { describe } from '../src/core/mining/mine.ts';
import { createMiner } from '../src/core/mining/miner.ts';
import { createOffTopic } from '../src/core/mining/offTopic.ts';
import { REPORT_VERSION, reportSchema, type MiningReport } from '../src/core/mining/report.ts';
import { lureCsv, reportCsv } from '../src/core/mining/reportCsv.ts';
import { reportMarkdown } from '../src/core/mining/reportMarkdown.ts';
import { oneLine } from '../src/core/mining/safeText.ts';
import { dayName } from '../src/core/mining/weeks.ts';
import { parseOfficialList } from '../src/core/operations/official/parseOfficialList.ts';
import { seededRandom } from '../src/core/random.ts';
import { main, ProblemsFound } from './lib/commandLine.ts';
import { loadArticleSources } from './lib/articles.ts';
import { openKnowledge } from './lib/knowledge.ts';
import { loadOffTopic, loadTable } from './lib/models.ts';
import { CONTENT, MODELS } from './lib/paths.ts';
import { pseudonymKey } from './lib/pseudonymKey.ts';
import { printColumns, readArguments, USAGE } from './mine/arguments.ts';
import { agesOf } from './mine/articleAges.ts';
import { assignmentLines } from './mine/assignmentLines.ts';
import { inputState, openCheckpoint } from './mine/checkpoint.ts';
import { diskSpills } from './mine/diskSpill.ts';
import { describeSkippedEvents, loadEvents } from './mine/loadEvents.ts';
import { loadLastRun } from './mine/loadLastRun.ts';
import { createProgress } from './mine/progress.ts';
import { readPrepared } from './mine/readPrepared.ts';
import { openExport } from './mine/readExport.ts';
import { WAYS_FILE, wayLines } from './mine/waysFile.ts';
import { createSkips } from './mine/skips.ts';
import { summary } from './mine/summary.ts';
import { checkFolder, checkInput, writeFiles } from './mine/writeReport.ts';

const SEED = 20_260_518;
/** Beside the report while a run is not finished. */
const PROGRESS_FOLDER = '.progress';

/** Mines an export of tickets for recurring issues, and writes the report with all that goes with it. */
await main(USAGE, async () => {
  const given = readArguments();
  if (!given) return;
  const { input, format, out, columns, events: eventsFile, cost, sample, threads, isResumed } = given;
  await checkInput(input);
  await checkFolder(out);
  const progress = createProgress();
  const skips = createSkips();
  const sources = await loadArticleSources();
  const slugs = new Set(sources.map(({ id }) => splitLocale(id).slug));
  const loaded = eventsFile === undefined ? undefined : await loadEvents(eventsFile, slugs);
  for (const line of describeSkippedEvents(loaded?.skipped ?? {})) console.error(line);
  const embedder = await loadTable();
  const checkpoint = await openCheckpoint(
    path.join(out, PROGRESS_FOLDER),
    [await inputState(input), format, columns, [...slugs], embedder.id],
    isResumed,
  );
  const watch = await openWatch();
  let unreadDates = 0;
  const file = await openExport(input, {
    format,
    columns,
    onColumns: printColumns,
    onSkip: skips.add,
    keepPost: watch.keepPost,
    onUnreadDate: () => unreadDates++,
  });
  // Opening the knowledge takes seconds, and where there is no issue there is nothing to hold against it.
  let opened: ReturnType<typeof openKnowledge> | undefined;
  const openOnce = () => (opened ??= openKnowledge('public'));
  const tools = {
    embedder,
    articleGuess: async () => articleGuess((await openOnce()).indexes),
    offTopic: createOffTopic(await embedder.embed(await loadOffTopic())),
    random: seededRandom(SEED),
    progress,
  };
  const spills = diskSpills(path.join(out, PROGRESS_FOLDER));
  const miner = createMiner(tools, sample, spills.open);
  const facts = { redactions: {} as Record<string, number>, languages: { en: 0, 'zh-CN': 0, other: 0 } };
  let tickets = 0;
  const dated = createDays();
  const setup = {
    slugs,
    embedder,
    modelFolder: path.join(MODELS, config.model),
    pseudonymKey: await pseudonymKey(),
    threads,
  };
  for await (const { mined, parts, redactions } of readPrepared(file.tickets, checkpoint, setup)) {
    const columnsEach = parts.length / mined.length;
    for (const [place, ticket] of mined.entries()) {
      const known = loaded ? withTried(ticket, loaded.events.triedBefore(ticket.id)) : ticket;
      await miner.add(known, parts.slice(place * columnsEach, (place + 1) * columnsEach));
      dated.add(ticket.atMs);
      facts.languages[ticket.language]++;
    }
    for (const [kind, count] of Object.entries(redactions))
      facts.redactions[kind] = (facts.redactions[kind] ?? 0) + count;
    tickets += mined.length;
    progress(`reading: ${tickets} tickets`);
  }
  for (const line of skips.describe()) console.error(line);
  if (unreadDates > 0)
    console.error(`${unreadDates} dates could not be read; those tickets count without a date.`);
  if (file.encoding.damaged)
    console.error(`Some bytes are not ${file.encoding.encoding}; those records were skipped.`);
  if (tickets === 0) throw new ProblemsFound(`No ticket in ${input} could be used.`);

  const { days, wrongDates } = dated.count(Date.now());
  const gathered = await miner.finish().finally(spills.close);
  const knowledge = gathered.summaries.length > 0 ? await openOnce() : { embedder, indexes: [] };
  const mined = await describe(gathered, days, tools, {
    knowledge: {
      ...knowledge,
      threshold: config.suggestions.threshold,
      ages: agesOf(sources),
      events: loaded?.events,
    },
    last: await loadLastRun(out),
    costPerTicket: cost,
  });
  const inIssues = mined.issues.reduce((sum, issue) => sum + issue.tickets, 0);
  const community = communityOf(watch);
  const report: MiningReport = reportSchema.parse({
    version: REPORT_VERSION,
    generatedFrom: {
      input: oneLine(path.basename(input)),
      format: file.format(),
      encoding: file.encoding.encoding,
      tickets,
      skipped: skips.counts(),
      duplicates: mined.duplicates,
      redactions: Object.fromEntries(Object.entries(facts.redactions).sort(([a], [b]) => (a < b ? -1 : 1))),
      languages: facts.languages,
      from: days ? dayName(days.first) : null,
      to: days ? dayName(days.last) : null,
      wrongDates,
      seed: SEED,
      model: embedder.id,
      fingerprint: mined.fingerprint,
      events: loaded ? { read: loaded.events.read, skipped: loaded.skipped } : null,
    },
    community,
    changes: mined.changes,
    issues: mined.issues,
    noise: { tickets: tickets - inIssues },
  });
  await writeFiles(out, {
    'assignments.ndjson': assignmentLines(mined),
    [WAYS_FILE]: wayLines(mined.ways),
    'issues.csv': reportCsv(report),
    'lures.csv': community ? lureCsv(community) : undefined,
    'report.md': `${reportMarkdown(report)}\n`,
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
  });
  await checkpoint.clear();
  console.log(summary(report, mined, out));
});

async function openWatch(): Promise<LureWatch> {
  const file = path.join(CONTENT, 'official.yml');
  return createLureWatch(
    parseOfficialList(path.relative(process.cwd(), file), await readFile(file, 'utf8'), config.variables),
  );
}

/** What the watch saw; null if the export is not of a community, so that it was shown no post. */
function communityOf(watch: LureWatch): MiningReport['community'] {
  const { posts, lures, reasons, targets } = watch.summary();
  if (posts === 0) return null;
  return {
    posts,
    lures,
    reasons: reasons.map((reason) => ({ ...reason })),
    targets: targets.map((target) => ({ ...target, text: oneLine(target.text) })),
  };
}
