import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTreeProblems } from '../../../../src/core/operations/triage/treeProblems.ts';
import type { TriageTree } from '../../../../src/core/operations/triage/triageTree.ts';
import { anyTree, soundTree, treeOf } from './randomTree.ts';

const paths = (tree: TriageTree) => findTreeProblems(tree).map(({ path }) => path.join('.'));

/** From which node which can be reached, by trying every node between any two: slow, and hard to get wrong. */
function closure(tree: TriageTree): (from: string, to: string) => boolean {
  const ids = [...tree.steps, ...tree.ends].map(({ id }) => id);
  const reach = new Set(tree.steps.flatMap(({ id, answers }) => answers.map(({ next }) => `${id}>${next}`)));
  for (const id of ids) reach.add(`${id}>${id}`);
  for (const between of ids)
    for (const from of ids)
      for (const to of ids)
        if (reach.has(`${from}>${between}`) && reach.has(`${between}>${to}`)) reach.add(`${from}>${to}`);
  return (from, to) => reach.has(`${from}>${to}`);
}

describe('a tree as a graph', () => {
  test('is judged as an obvious oracle judges it', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const reaches = closure(tree);
        const known = new Set([...tree.steps, ...tree.ends].map(({ id }) => id));
        const lost = tree.steps.flatMap(({ answers }, i) =>
          answers.length === 0
            ? [`steps.${i}.answers`]
            : answers.flatMap(({ next }, j) => (known.has(next) ? [] : [`steps.${i}.answers.${j}.next`])),
        );
        const cutOff = [
          ...tree.steps.flatMap(({ id }, i) =>
            tree.ends.some((end) => reaches(id, end.id)) ? [] : [`steps.${i}`],
          ),
          ...tree.steps.flatMap(({ id }, i) => (reaches('s0', id) ? [] : [`steps.${i}`])),
          ...tree.ends.flatMap(({ id }, i) => (reaches('s0', id) ? [] : [`ends.${i}`])),
        ];
        const expected = lost.length > 0 ? lost : cutOff;
        expect(paths(tree).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 2000 },
    );
  });

  test('has no problem when every answer leads onward, also with ways back', () => {
    fc.assert(
      fc.property(soundTree(true), (tree) => {
        expect(findTreeProblems(tree)).toEqual([]);
      }),
    );
  });

  test('names what to mend', () => {
    const said = (tree: TriageTree): string[] =>
      findTreeProblems(tree).map(({ path, message }) => `${path.join('.')}: ${message}`);
    // What is cut off by a slip is not named beside it.
    expect(said(treeOf([['s1', 'nowhere'], ['s2'], ['s1'], []], ['e0']))).toMatchInlineSnapshot(`
      [
        "steps.0.answers.1.next: found nowhere; expected the id of a step or an end. Fix: correct it, or add the step",
        "steps.3.answers: step s3 has no answers, so that nobody gets further. Fix: add answers, or make it an end",
      ]
    `);
    expect(said(treeOf([['s1'], ['s2'], ['s1'], ['e0']], ['e0']))).toMatchInlineSnapshot(`
      [
        "steps.0: from step s0 no end can be reached: its answers lead round in a circle. Fix: let one of them lead to an end",
        "steps.1: from step s1 no end can be reached: its answers lead round in a circle. Fix: let one of them lead to an end",
        "steps.2: from step s2 no end can be reached: its answers lead round in a circle. Fix: let one of them lead to an end",
        "steps.3: no answer leads to s3 from the first step, s0. Fix: let an answer lead there, or remove it",
        "ends.0: no answer leads to e0 from the first step, s0. Fix: let an answer lead there, or remove it",
      ]
    `);
  });

  test('has each id once, among steps and ends together', () => {
    const tree = treeOf([['s0', 'e0']], ['e0', 'e0', 's0']);
    expect(paths(tree)).toEqual(['ends.1.id', 'ends.2.id']);
  });

  test('has one meaning for each field', () => {
    const tree = treeOf([['s1'], ['e0']], ['e0']);
    const label = { en: 'Another', 'zh-CN': '另一个' };
    const with_ = (first: object[], second: object[]) =>
      paths({
        ...tree,
        steps: tree.steps.map((step, i) => ({ ...step, evidence: i === 0 ? first : second })),
      } as TriageTree);
    const hash = { kind: 'hash', id: 'hash', label: undefined };
    expect(with_([hash], [hash])).toEqual([]);
    expect(with_([hash, hash], [])).toEqual(['steps.0.evidence.1']);
    expect(with_([hash], [{ ...hash, kind: 'address' }])).toEqual(['steps.1.evidence.0']);
    expect(with_([hash], [{ ...hash, label }])).toEqual(['steps.1.evidence.0']);
    expect(with_([hash], [{ kind: 'hash', id: 'second-hash', label }])).toEqual([]);
  });

  test('for everybody ends with an article or with us, and for agents with anything but our form', () => {
    const tree = treeOf([['e0']], ['e0']);
    const ending = (audience: TriageTree['audience'], end: object) =>
      paths({ ...tree, audience, ends: [{ ...tree.ends[0], ...end }] } as TriageTree);
    const escalation = { kind: 'escalation', team: 'engineering', severity: 'sev4' };
    expect(ending('public', {})).toEqual([]);
    expect(ending('public', { kind: 'contact' })).toEqual([]);
    for (const kind of ['reply', 'escalation', 'incident'])
      expect(ending('public', { ...escalation, kind })).toEqual(['ends.0.kind']);
    expect(ending('internal', escalation)).toEqual([]);
    expect(ending('internal', { kind: 'contact' })).toEqual(['ends.0.kind']);
    expect(paths({ ...tree, audience: 'public', runbook: 'runbooks/triage/card-declines' })).toEqual([
      'runbook',
    ]);
  });
});
