import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { oneLine } from '../src/core/mining/safeText.ts';
import { MOST_PROPOSED } from '../src/core/mining/proposals.ts';
import { replaceFile } from './content/changeFiles.ts';
import { nameOf } from './content/readContent.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { CONTENT, REPORTS } from './lib/paths.ts';
import { applyProposals, pendingAmong } from './mine/applyProposals.ts';
import { knownTexts } from './mine/knownTexts.ts';
import { PROPOSALS_FILE, proposalsYaml, readProposals } from './mine/proposalsFile.ts';
import { proposePhrasings } from './mine/proposePhrasings.ts';
import { readReport } from './mine/readReport.ts';
import { readWays } from './mine/waysFile.ts';
import { writeFiles } from './mine/writeReport.ts';

const USAGE = 'npm run mine:phrasings -- [--report <dir>] [--most <n>] [--force] | --apply [--report <dir>]';
const HELP = `usage: ${USAGE}

Proposes customers' words as phrasings of the articles that answer them: first those that today's suggestions get wrong or answer
with nothing, with what the article would gain. Writes proposals.yml beside the report; nothing of it is accepted yet.

--apply    adds what is marked \`accept: true\` in proposals.yml to content/phrasings/, after a second look
--report   the folder of the report (reports/mining)
--most     proposals of a language for each article (${MOST_PROPOSED})
--force    writes over a proposals.yml in which something is accepted
--content  another content folder
exit code: 0 done, 1 something was refused or cannot be used, 2 the command was called wrongly`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    report: { type: 'string', default: REPORTS },
    most: { type: 'string', default: String(MOST_PROPOSED) },
    apply: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  if (positionals.length > 0) throw new UsageError(`Unexpected argument "${oneLine(positionals[0]!)}".`);
  if (!/^[1-9]\d?$/.test(values.most))
    throw new UsageError(`Cannot use --most "${oneLine(values.most)}": expected a number from 1 to 99.`);
  const content = path.resolve(values.content);
  const file = path.join(values.report, PROPOSALS_FILE);
  if (values.apply) return apply(file, content);
  await propose(values.report, file, content, Number(values.most), values.force);
});

async function propose(
  folder: string,
  file: string,
  content: string,
  most: number,
  isForced: boolean,
): Promise<void> {
  const report = await readReport(folder);
  if (!isForced && (await holdsDecisions(file, content)))
    throw new UsageError(
      `${nameOf(file)} holds accepted phrasings that were not added yet. Apply them with --apply first, or write over it with --force.`,
    );
  const ways = await readWays(folder);
  if (ways.length === 0)
    throw new ProblemsFound(`There are no words of customers in ${folder}. Run npm run mine again.`);
  const { proposals, gains, asked, failing, disputed } = await proposePhrasings(report, ways, content, most);
  await writeFiles(folder, { [PROPOSALS_FILE]: proposalsYaml(proposals, gains) });
  const { before, after } = gains.all;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  console.log(
    `${asked} ways of customers to put what an article answers; ${failing} do not find it first today.\n` +
      `${disputed} others are left out: today’s suggestions are certain of a related article.\n` +
      `${proposals.length} phrasings proposed. Found first, each asked without itself: ${percent(before)} today, ${percent(after)} with all of them.\n` +
      `Write accept: true in ${nameOf(file)} where you agree, then run npm run mine:phrasings -- --apply.`,
  );
}

async function apply(file: string, content: string): Promise<void> {
  const yaml = await readFile(file, 'utf8').catch(() => undefined);
  if (yaml === undefined)
    throw new UsageError(`There is no ${nameOf(file)}. Run npm run mine:phrasings first, without --apply.`);
  const { files, refused } = await applyProposals(readProposals(nameOf(file), yaml), content);
  for (const { file: target, text } of files) await replaceFile(target, text);
  for (const { file: target, added } of files) console.log(`${nameOf(target)}: ${added} added`);
  if (files.length === 0) console.log('Nothing was added.');
  if (refused.length > 0)
    throw new ProblemsFound(`Left out, although accepted:\n${refused.map((line) => `  ${line}`).join('\n')}`);
}

/** Whether somebody accepted proposals that are not applied. @throws ContentError for a file that may hold decisions and cannot be read */
async function holdsDecisions(file: string, content: string): Promise<boolean> {
  const yaml = await readFile(file, 'utf8').catch(() => undefined);
  if (yaml === undefined) return false;
  return pendingAmong(readProposals(nameOf(file), yaml), await knownTexts(content)).size > 0;
}
