import type { AppCandidate, Candidate, PhoneCandidate, WalletCandidate } from './candidate.ts';
import { extractCandidates } from './extract.ts';
import { isOneSlipApart } from './distance.ts';
import { judgeHandle } from './judgeHandle.ts';
import { judgeEmail, judgeLink } from './judgeLink.ts';
import type { OfficialList } from './officialList.ts';
import { ourNameIn } from './ourName.ts';
import { VERDICTS, type Judgement, type Opinion, type Piece, type Verdict } from './verdict.ts';

/** What is found in a text, each with its verdict, the worst first. */
export function judgeText(text: string, list: OfficialList): Judgement[] {
  const judgements = extractCandidates(text, true)
    .map((candidate) => judge(candidate, list))
    .filter(
      ({ candidate, verdict }) => !isGuess(candidate) || verdict === 'lookalike' || verdict === 'official',
    );
  return judgements.sort((one, other) => VERDICTS.indexOf(other.verdict) - VERDICTS.indexOf(one.verdict));
}

function isGuess(candidate: Candidate): boolean {
  return candidate.kind === 'handle' && candidate.isGuess === true;
}

/** A text is as good as the worst that is in it; undefined if nothing is. */
export function worstVerdict(judgements: readonly Judgement[]): Verdict | undefined {
  return VERDICTS.findLast((verdict) => judgements.some((judgement) => judgement.verdict === verdict));
}

export function judge(candidate: Candidate, list: OfficialList): Judgement {
  const { spelled = candidate.text, marks = [], differences = [], ...opinion } = opinionOf(candidate, list);
  return { candidate, ...opinion, differences, pieces: pieces(spelled, marks) };
}

function opinionOf(candidate: Candidate, list: OfficialList): Opinion {
  switch (candidate.kind) {
    case 'link':
      return judgeLink(candidate, list);
    case 'email':
      return judgeEmail(candidate, list);
    case 'handle':
      return judgeHandle(candidate, list);
    case 'phone':
      return judgePhone(candidate, list);
    case 'app':
      return judgeApp(candidate, list);
    case 'wallet':
      return judgeWallet(candidate, list);
  }
}

function judgePhone({ digits, isInternational }: PhoneCandidate, list: OfficialList): Opinion {
  const numbers = list.phones.map(({ number }) => ({ number, own: number.replace(/\D/g, '') }));
  const national = digits.replace(/^0+/, '');
  const listed = numbers.find(
    ({ own }) =>
      own === digits ||
      (!isInternational &&
        national.length >= 7 &&
        own.endsWith(national) &&
        own.length - national.length <= 3),
  );
  if (listed) return { verdict: 'official', reasons: ['exact'], ours: listed.number };
  const near = numbers.find(({ own }) => isOneSlipApart(own, digits));
  return near
    ? { verdict: 'lookalike', reasons: ['typo'], ours: near.number }
    : { verdict: 'not-ours', reasons: ['not-listed'] };
}

function judgeApp({ store, id }: AppCandidate, list: OfficialList): Opinion {
  if (list.apps.some((app) => app.store === store && app.id === id))
    return { verdict: 'official', reasons: ['exact'], ours: id };
  return ourNameIn(id, list) === undefined
    ? { verdict: 'not-ours', reasons: ['not-listed'] }
    : { verdict: 'lookalike', reasons: ['brand-in-name'] };
}

/** Characters at either end that people compare, and that thieves therefore make equal. */
const COMPARED = 4;

function judgeWallet({ text }: WalletCandidate, list: OfficialList): Opinion {
  // Hexadecimal and bech32 are the same in either case; base 58 is not.
  const form = (address: string): string => (/^(?:0x|bc1)/i.test(address) ? address.toLowerCase() : address);
  const address = form(text);
  const ends = (value: string): string => form(value).slice(0, COMPARED + 2) + form(value).slice(-COMPARED);
  const listed = list.wallets.find((known) => form(known.address) === address);
  if (listed) return { verdict: 'official', reasons: ['exact'], ours: listed.address };
  const near = list.wallets.find((known) => ends(known.address) === ends(text));
  if (!near) return { verdict: 'not-ours', reasons: ['not-listed'] };
  const marks = [{ start: COMPARED + 2, end: text.length - COMPARED }];
  return { verdict: 'lookalike', reasons: ['lookalike-address'], ours: near.address, marks };
}

function pieces(text: string, marks: Opinion['marks'] = []): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((one, other) => one.start - other.start)) {
    if (start < at || end <= start) continue;
    result.push(
      { text: text.slice(at, start), isMarked: false },
      { text: text.slice(start, end), isMarked: true },
    );
    at = end;
  }
  return [...result, { text: text.slice(at), isMarked: false }].filter((piece) => piece.text !== '');
}
