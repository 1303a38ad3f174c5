import { clausesOf } from './clauses.ts';
import { denies } from './frames.ts';
import { COMPILED_RULES } from './rules.ts';

/** What only thieves want; the ids of rules (see askRules.ts). */
export const DEMANDS = [
  'gives-secret',
  'types-secret',
  'pays-first',
  'remote-control',
  'wallet-validation',
] as const;
export type Demand = (typeof DEMANDS)[number];

/**
 * What a message that somebody received wants of them, of the things that only thieves want. It is the sender who
 * speaks in it: unlike a post that tells of thieves, it is read as it stands, and only what denies is let pass, such as
 * "we never ask for your recovery phrase".
 */
export function demandsIn(message: string): Demand[] {
  const clauses = clausesOf(message).filter(({ form }) => !denies(form));
  return DEMANDS.filter((demand) => {
    const rule = COMPILED_RULES.find(({ id }) => id === demand);
    return rule !== undefined && clauses.some(({ form }) => rule.pattern.test(form));
  });
}
