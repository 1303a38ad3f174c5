import type { EmailCandidate, LinkCandidate } from './candidate.ts';
import { judgeHost } from './judgeHost.ts';
import type { OfficialList } from './officialList.ts';
import { ourNameIn } from './ourName.ts';
import { resemblance } from './resemblance.ts';
import type { Opinion } from './verdict.ts';

/** A link is as good as its host; what stands before and behind the host may be there to deceive. */
export function judgeLink(link: LinkCandidate, list: OfficialList): Opinion {
  const opinion = judgeHost(link, list);
  const { spelled: host = link.writtenHost, marks = [] } = opinion;
  const at = link.text.indexOf(link.writtenHost, link.userinfo === '' ? 0 : link.text.indexOf('@'));
  const spelled = link.text.slice(0, at) + host + link.text.slice(at + link.writtenHost.length);
  const shown = {
    ...opinion,
    spelled,
    marks: marks.map(({ start, end }) => ({ start: start + at, end: end + at })),
  };
  if (!link.isWeb) {
    const { leadsTo: _, ...rest } = shown;
    return opinion.verdict === 'official'
      ? { ...rest, verdict: 'not-ours', reasons: ['not-a-web-link'] }
      : rest;
  }
  if (opinion.verdict === 'official') return shown;
  const decoy = link.userinfo === '' ? undefined : ourNameIn(link.userinfo, list);
  if (decoy !== undefined) {
    const marks = [{ start: at, end: at + host.length }];
    return { ...shown, verdict: 'lookalike', reasons: ['userinfo-trick'], ours: decoy, marks };
  }
  if (opinion.verdict === 'not-ours' && ourNameIn(link.path, list) !== undefined) {
    const isBare = opinion.reasons[0] === 'not-listed';
    return { ...shown, reasons: isBare ? ['name-in-path'] : [...opinion.reasons, 'name-in-path'] };
  }
  return shown;
}

/** Only complete addresses are official: a sender may be forged, and more easily one that nobody knows. */
export function judgeEmail(email: EmailCandidate, list: OfficialList): Opinion {
  const { local, host, writtenHost } = email;
  const address = `${local}@${host}`.toLowerCase();
  const listed = list.emails.find((known) => known.address === address);
  if (listed) return { verdict: 'official', reasons: ['exact'], ours: listed.address };
  const opinion = judgeHost({ host, writtenHost }, list);
  const offset = local.length + 1;
  const shown = {
    ...opinion,
    spelled: `${local}@${opinion.spelled ?? writtenHost}`,
    marks: (opinion.marks ?? []).map(({ start, end }) => ({ start: start + offset, end: end + offset })),
  };
  // A company may write from a domain that has no pages: its domain counts as ours too.
  const isOurDomain =
    opinion.verdict === 'official' || list.emails.some((known) => known.address.endsWith(`@${host}`));
  if (isOurDomain) {
    const twin = twinOf(local, host, list);
    if (twin) return { ...twin, spelled: `${local}@${opinion.spelled ?? writtenHost}` };
    const ours = list.emails[0] ? { ours: list.emails[0].address } : {};
    return {
      ...ours,
      verdict: 'not-ours',
      reasons: ['unlisted-address'],
      marks: [{ start: 0, end: local.length }],
    };
  }
  if (opinion.verdict === 'lookalike') return shown;
  const ours = ourNameIn(local, list);
  if (ours === undefined) return shown;
  const marks = [{ start: offset, end: shown.spelled.length }];
  return {
    ...shown,
    verdict: 'lookalike',
    reasons: ['brand-in-name'],
    marks,
    ours: list.emails[0]?.address ?? ours,
  };
}

/** The listed address at this host that a name is spelled to look like: `suppоrt` with a Cyrillic о. */
function twinOf(local: string, host: string, { emails }: OfficialList): Opinion | undefined {
  for (const { address } of emails) {
    const [own = '', home] = address.split('@');
    const found = home === host ? resemblance(local, own) : undefined;
    if (found?.kind !== 'lookalike' || found.isPart) continue;
    const { differences } = found;
    return {
      verdict: 'lookalike',
      reasons: ['lookalike-characters'],
      ours: address,
      differences,
      marks: differences,
    };
  }
  return undefined;
}
