import { runIncident, COMMANDS } from './incident/commands.ts';
import { INCIDENTS } from './incident/folder.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { readTime } from './incident/values.ts';

const USAGE = `npm run incident -- ${Object.keys(COMMANDS).join('|')} [id] [flags]`;
const HELP = `usage: ${USAGE}

Writes and checks the files of content/incidents, and prints what to publish where, in both languages. What is not given as a
flag is asked for at a terminal.

open      a new incident, with its first notice
          --severity sev1…sev4  --component <id> (again for more)  --title --title-zh  --text --text-zh
          --network --article --region (again for more)  --layer  --started <time>  --expires <time or 24h>
          --status identified  --internal (customers are not told)  --id <name>
          --readers en|zh-CN (banner and widget tell only them; all: everybody)
update    one more notice: --text --text-zh  --status  --severity  --layer  --expires  --readers
resolve   the last notice: --text --text-zh  --resolved <time>  --keep 2h (the banner stays so long; gone at once if absent).
          For a sev1 or sev2 the review is made too
review    makes the review document, if there is none: --language en|zh-CN
list      what there is, the latest first
publish   writes status.json into a folder that was built, without building: --to dist, or for the desk:
          --to dist-internal --edition internal

--incidents  another folder (or FIRSTLINE_INCIDENTS)     --now  another time than now, for trying things out
Times have a zone: 2026-11-21T09:10:00Z, or 2026-11-21T17:10+08:00. Notices in English say UTC, in Chinese 北京时间.
exit code: 0 done, 1 something is wrong with the files or the text and nothing was written, 2 the command was called wrongly`;

await main(USAGE, async () => {
  const text = { type: 'string' } as const;
  const list = { type: 'string', multiple: true } as const;
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    incidents: { type: 'string', default: INCIDENTS },
    internal: { type: 'boolean', default: false },
    component: list,
    network: list,
    article: list,
    region: list,
    readers: list,
    now: text,
    id: text,
    severity: text,
    layer: text,
    title: text,
    'title-zh': text,
    text,
    'text-zh': text,
    status: text,
    started: text,
    expires: text,
    resolved: text,
    keep: text,
    language: text,
    to: text,
    edition: text,
  });
  if (values.help) return console.log(HELP);
  const nowMs = values.now === undefined ? Date.now() : readTime(values.now);
  if (nowMs === undefined)
    throw new UsageError(
      `--now is "${values.now}": expected a time with its zone, such as 2026-11-21T09:10:00Z.`,
    );
  const [command = '', id, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`"${rest[0]}" is one word too many.`);
  await runIncident(command, id, values, nowMs);
});
