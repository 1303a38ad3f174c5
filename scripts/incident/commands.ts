import { NETWORKS } from '../../src/core/deflection/networks.ts';
import { LAYERS } from '../../src/core/mining/layer.ts';
import { SEVERITIES } from '../../src/core/operations/handOver.ts';
import { iso, opened, resolved, suggestedId, updated } from '../../src/core/operations/incidents/change.ts';
import {
  INCIDENT_ID,
  type Incident,
  type IncidentFields,
} from '../../src/core/operations/incidents/incident.ts';
import { incidentFile } from '../../src/core/operations/incidents/parseIncident.ts';
import { isUnderWay, STATUSES } from '../../src/core/operations/incidents/published.ts';
import { parseIncidentFiles, readIncidentFiles } from '../../src/core/operations/incidents/readFolder.ts';
import { needsReview } from '../../src/core/operations/incidents/review.ts';
import { ago } from '../../src/core/operations/incidents/words.ts';
import { replaceFile } from '../content/changeFiles.ts';
import { UsageError } from '../lib/commandLine.ts';
import { answersFrom } from './answers.ts';
import {
  choice,
  listFlag,
  momentFlag,
  oneOf,
  optionalChoice,
  readersFlag,
  texts,
  type Flags,
} from './flags.ts';
import { incidentFolder } from './folder.ts';
import { publishStatus } from './publish.ts';
import { attempt, fileOf, reviewFile, writeIncident, writeReview, type Context } from './store.ts';
import { readLength } from './values.ts';

type Command = (context: Context, id: string | undefined) => Promise<string>;

export const COMMANDS = {
  open: openIncident,
  update: updateIncident,
  resolve: resolveIncident,
  review: reviewIncident,
  list: async ({ incidents, nowMs }) => listing(incidents, nowMs),
  publish: publishStatus,
} as const satisfies Readonly<Record<string, Command>>;

/**
 * Runs one of the commands and prints what it says.
 * @throws UsageError for what was called wrongly, ProblemsFound for files that are wrong; nothing is then written
 */
export async function runIncident(
  name: string,
  id: string | undefined,
  flags: Flags,
  nowMs: number,
): Promise<void> {
  if (!Object.hasOwn(COMMANDS, name))
    throw new UsageError(`Unknown command "${name}": expected ${Object.keys(COMMANDS).join(', ')}.`);
  const files = await readIncidentFiles(await incidentFolder(flags.incidents));
  const read = attempt(() => parseIncidentFiles(files, nowMs));
  const answers = answersFrom(flags, process.stdin.isTTY === true);
  try {
    const command: Command = COMMANDS[name as keyof typeof COMMANDS];
    console.log(await command({ flags, answers, nowMs, ...read }, id));
  } finally {
    answers.close();
  }
}

async function openIncident(context: Context, given: string | undefined): Promise<string> {
  const { flags, answers, nowMs, incidents, components } = context;
  const idFlag = typeof flags['id'] === 'string' ? flags['id'] : given;
  const severity = await choice(answers, 'severity', SEVERITIES, 'How grave is it');
  const hit = await answers.several(
    'component',
    `What is hit? Some of ${Object.keys(components).join(', ')}:`,
    (value) => oneOf(Object.keys(components), value),
  );
  if (hit.length === 0) throw new UsageError('--component is missing: say what is hit.');
  const networks = await answers.several(
    'network',
    `Only on some networks? (none: press Enter; else ${Object.keys(NETWORKS).join(', ')}):`,
    (value) => oneOf(Object.keys(NETWORKS), value),
  );
  const title = {
    en: await answers.one(
      'title',
      'What does not work, in English, without a cause (“Swaps on BNB Smart Chain are delayed”)?',
    ),
    'zh-CN': await answers.one('title-zh', '同一句话，中文（“BNB Smart Chain 上的兑换有延迟”）：'),
  };
  const text = await texts(answers);
  const started = momentFlag(flags, 'started', nowMs) ?? iso(nowMs);
  const match = {
    articles: [...listFlag(flags, 'article')],
    networks: networks as IncidentFields['match']['networks'],
    words: { en: [], 'zh-CN': [] },
  };
  const taken = new Set(incidents.map(({ id }) => id));
  const id = idFlag ?? suggestedId({ components: [...hit], match, started }, taken);
  if (!INCIDENT_ID.test(id))
    throw new UsageError(
      `"${id}" is no name of an incident: expected a day and words, such as 2026-11-21-swap-bsc.`,
    );
  if (taken.has(id)) throw new UsageError(`${id} is there already. Update it, or choose another --id.`);
  const layer = optionalChoice(flags, 'layer', LAYERS);
  const expires = momentFlag(flags, 'expires', nowMs);
  return writeIncident(
    context,
    opened(
      {
        id,
        audience: flags['internal'] === true ? 'internal' : 'public',
        severity,
        title,
        components: [...hit],
        regions: [...listFlag(flags, 'region')],
        languages: readersFlag(flags) ?? [],
        match,
        text,
        status: optionalChoice(flags, 'status', STATUSES) ?? 'investigating',
        started,
        ...(layer && { layer }),
        ...(expires !== undefined && { expires }),
      },
      nowMs,
    ),
  );
}

