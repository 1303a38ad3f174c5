import type { SiteRule } from '../rule.ts';

/** The replies that a runbook names are there, and are named once. */
export const replies: SiteRule = {
  kind: 'site',
  id: 'replies',
  *check({ pages }, { replies: known }) {
    for (const { file, shared, replies: named } of pages) {
      for (const [i, { text, place }] of named.entries()) {
        const problem =
          shared['type']?.text !== 'runbook'
            ? 'is for agents, and only runbooks name replies. Remove it'
            : named.findIndex((other) => other.text === text) < i
              ? 'stands twice in this list. Remove one'
              : known && !known.includes(text)
                ? `is not there. Correct it, or write content/replies/${text}.yml`
                : undefined;
        if (problem) yield { file, place, severity: 'error', message: `replies: "${text}" ${problem}.` };
      }
    }
  },
};
