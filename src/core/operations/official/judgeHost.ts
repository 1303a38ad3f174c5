import { isIpAddress, registeredName, registeredPart, shownHost } from './hostName.ts';
import type { OfficialList } from './officialList.ts';
import { SHORTENERS } from './platform.ts';
import { resemblance, type Resemblance } from './resemblance.ts';
import type { Opinion, Reason } from './verdict.ts';

interface Host {
  /** As a browser reads it; empty if it cannot. */
  readonly host: string;
  readonly writtenHost: string;
}

/** Whether a host is one of ours; marks are offsets in `spelled`, the host as it is shown. */
export function judgeHost({ host, writtenHost }: Host, list: OfficialList): Opinion {
  const listed = list.domains.find(({ name }) => name === host);
  if (listed) return { verdict: 'official', reasons: ['exact'], ours: listed.name, spelled: writtenHost };
  const parent = list.domains.find(({ name }) => host.endsWith(`.${name}`));
  if (parent?.subdomains) {
    return { verdict: 'official', reasons: ['subdomain'], ours: parent.name, spelled: writtenHost };
  }
  const spelled = shownHost(writtenHost, host);
  const leadsTo = registeredPart(host === '' ? writtenHost.toLowerCase() : host);
  const base = { spelled, leadsTo };
  if (parent) return { ...base, verdict: 'not-ours', reasons: ['unlisted-subdomain'], ours: parent.name };
  if (isIpAddress(host)) return { ...base, verdict: 'not-ours', reasons: ['ip-address'] };
  const likeness = wholeHostInFront(spelled, list) ?? likeDomain(spelled, list) ?? likeBrand(spelled, list);
  if (likeness) {
    const isForeign = /xn--/i.test(writtenHost) ? ['punycode' as const] : [];
    return { ...base, ...likeness, verdict: 'lookalike', reasons: [...likeness.reasons, ...isForeign] };
  }
  if (SHORTENERS.has(host)) return { ...base, verdict: 'not-ours', reasons: ['shortener'] };
  const reasons: Reason[] = host === '' ? ['unreadable', 'not-listed'] : ['not-listed'];
  return {
    ...base,
    verdict: 'not-ours',
    reasons: host.includes('xn--') ? [...reasons, 'punycode'] : reasons,
  };
}

type Likeness = Pick<Opinion, 'reasons' | 'ours' | 'differences' | 'marks'>;

/** `firstline.example.evil.test`: our whole name in front of somebody else's. */
function wholeHostInFront(spelled: string, { domains }: OfficialList): Likeness | undefined {
  const lower = spelled.toLowerCase();
  const found = domains.find(({ name }) => `.${lower}`.includes(`.${name}.`));
  if (!found) return undefined;
  const end = `.${lower}`.lastIndexOf(`.${found.name}.`) + found.name.length;
  return { reasons: ['subdomain-trick'], ours: found.name, marks: [{ start: end, end: spelled.length }] };
}

/** A host that looks like a listed one from its beginning to its end. */
function likeDomain(spelled: string, { domains }: OfficialList): Likeness | undefined {
  for (const { name } of domains) {
    const found = resemblance(spelled, name);
    if (found?.kind === 'lookalike' && !found.isPart) return { ours: name, ...asReasons(found, 0) };
    if (found?.kind === 'typo') return { ours: name, ...asReasons(found, 0) };
  }
  return undefined;
}

/** A host of which a label looks like the company's name. */
function likeBrand(spelled: string, { brand, domains }: OfficialList): Likeness | undefined {
  const own = domains.map(({ name }) => registeredName(name));
  // The longest first: it says most.
  const names = [...new Set([...own, ...brand])].sort((one, other) => other.length - one.length);
  const registeredAt = spelled.length - registeredPart(spelled).length;
  const labels = [...spelled.matchAll(/[^.]+/g)]
    .map(({ 0: text, index }) => ({ text, start: index }))
    .filter(({ start, text }) => start + text.length < spelled.length);
  // The registered name first: what stands before it anybody may choose.
  for (const { text, start } of labels.reverse()) {
    for (const name of names) {
      const found = resemblance(text, name);
      if (!found) continue;
      const ours = (domains.find((domain) => registeredName(domain.name) === name) ?? domains[0])?.name;
      const likeness = ours === undefined ? {} : { ours };
      if (start < registeredAt && (found.kind === 'same' || found.kind === 'contains')) {
        return {
          ...likeness,
          reasons: ['subdomain-trick'],
          marks: [{ start: registeredAt, end: spelled.length }],
        };
      }
      if (found.kind === 'same') {
        return {
          ...likeness,
          reasons: ['other-tld'],
          marks: [{ start: start + text.length, end: spelled.length }],
        };
      }
      return { ...likeness, ...asReasons(found, start, text) };
    }
  }
  return undefined;
}

/** @param label the label that it was found in, and where that starts; marks cover what was added to it */
function asReasons(
  found: Resemblance,
  offset: number,
  label?: string,
): Pick<Opinion, 'reasons' | 'differences' | 'marks'> & Likeness {
  const shifted = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: start + offset,
    end: end + offset,
  });
  if (found.kind === 'lookalike') {
    const reasons: Reason[] = found.isPart
      ? ['lookalike-characters', 'added-words']
      : ['lookalike-characters'];
    return { reasons, differences: found.differences, marks: found.differences.map(shifted) };
  }
  if (found.kind === 'typo') return { reasons: ['typo'], marks: [shifted(found)] };
  if (found.kind === 'same' || label === undefined) return { reasons: ['other-tld'] };
  const around = [
    { start: 0, end: found.start },
    { start: found.end, end: label.length },
  ];
  return { reasons: ['added-words'], marks: around.filter(({ start, end }) => end > start).map(shifted) };
}