async function updateIncident(context: Context, id: string | undefined): Promise<string> {
  const { flags, answers, nowMs } = context;
  const incident = known(context, id);
  const status = await choice(answers, 'status', STATUSES, 'Where do things stand', incident.status);
  if (status === 'resolved') throw new UsageError(`To end it: npm run incident -- resolve ${incident.id}`);
  const changes = {
    status,
    severity: optionalChoice(flags, 'severity', SEVERITIES),
    layer: optionalChoice(flags, 'layer', LAYERS),
    expires: momentFlag(flags, 'expires', nowMs),
    languages: readersFlag(flags),
    text: await texts(answers),
  };
  return writeIncident(context, updated(incident, changes, nowMs));
}

async function resolveIncident(context: Context, id: string | undefined): Promise<string> {
  const { flags, answers, nowMs } = context;
  const incident = known(context, id);
  if (incident.status === 'resolved') throw new UsageError(`${incident.id} is resolved already.`);
  const over = momentFlag(flags, 'resolved', nowMs);
  const keep = await answers.one('keep', 'How long does the closing notice stay in the banner? (0, 2h, 1d)', {
    fallback: '0',
    check: (value) => (readLength(value) === undefined ? 'expected a length such as 2h, or 0' : undefined),
  });
  const text = await texts(answers);
  const closing = { text, keepMs: readLength(keep)!, ...(over !== undefined && { resolved: over }) };
  const ended = resolved(incident, closing, nowMs);
  const isReviewed = needsReview(ended.severity) && ended.review === undefined;
  const done = await writeIncident(context, isReviewed ? { ...ended, review: reviewFile(ended) } : ended);
  return isReviewed ? `${await writeReview(context, ended)}\n${done}` : done;
}

async function reviewIncident(context: Context, id: string | undefined): Promise<string> {
  const incident = known(context, id);
  if (incident.review?.startsWith('https://'))
    return `The review of ${incident.id} is at ${incident.review}.`;
  const said = await writeReview(context, incident);
  if (incident.review === undefined)
    await replaceFile(
      fileOf(context, incident.id),
      incidentFile({ ...incident, review: reviewFile(incident) }),
    );
  return said;
}

function listing(incidents: readonly Incident[], nowMs: number): string {
  if (incidents.length === 0) return 'There are no incidents.';
  const rows = incidents.toReversed().map((incident) => {
    const state = isUnderWay(incident, nowMs)
      ? incident.status
      : incident.status === 'resolved'
        ? 'resolved'
        : `expired (${incident.status})`;
    const when = ago(Date.parse(incident.updates.at(-1)!.at), nowMs, 'en');
    return `${incident.id}  ${incident.severity}  ${state}, updated ${when}  ${incident.title.en}`;
  });
  return rows.join('\n');
}

function known({ incidents }: Context, id: string | undefined): Incident {
  const found = incidents.find((incident) => incident.id === id);
  if (found) return found;
  const open = incidents.filter(({ status }) => status !== 'resolved').map((incident) => incident.id);
  throw new UsageError(
    `${id === undefined ? 'Which incident?' : `There is no incident ${id}.`} Not resolved: ${open.join(', ') || 'none'}.`,
  );
}
