import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { commitBody, commitSubject, pullRequestMarkdown } from '../src/core/mining/pullRequest.ts';
import type { MiningReport } from '../src/core/mining/report.ts';
import { oneLine } from '../src/core/mining/safeText.ts';
import { nameOf, readBasis, todayIso } from './content/readContent.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { CONTENT, REPORTS } from './lib/paths.ts';
import { changedPaths, gitIn, type Git } from './mine/git.ts';
import { runFiles } from './mine/pullRequestFiles.ts';
import { readReport } from './mine/readReport.ts';
import { writeFiles } from './mine/writeReport.ts';

const USAGE = 'npm run mine:pr -- [--report <dir>] [--branch <name>]';
const SUMMARY = 'pull-request.md';
const HELP = `usage: ${USAGE}

Puts what a run brought (drafts by mine:draft, phrasings by mine:phrasings --apply) on a branch of its own with one commit, and writes
${SUMMARY} beside the report: the text for the pull request. Nothing is pushed, and no host is called.

--report   the folder of the report (reports/mining)
--branch   the branch to make (mining/<last day of the report>)
--content  another content folder
exit code: 0 done, 1 there is something to mend first, and nothing was changed, 2 the command was called wrongly`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    report: { type: 'string', default: REPORTS },
    branch: { type: 'string' },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  if (positionals.length > 0) throw new UsageError(`Unexpected argument "${oneLine(positionals[0]!)}".`);
  const report = await readReport(values.report);
  // As git says where its root is.
  const content = await realpath(values.content).catch(() => {
    throw new UsageError(`The folder ${values.content} is not there.`);
  });
  const root = (await gitIn(content)(['rev-parse', '--show-toplevel'])).trim();
  const git = gitIn(root);
  const branch = values.branch ?? `mining/${report.generatedFrom.to ?? report.generatedFrom.fingerprint}`;
  await checkBranch(git, branch);

  const below = (folder: string): string => path.relative(root, folder).replaceAll(path.sep, '/');
  const reportPath = below(await realpath(values.report));
  const changed = (await changedPaths(git)).filter(({ path: name }) => !name.startsWith(`${reportPath}/`));
  const { settings } = await readBasis(content, todayIso(), 0);
  const files = await runFiles(changed, git, { root, content: below(content), settings });
  if (files.problems.length > 0)
    throw new ProblemsFound(
      `Not everything that is changed is of this run. Commit, stash or mend it first:\n${files.problems.map((line) => `  ${oneLine(line)}`).join('\n')}`,
    );
  if (files.paths.length === 0)
    throw new ProblemsFound(
      'There is nothing to bring: no draft, no phrasing that was added. Begin with npm run mine:draft or npm run mine:phrasings.',
    );
  const request = { report, drafts: files.drafts, phrasings: files.phrasings };
  await commit(git, branch, files.paths, `${commitSubject(request)}\n\n${commitBody(request)}\n`);
  await writeFiles(values.report, { [SUMMARY]: pullRequestMarkdown(request) });
  console.log(
    nextSteps(branch, files.paths, path.join(nameOf(path.resolve(values.report)), SUMMARY), report),
  );
});

async function checkBranch(git: Git, branch: string): Promise<void> {
  const isName = await succeeds(git(['check-ref-format', '--branch', branch]));
  if (!isName || branch.startsWith('-'))
    throw new UsageError(
      `"${oneLine(branch)}" is no name of a branch: expected one such as mining/2026-11-21.`,
    );
  if (await succeeds(git(['show-ref', '--verify', '--quiet', `refs/heads/${branch}`])))
    throw new UsageError(`The branch ${branch} is there already. Choose another name with --branch.`);
  if (!(await succeeds(git(['rev-parse', '--verify', '--quiet', 'HEAD']))))
    throw new ProblemsFound('This repository has no commit yet: there is nothing to branch from.');
}

/** One commit on a branch of its own. If it fails, all is as before: the branch gone, the files there, nothing staged. */
async function commit(git: Git, branch: string, paths: readonly string[], message: string): Promise<void> {
  const before = (await git(['rev-parse', '--abbrev-ref', 'HEAD'])).trim();
  const commitBefore = (await git(['rev-parse', 'HEAD'])).trim();
  await git(['switch', '--quiet', '-c', branch]);
  try {
    await git(['add', '--', ...paths]);
    await git(['commit', '--quiet', '-F', '-', '--', ...paths], message);
  } catch (error) {
    await git(['reset', '--quiet', '--', ...paths]);
    await git(
      before === 'HEAD' ? ['switch', '--quiet', '--detach', commitBefore] : ['switch', '--quiet', before],
    );
    await git(['branch', '--quiet', '-D', branch]);
    throw error;
  }
}

async function succeeds(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}

function nextSteps(branch: string, paths: readonly string[], summary: string, report: MiningReport): string {
  return [
    `Committed ${paths.length} ${paths.length === 1 ? 'file' : 'files'} on ${branch}, from ${report.generatedFrom.tickets} tickets. Nothing was pushed.`,
    '',
    'Next:',
    '  npm run content:lint          says what is still wrong',
    `  git push -u origin ${branch}`,
    `  then open a pull request with the text of ${summary}`,
    '  git switch -                  goes back to where you were',
  ].join('\n');
}
