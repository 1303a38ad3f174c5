import type { CustomerWay } from '../../src/core/mining/customerWays.ts';
import { SURE } from '../../src/core/mining/proposals.ts';
import type { RecurringIssue } from '../../src/core/mining/report.ts';
import type { Knowledge } from '../lib/knowledge.ts';
import { askKnowledge } from './askKnowledge.ts';

/**
 * The ways that are the issue's own: a ticket that came along by its likeness is one that the suggestions answer surely with
 * an article on something else.
 */
export async function withoutForeign(
  ways: readonly CustomerWay[],
  { gap }: Pick<RecurringIssue, 'gap'>,
  knowledge: Knowledge,
): Promise<CustomerWay[]> {
  if (knowledge.indexes.length === 0) return [...ways];
  const answers = await askKnowledge(
    ways.map(({ text }) => text),
    knowledge,
  );
  return ways.filter((_, i) => {
    const { slug, probability } = answers[i]!;
    return slug === null || slug === gap.slug || probability < SURE;
  });
}
