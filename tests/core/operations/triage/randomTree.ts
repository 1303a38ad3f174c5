import fc from 'fast-check';
import type { TriageTree } from '../../../../src/core/operations/triage/triageTree.ts';

const said = (text: string) => ({ en: text, 'zh-CN': `中文 ${text}` });

/** A tree of the given shape: `edges[i]` are the ids that the answers of step `s<i>` lead to. */
export function treeOf(edges: readonly (readonly string[])[], ends: readonly string[]): TriageTree {
  return {
    title: said('Tree'),
    summary: said('A tree.'),
    audience: 'internal',
    product: 'wallet',
    issueType: 'wallet',
    article: 'wallet/pending-transaction',
    steps: edges.map((nexts, i) => ({
      id: `s${i}`,
      question: said(`Question ${i}?`),
      evidence: [],
      answers: nexts.map((next, j) => ({ ...said(`Answer ${j}`), next })),
    })),
    ends: ends.map((id) => ({
      id,
      kind: 'article',
      title: said(`End ${id}`),
      advice: said('Do it.'),
      article: 'wallet/pending-transaction',
    })),
  };
}

/** Any graph: circles, dead ends, ids that are not there, what nothing leads to. */
export const anyTree = fc.integer({ min: 1, max: 6 }).chain((steps) =>
  fc.integer({ min: 1, max: 3 }).chain((ends) => {
    const endIds = Array.from({ length: ends }, (_, i) => `e${i}`);
    const ids = [...Array.from({ length: steps }, (_, i) => `s${i}`), ...endIds];
    const next = fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.constant('nowhere') },
    );
    const edges = fc.array(fc.array(next, { maxLength: 3 }), { minLength: steps, maxLength: steps });
    return edges.map((shape) => treeOf(shape, endIds));
  }),
);

/** A tree that is in order: every answer leads onward, and all is reached; perhaps with answers that lead back. */
export const soundTree = (withCircles: boolean) =>
  fc.integer({ min: 1, max: 6 }).chain((steps) => {
    const later = (i: number) => [
      ...Array.from({ length: steps - i - 1 }, (_, k) => `s${i + k + 1}`),
      'e0',
      'e1',
    ];
    const shape = Array.from({ length: steps }, (_, i) =>
      fc.record({
        on: fc.array(fc.constantFrom(...later(i)), { maxLength: 2 }),
        back: fc.array(fc.constantFrom(...Array.from({ length: i + 1 }, (_, k) => `s${k}`)), {
          maxLength: withCircles ? 1 : 0,
        }),
      }),
    );
    return fc.tuple(...shape).map((parts) =>
      treeOf(
        // The first answer goes to the next step, so that every step is reached.
        parts.map(({ on, back }, i) => [
          i + 1 < steps ? `s${i + 1}` : 'e0',
          ...on,
          ...back,
          ...(i === 0 ? ['e1'] : []),
        ]),
        ['e0', 'e1'],
      ),
    );
  });
