import { networksFor } from '../../deflection/networks.ts';
import { findAll } from '../../privacy/redact.ts';
import type { HandOver, IdentifierKind } from '../handOver.ts';
import { networksNamed } from '../incidents/matching.ts';

type Facts = HandOver['identifiers'];

const FOUND: Readonly<Partial<Record<string, IdentifierKind>>> = {
  'transaction-hash': 'hash',
  address: 'address',
};

/** What customers write of their case in a form that can be told from other words. The first group is the value. */
const PATTERNS: readonly (readonly [kind: IdentifierKind, pattern: RegExp])[] = [
  // "iOS 17.2" is the system's version, not the app's.
  [
    'app-version',
    /(?<!(?:ios|android|安卓|鸿蒙|harmonyos|系统)\s{0,2})(?:\bapp|\bversion|\bv|版本号?)\s?(?:version|版本号?|is|是|为|[:：])?\s?v?(\d{1,3}\.\d{1,3}(?:\.\d{1,4})?)(?![.\d])/gi,
  ],
  [
    'device',
    /((?:iPhone|iPad|Pixel|Galaxy|Redmi|OnePlus|Xperia|华为|荣耀|小米|红米|三星|魅族|一加)\s?[A-Za-z]{0,5}\s?\d{1,3}[a-z]?(?:\s?(?:Pro|Max|Plus|Ultra|mini|SE|FE)\b){0,2})/gi,
  ],
  ['device', /((?:iOS|iPadOS|Android|安卓|HarmonyOS|鸿蒙)\s?\d{1,2}(?:\.\d{1,2}){0,2})/gi],
  ['last-four', /(?:尾号|后四位)(?:是|为|[:：])?\s?(\d{4})(?!\d)/g],
  ['last-four', /\b(?:ending (?:in|with)|last (?:four|4)(?: digits)?(?: are| is)?:?)\s?(\d{4})(?!\d)/gi],
  [
    'order-id',
    /(?:\border|订单)\s?(?:no\.?|number|id|编?号)?\s?(?:is|是|为|[:：#])*\s?((?=[\w-]*\d)[A-Z0-9][A-Z0-9-]{4,30}(?![\w-]))/gi,
  ],
];

/** Longest value that is taken. */
const LONGEST = 500;
const MOST = 20;

/** What a ticket says of its case, each once: public on its network, or looked up first by whoever helps. */
export function factsIn(ticket: string): Facts {
  const found = findAll(ticket).flatMap(({ kind, start, end }) => {
    const as = FOUND[kind];
    return as ? [{ kind: as, value: ticket.slice(start, end) }] : [];
  });
  const written = PATTERNS.flatMap(([kind, pattern]) =>
    [...ticket.matchAll(pattern)].map(([, value]) => ({ kind, value: value!.trim() })),
  );
  const facts = [...found, ...networkOf(ticket, found), ...written].filter(
    ({ value }) => value.length <= LONGEST,
  );
  return [...new Map(facts.map((fact) => [fact.value, fact])).values()].slice(0, MOST);
}

/** The network, if only one is named; else the only one whose hashes look like those of the ticket. */
function networkOf(ticket: string, found: Facts): Facts {
  const named = [...networksNamed(ticket)];
  const shapes = found.filter(({ kind }) => kind === 'hash').flatMap(({ value }) => networksFor(value));
  const [only, ...others] = named.length > 0 ? named : new Set(shapes);
  return only !== undefined && others.length === 0 ? [{ kind: 'network', value: only }] : [];
}
