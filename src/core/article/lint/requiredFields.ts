import type { Severity } from './problem.ts';

/** A field that every finished page has: what is expected in it, and how to add it. */
export interface RequiredField {
  readonly field: string;
  readonly severity: Severity;
  readonly expected: string;
  readonly fix: string;
}

/**
 * What a page must say of itself, so that somebody keeps it right, it falls due, and it is found. The schema has defaults for
 * these, because a build must not fall over a page that is being written; a default owner is nobody.
 */
export const REQUIRED_FIELDS: readonly RequiredField[] = [
  {
    field: 'description',
    severity: 'error',
    expected: 'one sentence with the gist of the answer',
    fix: 'add a line such as `description: Wait for it; if it takes longer, speed it up`. It is shown in lists and results',
  },
  {
    field: 'confidence',
    severity: 'error',
    expected: 'how sure we are that it is right',
    fix: 'write one of: work-in-progress, not-validated, validated, archived',
  },
  {
    field: 'owner',
    severity: 'error',
    expected: 'the team that keeps it right',
    fix: 'add a line such as `owner: wallet-support`',
  },
  {
    field: 'reviewed',
    severity: 'error',
    expected: 'the day somebody last checked every sentence',
    fix: 'check it, and add that day as YYYY-MM-DD',
  },
  {
    field: 'reviewEvery',
    severity: 'error',
    expected: 'how long a review lasts',
    fix: 'add a line such as `reviewEvery: 6 months`',
  },
  {
    field: 'products',
    severity: 'error',
    expected: 'what it is about',
    fix: 'write a list of: wallet, card, payments, account',
  },
  {
    field: 'related',
    severity: 'warning',
    expected: 'what to read next',
    fix: 'write a list of slugs, such as `[wallet/wrong-network]`',
  },
];
