import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { incident, INCIDENT, NEWS, OPEN } from './incidents.ts';
import { madeCommunity, madeReport } from './madeReport.ts';
import type { ProjectCopy } from './projectCopy.ts';

/**
 * A project with what a deployment may have and ours has not: articles and drafts of its own, a tracker, incidents, tickets
 * that were mined, late reviews. Both of its editions are built once, by deployment.setup.ts, for all tests that look at them.
 */
export const DEPLOYMENT = path.resolve('.cache/deployment');

/** The folder of an edition, or a file of it. */
export const built = (...names: readonly ['dist' | 'dist-internal', ...string[]]): string =>
  path.join(DEPLOYMENT, ...names);

/** In everything that no customer may read; and in drafts, which no edition has. */
export const MARKER = 'zqxjkvinternalmarker';
export const DRAFT_MARKER = 'zqxjkvdraftmarker';
export const TRACKER = 'https://tracker.test/new';

/** What agents work by, beside the runbooks: a text of each kind of file, which is marked with a word of its own. */
export const WORKED_BY = [
  { file: 'content/replies/card-declined.yml', text: 'use:\n  en: ', mark: `${MARKER}reply` },
  { file: 'content/triage/card-declined.yml', text: 'summary:\n  en: ', mark: `${MARKER}triage` },
  { file: 'content/teams/engineering.yml', text: 'when:\n  en: ', mark: `${MARKER}team` },
  { file: 'content/severity.yml', text: 'en: A release of ours does harm', mark: `${MARKER}severity` },
] as const;

/** An incident that is over, and has a review. */
export const REVIEWED = '2026-01-01-past';

/** Runbooks and public-looking articles for agents alone, in both languages, and drafts for either. */
export async function addArticles({ folder }: ProjectCopy): Promise<void> {
  const article = `---\ntitle: Marked ${MARKER}\naudience: internal\nquestions: [Where is ${MARKER}?]\n---\nThe ${MARKER} opens.\n\n## Section ${MARKER}\n\nMore ${MARKER}.\n`;
  const draft = (audience: string): string =>
    article
      .replaceAll(MARKER, DRAFT_MARKER)
      .replace('audience: internal', `audience: ${audience}\ndraft: true`);
  const files = {
    'docs/runbooks/marked.md': article,
    'docs/zh-cn/runbooks/marked.md': article,
    'docs/wallet/marked.md': article,
    'docs/zh-cn/wallet/marked.md': article,
    'phrasings/wallet/marked.yml': `en:\n  - how to ${MARKER}\nzh-CN:\n  - 怎么 ${MARKER}\n`,
    'docs/wallet/drafted.md': draft('public'),
    'docs/zh-cn/wallet/drafted.md': draft('public'),
    'docs/runbooks/drafted.md': draft('internal'),
    'phrasings/wallet/drafted.yml': `en:\n  - how to ${DRAFT_MARKER}\nzh-CN: []\n`,
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'content', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** Marks what agents work by, and names a tracker. */
export async function markWork({ replace }: ProjectCopy): Promise<void> {
  for (const { file, text, mark } of WORKED_BY) await replace(file, text, `${text}${mark} `);
  await replace(
    'src/config.ts',
    '\n  observability: {',
    `\n  tracker: { newIssueUrl: '${TRACKER}?title={title}&body={body}' },\n  observability: {`,
  );
}

/** Translations left behind, unfinished pages, and checks that are late. */
export async function neglect({ replace }: ProjectCopy): Promise<void> {
  await replace('content/docs/wallet/bridge-delayed.md', 'Two networks cannot', 'Two networks can never');
  for (const docs of ['content/docs', 'content/docs/zh-cn']) {
    await replace(
      `${docs}/wallet/address-changed.md`,
      'confidence: not-validated',
      'confidence: work-in-progress',
    );
    for (const name of ['security/address-poisoning', 'wallet/insufficient-gas'])
      await replace(`${docs}/${name}.md`, /^reviewed: .*$/m, 'reviewed: 2020-01-01');
  }
}

/** One forgotten long ago, one open, one that customers are not told of, and one that is over and has a marked review. */
export async function addIncidents({ folder }: ProjectCopy): Promise<void> {
  const incidents = path.join(folder, 'content/incidents');
  // First: at that time the others had not happened.
  await incident(incidents, ...OPEN, '--id', '2025-06-01-gone', '--now', '2025-06-01T10:00:00Z');
  await incident(incidents, ...OPEN);
  const secret = ['--internal', '--id', `2026-01-01-${MARKER}`, '--title', `Secret ${MARKER}`];
  await incident(incidents, ...OPEN, ...secret);
  await incident(incidents, ...OPEN, '--id', REVIEWED, '--title', 'A thing of the past');
  await incident(incidents, 'resolve', REVIEWED, ...NEWS);
  const pasted = `<script>alert("${MARKER}")</script>`;
  for (const file of [`${REVIEWED}.md`, `${INCIDENT.id}.md`, `reviews/${REVIEWED}.md`]) {
    const content = await readFile(path.join(incidents, file), 'utf8');
    await writeFile(
      path.join(incidents, file),
      `${content.replaceAll('TODO', MARKER)}\nNotes: ${MARKER}\n\n${pasted}\n`,
    );
  }
}

/** What was mined from tickets of people who try to break pages. */
export async function addMined({ folder }: ProjectCopy): Promise<void> {
  const reports = path.join(folder, 'reports/mining');
  await mkdir(reports, { recursive: true });
  await writeFile(path.join(reports, 'report.json'), JSON.stringify(madeReport(12, madeCommunity())));
}
