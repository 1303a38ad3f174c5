import { unicodeHost } from './punycode.ts';

/**
 * The host as a browser reads it, by the URL Standard: lower case, ASCII (`xn--` for foreign letters), full width made
 * half, odd spellings of an IP address resolved, no dot at the end. Empty if no browser can read it.
 */
export function canonicalHost(written: string): string {
  return parseWeb(`http://${written}`)?.host ?? '';
}

/** The parts of a web address that matter here, as a browser reads them. */
export function parseWeb(
  address: string,
): { readonly host: string; readonly userinfo: string; readonly path: string } | undefined {
  try {
    const { hostname, username, pathname, search, hash } = new URL(address);
    return { host: hostname.replace(/\.$/, ''), userinfo: username, path: pathname + search + hash };
  } catch {
    return undefined;
  }
}

export function isIpAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.startsWith('[');
}

const SECOND_LEVEL = /^(?:com?|org|net|gov|edu|ac|ne|or)$/;

/**
 * The end of a host that somebody has registered, near enough to be shown: two labels, or three as in `shop.co.uk`.
 * Verdicts do not depend on it: those compare with the listed domains.
 */
export function registeredPart(host: string): string {
  if (isIpAddress(host)) return host;
  const labels = host.split('.');
  const isCountry = labels.at(-1)?.length === 2 && SECOND_LEVEL.test(labels.at(-2) ?? '');
  return labels.slice(isCountry && labels.length > 2 ? -3 : -2).join('.');
}

/** The label that somebody chose: `firstline` of `help.firstline.example`. */
export function registeredName(host: string): string {
  return registeredPart(host).split('.')[0] ?? '';
}

/** How a host is shown: as it was written, unless that is Punycode or is not what a browser reads. */
export function shownHost(written: string, host: string): string {
  if (host !== '' && (canonicalHost(written) !== host || /xn--/i.test(written))) return unicodeHost(host);
  return written.replace(/[。｡]/g, '.');
}
