import { say, type Strings } from '../words.ts';
import type { OfficialList } from '../../../core/operations/official/officialList.ts';
import type { Difference } from '../../../core/operations/official/resemblance.ts';
import type { Judgement, Reason, Verdict } from '../../../core/operations/official/verdict.ts';

/** What a judgement is about: "Account on Telegram". */
export function headOf({ candidate }: Judgement, strings: Strings): string {
  if (candidate.kind !== 'handle' || candidate.platform === undefined)
    return say(strings, `kind.${candidate.kind}`);
  return say(strings, 'kind.handleOn', { platform: say(strings, `platform.${candidate.platform}`) });
}

/** What to do with a text of this verdict. What is official has limits, and those differ by its kind. */
export function advice(verdict: Verdict, judgements: readonly Judgement[], strings: Strings): string[] {
  if (verdict !== 'official') return [say(strings, `advice.${verdict}`)];
  const limits = judgements.map(({ candidate: { kind } }) =>
    kind === 'email' || kind === 'phone' ? 'sender' : kind,
  );
  return [...new Set(limits)].map((limit) => say(strings, `advice.official.${limit}`));
}

/** Why: a sentence for each reason, then one for each character that is not what it seems. */
export function reasonsOf(judgement: Judgement, list: OfficialList, strings: Strings): string[] {
  return [
    ...judgement.reasons.map((reason) => reasonText(reason, judgement, list, strings)),
    ...judgement.differences.map((difference) => differenceText(difference, strings)),
  ].filter((text) => text !== '');
}

function reasonText(
  reason: Reason,
  { candidate, ours = '', leadsTo = '', platform, reasons }: Judgement,
  list: OfficialList,
  strings: Strings,
): string {
  const { kind } = candidate;
  const values = { ours, leadsTo, platform: platform ? say(strings, `platform.${platform}`) : '' };
  if (reason === 'exact') return say(strings, `exact.${kind}`, values);
  if (reason === 'not-listed') {
    if (reasons.length > 1 && leadsTo === '') return '';
    if (kind === 'phone' && list.phones.length === 0) return say(strings, 'reason.not-listed.noPhones');
    if (kind === 'wallet' && list.wallets.length === 0) return say(strings, 'reason.not-listed.noWallets');
    return say(strings, `reason.not-listed.${kind}`, values);
  }
  // With words added as well, it was never meant to be the whole of ours.
  if (reason === 'lookalike-characters' && reasons.includes('added-words')) {
    return say(strings, 'reason.lookalike-characters.plain');
  }
  return say(strings, `reason.${reason}`, values);
}

function differenceText({ kind, found, expected, position }: Difference, strings: Strings): string {
  return say(strings, `difference.${kind}`, { n: String(position), found, expected });
}
