import { extractCandidates } from '../../operations/official/extract.ts';
import type { Candidate } from '../../operations/official/candidate.ts';
import { judge } from '../../operations/official/judge.ts';
import type { OfficialList } from '../../operations/official/officialList.ts';
import type { Verdict } from '../../operations/official/verdict.ts';
import { isKnownHost, isShortener, isThrowAwayHost } from './throwAway.ts';

/** A link, account, address or number in a post. */
export interface Place {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
  /** The rule that it counts as. */
  readonly id:
    'lookalike' | 'throw-away' | 'hidden' | 'account' | 'support-name' | 'stranger' | 'official' | 'nothing';
  readonly weight: number;
}

/** What the places of a clause are, judged by the official list. */
export function placesIn(text: string, list: OfficialList | undefined): Place[] {
  return extractCandidates(text).map((candidate) => {
    const verdict = list ? judge(candidate, list).verdict : 'not-ours';
    const [id, weight] = weigh(candidate, verdict);
    return { candidate, verdict, id, weight };
  });
}

/** Names that only somebody needs who pretends to be support. */
const SUPPORT_NAME =
  /support|help|admin|official|desk|agent|care|service|customer|mod(?:erator)?s?(?:$|[_\d])|recover|tracer|hacker|kefu|guanfang|guan_?li|fuwu|caiwu|jiedong|zhuihui|tech|team|assist|rectif|valid|wallet|verify|refund/i;

function weigh(candidate: Candidate, verdict: Verdict): readonly [Place['id'], number] {
  if (verdict === 'official') return ['official', -3];
  if (verdict === 'lookalike') return ['lookalike', candidate.kind === 'handle' ? 2 : 3];
  switch (candidate.kind) {
    case 'link':
      if (isShortener(candidate.host)) return ['hidden', 1.5];
      if (isKnownHost(candidate.host)) return ['nothing', 0];
      return isThrowAwayHost(candidate.host) ? ['throw-away', 2] : ['stranger', 1];
    case 'email':
      return SUPPORT_NAME.test(candidate.local) || isThrowAwayHost(candidate.host)
        ? ['support-name', 1.5]
        : ['stranger', 1];
    case 'handle':
      if (SUPPORT_NAME.test(candidate.name)) return ['support-name', 2];
      return candidate.platform === undefined ? ['nothing', 0.5] : ['account', 1.5];
    case 'phone':
      return ['stranger', 1];
    case 'app':
    case 'wallet':
      return ['nothing', 0];
  }
}
