import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../../src/config.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';
import type { Problem } from '../../src/core/article/lint/problem.ts';
import { unreadableYaml } from '../../src/core/operations/incidents/unreadableYaml.ts';
import { inspectTriageTree } from '../../src/core/operations/triage/parseTriageTree.ts';
import type { KnownTargets } from '../../src/core/operations/triage/treeLinks.ts';
import { audiencesOf } from '../content/audiences.ts';
import { nameOf } from '../content/readContent.ts';
import { lookAgain, type Recall } from '../content/remember.ts';

/** Code that says what is wrong with a tree. */
const RULES = ['src/core/article', 'src/core/operations', 'src/core/deflection', 'src/core/mining/layer.ts'];

/**
 * What is wrong with the decision trees of a content folder; nothing where it has none.
 * @param files the articles and runbooks that trees may lead to
 */
export async function triageProblemsIn(
  content: string,
  files: readonly Pick<ContentFile, 'kind' | 'id' | 'text'>[],
  recall: Recall = lookAgain,
): Promise<readonly Problem[]> {
  const folder = path.join(content, 'triage');
  const [internal, open] = await Promise.all([yamlIn(folder), yamlIn(path.join(folder, 'public'))]);
  if (internal.length + open.length === 0) return [];
  const replies = path.join(content, 'replies');
  const teams = path.join(content, 'teams');
  const known: KnownTargets = {
    articles: audiencesOf(files),
    trees: { internal: idsOf(internal), public: idsOf(open) },
    replies: existsSync(replies) ? idsOf(await yamlIn(replies)) : undefined,
    teams: existsSync(teams) ? idsOf(await yamlIn(teams)) : undefined,
  };
  const trees = await Promise.all(
    [...internal, ...open].map(async (full) => ({ full, text: await readFile(full, 'utf8') })),
  );
  const basis = [
    trees.map(({ full, text }) => [nameOf(full), text]),
    [...known.articles],
    [known.replies, known.teams].map((names) => names && [...names]),
    config.variables,
  ];
  return recall('triage', RULES, basis, () =>
    trees.flatMap(({ full, text }) => problemsIn(full, text, known)),
  );
}

function problemsIn(full: string, text: string, known: KnownTargets): Problem[] {
  const file = nameOf(full);
  const at = { file, column: 1, rule: 'triage', severity: 'error' } as const;
  // The folder says who may read it, wherever the content stands.
  const isOpen = path.basename(path.dirname(full)) === 'public';
  const place = isOpen ? 'triage/public/tree.yml' : 'triage/tree.yml';
  const unreadable = unreadableYaml({ file, text }, at.rule);
  if (unreadable) return [unreadable];
  const { problems } = inspectTriageTree(place, text, config.variables, known);
  return problems.map(({ line, name, message }) => ({ ...at, line, message: `${name}: ${message}` }));
}

async function yamlIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return names.map((name) => path.join(folder, name));
}

function idsOf(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.map((file) => path.basename(file).replace(/\.ya?ml$/, '')));
}
