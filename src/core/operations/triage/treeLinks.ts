import type { Audience } from '../../article/edition.ts';
import type { TreeProblem } from './treeProblems.ts';
import type { TriageEnd, TriageTree } from './triageTree.ts';

/** What a tree may lead to. */
export interface KnownTargets {
  /** Every article and runbook by its slug. */
  readonly articles: ReadonlyMap<string, Audience>;
  /** Names of the trees of each audience. */
  readonly trees: Readonly<Record<Audience, ReadonlySet<string>>>;
  /** Ids of the replies; undefined where there is no such list, and then none is checked. */
  readonly replies: ReadonlySet<string> | undefined;
  /** Ids of the teams that have a template; undefined where there is no such folder. */
  readonly teams: ReadonlySet<string> | undefined;
}

/** Links of a tree to articles, runbooks and replies that are not there, or that its readers may not see. */
export function findLinkProblems(
  tree: TriageTree,
  { articles, trees, replies, teams }: KnownTargets,
): TreeProblem[] {
  const article = (path: TreeProblem['path'], slug: string | undefined): TreeProblem[] => {
    if (slug === undefined) return [];
    const audience = articles.get(slug);
    if (audience === undefined)
      return [
        {
          path,
          message: `found ${slug}; expected the slug of an article, such as wallet/pending-transaction. Fix: correct it, or write the article`,
        },
      ];
    return audience === 'internal' && tree.audience === 'public'
      ? [
          {
            path,
            message: `found ${slug}, which is internal; a public tree may lead to public articles only. Fix: choose another article`,
          },
        ]
      : [];
  };
  return [
    ...article(['article'], tree.article),
    ...article(['runbook'], tree.runbook),
    ...tree.ends.flatMap((end, i) => [
      ...article(['ends', i, 'article'], end.article),
      ...article(['ends', i, 'runbook'], runbookOf(end)),
      ...(end.tree === undefined || trees[tree.audience].has(end.tree)
        ? []
        : [
            {
              path: ['ends', i, 'tree'],
              message: `found ${end.tree}; expected the name of another ${tree.audience} tree, without .yml. Fix: correct it, or remove the line`,
            },
          ]),
      ...(end.kind === 'escalation' && teams !== undefined && !teams.has(end.team)
        ? [
            {
              path: ['ends', i, 'team'],
              message: `found ${end.team}; expected one of ${[...teams].join(', ')}. Fix: correct it, or write the team's template in content/teams`,
            },
          ]
        : []),
      ...(end.kind === 'reply' && end.reply !== undefined && replies !== undefined && !replies.has(end.reply)
        ? [
            {
              path: ['ends', i, 'reply'],
              message: `found ${end.reply}; expected the id of a file of content/replies. Fix: correct it, or write the reply`,
            },
          ]
        : []),
    ]),
  ];
}

/** The runbook of an end; undefined for ends without one. */
export function runbookOf(end: TriageEnd): string | undefined {
  return end.kind === 'escalation' || end.kind === 'incident' ? end.runbook : undefined;
}
