import type { AppCandidate, Candidate, EmailCandidate, HandleCandidate, LinkCandidate } from './candidate.ts';
import { canonicalHost, isIpAddress, parseWeb } from './hostName.ts';
import { APP_STORE_HOSTS, PLATFORM_HOSTS } from './platform.ts';
import { CHINESE_TOP_LEVEL, mayBeTopLevel } from './topLevelDomains.ts';

const SCHEME = /^([a-z][a-z0-9+.-]{0,20}):/i;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const HOST_END = /[/\\?#]/;
/** RFC 1035, section 2.3.4: no name is longer; percent signs (%2e) may make it three times as long. */
const LONGEST_HOST = 3 * 253;

/**
 * Reads a link, email address or @name from a word of a text.
 * @param word without spaces and quotation marks; a scheme, if there is one, stands first
 */
export function readWord(word: string): Candidate | undefined {
  const [scheme, name = ''] = SCHEME.exec(word) ?? [];
  if (scheme !== undefined && !name.includes('.')) {
    const rest = word.slice(scheme.length);
    if (/^https?$/i.test(name)) return readWeb(word, rest.replace(/^[/\\]+/, ''));
    if (/^mailto$/i.test(name)) return readEmail(rest.replace(/\?.*/, ''));
    if (/^tg$/i.test(name)) return readTelegram(word);
    if (rest.startsWith('//')) return otherScheme(word, rest.slice(2));
  }
  const at = word.indexOf('@');
  const slash = word.search(HOST_END);
  if (at > 0 && (slash < 0 || at < slash)) return readEmail(word);
  return at === 0 ? undefined : readBareHost(word);
}

function readWeb(text: string, address: string): Candidate | undefined {
  const { authority, rest } = split(address);
  const parsed = parseWeb(`http://${authority}${rest}`);
  const at = authority.lastIndexOf('@');
  const written = authority.slice(at + 1).replace(/:\d*$/, '');
  if (written.length > LONGEST_HOST || (parsed === undefined && !written.includes('.'))) return undefined;
  // "http://hello" leads nowhere outside somebody's own network.
  if (parsed !== undefined && !/[.:]/.test(parsed.host)) return undefined;
  const link: LinkCandidate = {
    kind: 'link',
    text: text.slice(0, text.length - address.length) + authority + rest,
    isWeb: true,
    host: parsed?.host ?? '',
    writtenHost: written,
    userinfo: at > 0 ? decoded(authority.slice(0, at)) : '',
    path: rest,
  };
  return accountOf(link) ?? appOf(link) ?? link;
}

/** A word with a dot in it, such as `firstline.example/help`. */
function readBareHost(word: string): Candidate | undefined {
  if (!/[.。｡]/.test(word)) return undefined;
  const { authority, rest } = split(word);
  const address = withoutWordsBefore(authority) + rest;
  const host = split(address).authority.replace(/:\d*$/, '');
  const labels = host.split(/[.。｡]/).filter(Boolean);
  if (labels.length < 2) return undefined;
  const isIp = isIpAddress(host) && canonicalHost(host) === host;
  return isIp || mayBeTopLevel(labels.at(-1)!) ? readWeb(address, address) : undefined;
}

function readEmail(word: string): EmailCandidate | undefined {
  const at = word.lastIndexOf('@');
  const local = withoutWordsBefore(word.slice(0, at)).replace(/^[^\p{L}\p{N}]+/u, '');
  const writtenHost = split(word.slice(at + 1)).authority.replace(/:.*$/, '');
  if (local === '' || writtenHost.length > LONGEST_HOST || !/[^.]\.[^.]/.test(writtenHost)) return undefined;
  const host = canonicalHost(writtenHost);
  return { kind: 'email', text: `${local}@${writtenHost}`, local, host, writtenHost };
}

function readTelegram(word: string): HandleCandidate | undefined {
  const name = /[?&]domain=([\w.]+)/.exec(word)?.[1];
  return name === undefined ? undefined : { kind: 'handle', text: word, name, platform: 'telegram' };
}

function otherScheme(text: string, address: string): LinkCandidate {
  const { authority, rest } = split(address);
  const writtenHost = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  return {
    kind: 'link',
    text,
    isWeb: false,
    host: canonicalHost(writtenHost),
    writtenHost,
    userinfo: '',
    path: rest,
  };
}

function accountOf({ host, path, text, userinfo }: LinkCandidate): HandleCandidate | undefined {
  const known = PLATFORM_HOSTS[host.replace(/^(?:www|m|mobile|web)\./, '')] ?? PLATFORM_HOSTS[host];
  const name = known?.name.exec(path)?.groups?.['name'];
  if (known === undefined || name === undefined || userinfo !== '') return undefined;
  return { kind: 'handle', text, name: decoded(name), platform: known.platform };
}

function appOf({ host, path, text, userinfo }: LinkCandidate): AppCandidate | undefined {
  const known = APP_STORE_HOSTS[host];
  const id = known?.id.exec(path)?.groups?.['id'];
  return known && id && userinfo === '' ? { kind: 'app', text, store: known.store, id } : undefined;
}

/** What stands before the path, and the path. Chinese that follows without a space is no part of it. */
function split(address: string): { readonly authority: string; readonly rest: string } {
  const end = address.search(HOST_END);
  const all = end < 0 ? address : address.slice(0, end);
  const authority = withoutWordsAfter(all);
  const rest = end < 0 || authority.length < all.length ? '' : address.slice(end);
  // A path in Chinese is written %E5… when it is copied: Chinese letters in one are the sentence going on.
  const sentence = rest.search(EAST_ASIAN);
  return { authority, rest: sentence < 0 ? rest : rest.slice(0, sentence) };
}

/** `firstline.example请点击`: no domain ends in a mixture of Latin and Chinese, so the Chinese is the sentence going on. */
function withoutWordsAfter(authority: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const before = authority.slice(0, authority.length - host.length);
  const dot = Math.max(host.lastIndexOf('.'), host.lastIndexOf('。'), host.lastIndexOf('｡'));
  const last = host.slice(dot + 1);
  const chinese = last.search(EAST_ASIAN);
  if (dot < 0 || chinese < 0) return authority;
  if (chinese > 0) return before + host.slice(0, dot + 1) + last.slice(0, chinese).replace(/:\d*$/, '');
  const known = CHINESE_TOP_LEVEL.exec(last)?.[0];
  return known === undefined
    ? withoutWordsAfter(before + host.slice(0, dot))
    : before + host.slice(0, dot + 1) + known;
}

/** `请访问firstline.example`: without a scheme, Chinese in front of Latin letters is the sentence before. */
function withoutWordsBefore(authority: string): string {
  const dot = authority.indexOf('.');
  const first = [...(dot < 0 ? authority : authority.slice(0, dot))];
  const lastLatin = first.findLastIndex((sign) => /[a-z0-9_%+-]/i.test(sign));
  const sentence = first
    .slice(0, lastLatin + 1)
    .findLastIndex((sign) => sign === ':' || EAST_ASIAN.test(sign));
  return first.slice(sentence + 1).join('') + (dot < 0 ? '' : authority.slice(dot));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
