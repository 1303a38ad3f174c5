import type { EvidenceField, TriageEnd, TriageStep, TriageTree } from './triageTree.ts';

/** One answer: the step, and the place of the answer among its answers. */
export interface Choice {
  readonly step: string;
  readonly answer: number;
}

/** How far somebody has come. A value: every change makes another one. */
export interface Walk {
  /** In the order they were given; each belongs to the step that the ones before it lead to. */
  readonly choices: readonly Choice[];
  /** What was noted, by the id of its field; no empty ones. */
  readonly evidence: Readonly<Record<string, string>>;
}

export const NEW_WALK: Walk = { choices: [], evidence: {} };

export type Position =
  { readonly kind: 'step'; readonly step: TriageStep } | { readonly kind: 'end'; readonly end: TriageEnd };

/** Where a walk stands. The tree is one that `parseTriageTree` has let through. */
export function positionOf(tree: TriageTree, { choices }: Walk): Position {
  const last = choices.at(-1);
  if (!last) return { kind: 'step', step: tree.steps[0]! };
  return nodeOf(tree, stepOf(tree, last.step)!.answers[last.answer]!.next)!;
}

/** The step at a place of the walk: the first is 0. */
export function stepAt(tree: TriageTree, { choices }: Walk, place: number): TriageStep | undefined {
  const position = positionOf(tree, { choices: choices.slice(0, place), evidence: {} });
  return position.kind === 'step' ? position.step : undefined;
}

/** Answers the step where the walk stands; anything else is left alone. */
export function choose(tree: TriageTree, walk: Walk, answer: number): Walk {
  const position = positionOf(tree, walk);
  if (position.kind === 'end' || position.step.answers[answer] === undefined) return walk;
  return { ...walk, choices: [...walk.choices, { step: position.step.id, answer }] };
}

/** Answers an earlier step anew. Later answers stay as long as they are asked for in the same order. */
export function change(tree: TriageTree, walk: Walk, place: number, answer: number): Walk {
  const before = walk.choices.slice(0, place);
  const changed = choose(tree, { ...walk, choices: before }, answer);
  return changed.choices.length === before.length
    ? walk
    : { ...walk, choices: stillValid(tree, [...changed.choices, ...walk.choices.slice(place + 1)]) };
}

/** One step back; the answer that is taken back is forgotten, what was noted is not. */
export function goBack(walk: Walk): Walk {
  return { ...walk, choices: walk.choices.slice(0, -1) };
}

/** Notes a value, or takes it back if it is empty. */
export function note(walk: Walk, id: string, value: string): Walk {
  const { [id]: _, ...others } = walk.evidence;
  const text = value.trim();
  return { ...walk, evidence: text === '' ? others : { ...others, [id]: text } };
}

/** Reads a walk that was kept: what the tree does not know, any more or at all, is left out. */
export function readWalk(tree: TriageTree, kept: unknown): Walk {
  if (typeof kept !== 'object' || kept === null) return NEW_WALK;
  const { choices, evidence } = kept as { choices?: unknown; evidence?: unknown };
  const fields = new Set(tree.steps.flatMap((step) => step.evidence.map(({ id }) => id)));
  const noted = typeof evidence === 'object' && evidence !== null ? Object.entries(evidence) : [];
  return {
    choices: stillValid(tree, Array.isArray(choices) ? choices : []),
    evidence: Object.fromEntries(
      noted.filter(
        (entry): entry is [string, string] => fields.has(entry[0]) && typeof entry[1] === 'string',
      ),
    ),
  };
}

/** The fields that the steps of a walk ask for, each once, in the order of the walk. */
export function fieldsAsked(tree: TriageTree, walk: Walk): EvidenceField[] {
  const position = positionOf(tree, walk);
  const steps = walk.choices.map(({ step }) => stepOf(tree, step)!);
  if (position.kind === 'step') steps.push(position.step);
  return [...new Map(steps.flatMap(({ evidence }) => evidence).map((field) => [field.id, field])).values()];
}

/**
 * The most questions that can still come, the one that is asked included; undefined where an answer may lead back, so
 * that nobody can say.
 */
export function mostLeft(tree: TriageTree, id: string): number | undefined {
  const known = new Map<string, number | undefined>();
  const count = (node: string, above: ReadonlySet<string>): number | undefined => {
    if (above.has(node)) return undefined;
    const step = stepOf(tree, node);
    if (!step) return 0;
    if (known.has(node)) return known.get(node);
    const below = step.answers.map(({ next }) => count(next, new Set([...above, node])));
    const most = below.includes(undefined) ? undefined : 1 + Math.max(...(below as number[]));
    known.set(node, most);
    return most;
  };
  return count(id, new Set());
}

export function stepOf(tree: TriageTree, id: string): TriageStep | undefined {
  return tree.steps.find((step) => step.id === id);
}

function nodeOf(tree: TriageTree, id: string): Position | undefined {
  const step = stepOf(tree, id);
  if (step) return { kind: 'step', step };
  const end = tree.ends.find((other) => other.id === id);
  return end && { kind: 'end', end };
}

/** The beginning of a list of choices that the tree, asked step by step, agrees with. */
function stillValid(tree: TriageTree, choices: readonly unknown[]): Choice[] {
  const valid: Choice[] = [];
  for (const choice of choices) {
    const position = positionOf(tree, { choices: valid, evidence: {} });
    if (position.kind === 'end' || typeof choice !== 'object' || choice === null) break;
    const { step, answer } = choice as { step?: unknown; answer?: unknown };
    if (step !== position.step.id || typeof answer !== 'number' || !position.step.answers[answer]) break;
    valid.push({ step: position.step.id, answer });
  }
  return valid;
}
