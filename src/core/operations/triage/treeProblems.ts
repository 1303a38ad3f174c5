import type { TriageTree } from './triageTree.ts';

/** Something wrong with a tree: the path to it in the file, and a sentence that says how to mend it. */
export interface TreeProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * What is wrong with a tree as a graph: ids used twice, answers that lead nowhere, steps without answers, steps from
 * which no end can be reached, and steps and ends that are never reached.
 */
export function findTreeProblems(tree: TriageTree): TreeProblem[] {
  const lost = deadEnds(tree);
  return [
    ...repeatedIds(tree),
    ...lost,
    // One mistyped id cuts off all that stands behind it: that is one mistake, and not thirty.
    ...(lost.length === 0 ? [...endlessSteps(tree), ...unreached(tree)] : []),
    ...repeatedEvidence(tree),
    ...foreignEnds(tree),
  ];
}

function repeatedIds({ steps, ends }: TriageTree): TreeProblem[] {
  const seen = new Set<string>();
  return [...steps.map(place('steps')), ...ends.map(place('ends'))].flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      problem(
        [...path, 'id'],
        `found ${id} a second time; expected every step and end to have an id of its own. Fix: rename one, and the answers that lead to it`,
      ),
    ];
  });
}

function deadEnds({ steps, ends }: TriageTree): TreeProblem[] {
  const known = new Set([...steps, ...ends].map(({ id }) => id));
  return steps.flatMap(({ id, answers }, i): TreeProblem[] => {
    if (answers.length === 0)
      return [
        problem(
          ['steps', i, 'answers'],
          `step ${id} has no answers, so that nobody gets further. Fix: add answers, or make it an end`,
        ),
      ];
    return answers.flatMap(({ next }, j) =>
      known.has(next)
        ? []
        : [
            problem(
              ['steps', i, 'answers', j, 'next'],
              `found ${next}; expected the id of a step or an end. Fix: correct it, or add the step${nearest(next, known)}`,
            ),
          ],
    );
  });
}

/** Steps that lead round in a circle: no end can be reached from them, whatever is answered. */
function endlessSteps({ steps, ends }: TriageTree): TreeProblem[] {
  const leadsOut = new Set(ends.map(({ id }) => id));
  for (let grown = true; grown;) {
    grown = false;
    for (const { id, answers } of steps) {
      if (leadsOut.has(id) || !answers.some(({ next }) => leadsOut.has(next))) continue;
      leadsOut.add(id);
      grown = true;
    }
  }
  return steps.flatMap(({ id }, i) => {
    return leadsOut.has(id)
      ? []
      : [
          problem(
            ['steps', i],
            `from step ${id} no end can be reached: its answers lead round in a circle. Fix: let one of them lead to an end`,
          ),
        ];
  });
}

function unreached({ steps, ends }: TriageTree): TreeProblem[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const reached = new Set<string>();
  const open = [steps[0]!.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(byId.get(id)?.answers ?? []).map(({ next }) => next));
  }
  return [...steps.map(place('steps')), ...ends.map(place('ends'))]
    .filter(({ id }) => !reached.has(id))
    .map(({ id, path }) =>
      problem(
        path,
        `no answer leads to ${id} from the first step, ${steps[0]!.id}. Fix: let an answer lead there, or remove it`,
      ),
    );
}

/** One id is one field: what was noted at one step is there at the next that asks for it. */
function repeatedEvidence({ steps }: TriageTree): TreeProblem[] {
  const first = new Map<string, string>();
  return steps.flatMap(({ evidence }, i) => {
    const here = new Set<string>();
    return evidence.flatMap(({ kind, id, label }, j) => {
      const path = ['steps', i, 'evidence', j];
      if (here.has(id))
        return [
          problem(
            path,
            `found ${id} twice in one step. Fix: remove one, or give it an id and a label of its own`,
          ),
        ];
      here.add(id);
      const meaning = JSON.stringify([kind, label]);
      const known = first.get(id) ?? meaning;
      first.set(id, known);
      return known === meaning
        ? []
        : [
            problem(
              path,
              `found ${id} with another kind or label than in an earlier step. Fix: write the same, or give it an id of its own`,
            ),
          ];
    });
  });
}

function foreignEnds({ audience, runbook, ends }: TriageTree): TreeProblem[] {
  if (audience === 'internal')
    return ends.flatMap(({ kind }, i) =>
      kind === 'contact'
        ? [
            problem(
              ['ends', i, 'kind'],
              'found contact; expected article, reply, escalation or incident in an internal tree. Fix: use reply or escalation',
            ),
          ]
        : [],
    );
  const internal = ends.flatMap(({ kind }, i) =>
    kind === 'article' || kind === 'contact'
      ? []
      : [
          problem(
            ['ends', i, 'kind'],
            `found ${kind}; expected article or contact in a public tree: what agents do is internal. Fix: use one of the two`,
          ),
        ],
  );
  const named =
    runbook === undefined
      ? []
      : [
          problem(
            ['runbook'],
            `found ${runbook}; expected no runbook in a public tree. Fix: remove the line`,
          ),
        ];
  return [...named, ...internal];
}

function place(list: 'steps' | 'ends') {
  return ({ id }: { readonly id: string }, i: number) => ({ id, path: [list, i] as const });
}

function problem(path: readonly (string | number)[], message: string): TreeProblem {
  return { path, message };
}

/** ` (perhaps not-found?)`, if an id begins alike. */
function nearest(id: string, known: ReadonlySet<string>): string {
  const alike = [...known].find((other) => other.startsWith(id.slice(0, 4)) || id.startsWith(other));
  return alike === undefined ? '' : ` (perhaps ${alike}?)`;
}
