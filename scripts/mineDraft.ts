import path from 'node:path';
import { findAll } from '../src/core/privacy/redact.ts';
import { slug as slugSchema } from '../src/core/article/schema.ts';
import { DRAFT_TYPES } from '../src/core/mining/draftArticle.ts';
import { oneLine } from '../src/core/mining/safeText.ts';
import { nameOf, readBasis, todayIso } from './content/readContent.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { loadArticleSources } from './lib/articles.ts';
import { CONTENT, REPORTS } from './lib/paths.ts';
import { splitLocale } from '../src/core/article/language.ts';
import { withoutForeign } from './mine/foreignWays.ts';
import { draftFiles, isTaken, proposedSlug, sectionsOf } from './mine/draftFiles.ts';
import { knownTexts, measuredFinder } from './mine/knownTexts.ts';
import { readReport } from './mine/readReport.ts';
import { readWays } from './mine/waysFile.ts';
import { writeNewFiles } from './mine/writeNewFiles.ts';

const USAGE =
  'npm run mine:draft -- --issue <id> [--report <dir>] [--type faq|runbook] [--slug <section>/<name>] [--title <English> --title-zh <Chinese>]';
const HELP = `usage: ${USAGE}

Begins an article about a recurring issue, in both languages: with the words of customers as phrasings, and what agents' answers have
in common as steps to check. It is internal, work in progress and a draft: no build has it until you take \`draft: true\` out.

--issue    the id of the issue: in report.md, in issues.csv, and on its page
--report   the folder of the report (reports/mining)
--type     faq, or runbook for the team
--slug     the name of the article; without one it is made from the issue's title
--content  another content folder
exit code: 0 made, 1 the report cannot be used, 2 the command was called wrongly, or an article of
           that name or a draft of that issue is there`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    issue: { type: 'string' },
    report: { type: 'string', default: REPORTS },
    type: { type: 'string', default: 'faq' },
    slug: { type: 'string' },
    title: { type: 'string' },
    'title-zh': { type: 'string' },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  if (positionals.length > 0) throw new UsageError(`Unexpected argument "${oneLine(positionals[0]!)}".`);
  const type = DRAFT_TYPES.find((known) => known === values.type);
  if (!type) throw new UsageError(`Unknown type "${values.type}": expected ${DRAFT_TYPES.join(' or ')}.`);
  if (values.issue === undefined) throw new UsageError('There is no --issue to write about.');
  const titles = {
    ...(values.title && { en: values.title }),
    ...(values['title-zh'] && { 'zh-CN': values['title-zh'] }),
  };
  for (const title of Object.values(titles))
    if (findAll(title).length > 0)
      throw new UsageError('A title holds what looks personal or secret. Write another one.');
  const content = path.resolve(values.content);
  const report = await readReport(values.report);
  const issue = report.issues.find(({ id }) => id === values.issue);
  if (!issue)
    throw new UsageError(
      `There is no issue "${oneLine(values.issue)}" in ${values.report}. report.md lists them.`,
    );
  const sources = await loadArticleSources(content);
  const begun = sources.find(
    ({ frontMatter }) =>
      frontMatter.minedFrom?.issue === issue.id && (frontMatter.type === 'runbook') === (type === 'runbook'),
  );
  if (begun)
    throw new UsageError(
      `${splitLocale(begun.id).slug} was begun from this issue already. Go on with it, or take it away first.`,
    );
  const slug = values.slug ?? proposedSlug(issue, type, content);
  checkSlug(slug, type, sectionsOf(sources));
  if (isTaken(slug, content))
    throw new UsageError(`${slug} is there already. Choose another name with --slug, or edit that article.`);
  const { settings } = await readBasis(content, todayIso(), 0);
  const own = (await readWays(values.report)).filter(({ issueId }) => issueId === issue.id);
  // Only now: what it loads takes longer than to refuse.
  const { openKnowledge } = await import('./lib/knowledge.ts');
  const ways = await withoutForeign(own, issue, await openKnowledge('public', content));
  const files = draftFiles({ issue, type, slug, titles, days: report.generatedFrom }, ways, {
    content,
    sources,
    known: await knownTexts(content),
    isMeasured: await measuredFinder(),
    settings,
  });
  await writeNewFiles(files);
  const { kind, slug: covering } = issue.gap;
  console.log(
    [
      ...files.map(({ file }) => `made ${nameOf(file)}`),
      '',
      ...(kind === 'missing' || covering === null
        ? []
        : [
            `Note: the report calls this issue ${kind} by ${covering}. Read that article before you write another.`,
            '',
          ]),
      'Check every sentence and write what is marked TODO and 待写. No build has the draft: `npm run dev` shows it. When it is ready, take',
      '`draft: true` out of both files, set audience and confidence, then run npm run content:translations -- --stamp ' +
        `${slug} and npm run content:lint.`,
    ].join('\n'),
  );
});

function checkSlug(slug: string, type: (typeof DRAFT_TYPES)[number], sections: readonly string[]): void {
  if (!slugSchema.safeParse(slug).success || !slug.includes('/'))
    throw new UsageError(
      `"${oneLine(slug)}" is no name of an article: expected a section and a name in lower case, digits and hyphens, such as wallet/some-slug.`,
    );
  const section = slug.split('/')[0]!;
  if (!sections.includes(section))
    throw new UsageError(`There is no section "${section}": expected ${sections.join(', ')}.`);
  if ((section === 'runbooks') !== (type === 'runbook'))
    throw new UsageError('What stands below runbooks/ is a runbook, and a runbook stands there.');
}
