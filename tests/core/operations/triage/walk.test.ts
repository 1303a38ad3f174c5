import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TriageTree } from '../../../../src/core/operations/triage/triageTree.ts';
import {
  change,
  choose,
  fieldsAsked,
  goBack,
  mostLeft,
  NEW_WALK,
  note,
  positionOf,
  readWalk,
  stepAt,
  stepOf,
  type Walk,
} from '../../../../src/core/operations/triage/walk.ts';
import { soundTree, treeOf } from './randomTree.ts';

type Move = { readonly kind: 'choose' | 'back' | 'change'; readonly place: number; readonly answer: number };
const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom('choose', 'choose', 'choose', 'back', 'change'),
    place: fc.nat(6),
    answer: fc.nat(4),
  }),
  { maxLength: 25 },
);

function walked(tree: TriageTree, list: readonly Move[]): Walk {
  return list.reduce((walk, { kind, place, answer }) => {
    if (kind === 'choose') return choose(tree, walk, answer);
    return kind === 'back' ? goBack(walk) : change(tree, walk, place, answer);
  }, NEW_WALK);
}

/** Where a list of answers leads, followed by hand; undefined if it does not fit the tree. */
function follow(tree: TriageTree, { choices }: Walk): string | undefined {
  let id = tree.steps[0]!.id;
  for (const { step, answer } of choices) {
    if (step !== id) return undefined;
    id = stepOf(tree, id)!.answers[answer]!.next;
  }
  return id;
}

describe('a walk', () => {
  test('stands where its answers lead, whatever was chosen, taken back and changed', () => {
    fc.assert(
      fc.property(soundTree(true), moves, (tree, list) => {
        const walk = walked(tree, list);
        const position = positionOf(tree, walk);
        expect(follow(tree, walk)).toBe(position.kind === 'step' ? position.step.id : position.end.id);
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same after a reload', () => {
    fc.assert(
      fc.property(soundTree(true), moves, (tree, list) => {
        const walk = walked(tree, list);
        expect(readWalk(tree, JSON.parse(JSON.stringify(walk)))).toEqual(walk);
      }),
    );
  });

  test('of another tree is kept as far as it fits, and anything else is a new one', () => {
    fc.assert(
      fc.property(soundTree(true), soundTree(true), moves, (tree, other, list) => {
        const walk = walked(other, list);
        const read = readWalk(tree, walk);
        expect(follow(tree, read)).toBeDefined();
        expect(walk.choices.slice(0, read.choices.length)).toEqual(read.choices);
      }),
    );
    fc.assert(
      fc.property(soundTree(false), fc.anything(), (tree, kept) => {
        expect(() => positionOf(tree, readWalk(tree, kept))).not.toThrow();
      }),
    );
  });

  test('keeps later answers that are still asked for, and no others', () => {
    // s0 leads to s1 by two answers, and to s2 by a third.
    const tree = treeOf(
      [
        ['s1', 's1', 's2'],
        ['e0', 'e1'],
        ['e0', 'e1'],
      ],
      ['e0', 'e1'],
    );
    const walk = choose(tree, choose(tree, NEW_WALK, 0), 1);
    expect(change(tree, walk, 0, 1).choices).toEqual([
      { step: 's0', answer: 1 },
      { step: 's1', answer: 1 },
    ]);
    expect(change(tree, walk, 0, 2).choices).toEqual([{ step: 's0', answer: 2 }]);
    expect(change(tree, walk, 0, 9)).toBe(walk);
  });

  test('goes no further than its end, and not back before its beginning', () => {
    const tree = treeOf([['e0']], ['e0']);
    const done = choose(tree, NEW_WALK, 0);
    expect(choose(tree, done, 0)).toBe(done);
    expect(stepAt(tree, done, 0)!.id).toBe('s0');
    expect(stepAt(tree, done, 1)).toBeUndefined();
    expect(goBack(goBack(done))).toEqual(NEW_WALK);
  });

  test('keeps what was noted when an answer is taken back, and forgets what was emptied', () => {
    const tree = treeOf([['e0']], ['e0']);
    const noted = note(choose(tree, NEW_WALK, 0), 'hash', ' 0xabc ');
    expect(goBack(noted).evidence).toEqual({ hash: '0xabc' });
    expect(note(noted, 'hash', '  ').evidence).toEqual({});
  });

  test('reads only what its tree asks for', () => {
    const tree = treeOf([['e0']], ['e0']);
    const step = { ...tree.steps[0]!, evidence: [{ kind: 'hash' as const, id: 'hash', label: undefined }] };
    const asking = { ...tree, steps: [step] };
    const kept = { choices: [], evidence: { hash: '0xabc', __proto__: 'x', other: 'y', address: 3 } };
    expect(readWalk(asking, kept).evidence).toEqual({ hash: '0xabc' });
    expect(fieldsAsked(asking, NEW_WALK).map(({ id }) => id)).toEqual(['hash']);
  });
});

describe('how many questions are left', () => {
  /** Every walk there is from a step; undefined if one of them need not end. */
  function longest(tree: TriageTree, id: string, depth = 0): number | undefined {
    if (depth > tree.steps.length) return undefined;
    const step = stepOf(tree, id);
    if (!step) return 0;
    const below = step.answers.map(({ next }) => longest(tree, next, depth + 1));
    return below.includes(undefined) ? undefined : 1 + Math.max(...(below as number[]));
  }

  test('is the longest of all walks', () => {
    for (const withCircles of [false, true]) {
      fc.assert(
        fc.property(soundTree(withCircles), (tree) => {
          for (const { id } of tree.steps) expect(mostLeft(tree, id)).toBe(longest(tree, id));
        }),
      );
    }
  });
});
