import type { Demand } from '../../../core/mining/lures/demands.ts';
import { worstVerdict } from '../../../core/operations/official/judge.ts';
import type { Judgement, Verdict } from '../../../core/operations/official/verdict.ts';
import type { SecretKind } from '../../../core/privacy/secret.ts';

/** What the page says of a text. */
export type Answer =
  | { readonly kind: 'secret'; readonly secrets: readonly SecretKind[] }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'judged';
      readonly verdict: Verdict;
      readonly judgements: readonly Judgement[];
    }
  | {
      readonly kind: 'demanding';
      /** What the message wants that only thieves want: at least one. */
      readonly demands: readonly Demand[];
      readonly judgements: readonly Judgement[];
    };

/**
 * A secret comes before everything else: a text with one in it is not looked at further, nor is any of it shown. What
 * only thieves ask for comes next: a sender can be forged, so that even an official address does not make it right.
 * Undefined for an empty field.
 */
export function answerTo(
  text: string,
  secrets: readonly SecretKind[],
  judge: () => readonly Judgement[],
  demand: () => readonly Demand[],
): Answer | undefined {
  if (text.trim() === '') return undefined;
  if (secrets.length > 0) return { kind: 'secret', secrets };
  const judgements = judge();
  const demands = demand();
  if (demands.length > 0) return { kind: 'demanding', demands, judgements };
  const verdict = worstVerdict(judgements);
  return verdict === undefined ? { kind: 'nothing' } : { kind: 'judged', verdict, judgements };
}
