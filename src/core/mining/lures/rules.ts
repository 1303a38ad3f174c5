import { ASK_RULES } from './askRules.ts';
import { CONTACT_RULES } from './contactRules.ts';
import type { LureRule } from './lureRule.ts';
import { BAIT_RULES, HONEST_RULES, PLACE_RULES, POSE_RULES } from './otherRules.ts';

/** Everything by which a lure is known in words, in both languages. Each rule counts once in a post. */
export const LURE_RULES: readonly LureRule[] = [
  ...CONTACT_RULES,
  ...ASK_RULES,
  ...BAIT_RULES,
  ...POSE_RULES,
  ...PLACE_RULES,
  ...HONEST_RULES,
];

export interface CompiledRule extends LureRule {
  readonly pattern: RegExp;
}

/** The rules with one regular expression each. Words in English do not count within longer ones. */
export const COMPILED_RULES: readonly CompiledRule[] = LURE_RULES.map((rule) => ({
  ...rule,
  pattern: patternOf(rule),
}));

function patternOf({ en = [], zh = [] }: LureRule): RegExp {
  const english = en.length === 0 ? [] : [`(?<![a-z0-9])(?:${en.join('|')})(?![a-z0-9])`];
  return new RegExp([...english, ...zh].join('|'), 'u');
}
