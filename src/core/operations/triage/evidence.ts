import { networkOf, networksFor, NETWORKS, OTHER_NETWORK } from '../../deflection/networks.ts';
import { chainOfAddress } from '../../privacy/chain.ts';
import { IDENTIFIER_KINDS, type IdentifierKind } from '../handOver.ts';

/** What a step may ask for. There is no kind for a secret, so that no tree can ask for one. */
export const EVIDENCE_KINDS = [...IDENTIFIER_KINDS, 'screenshot'] as const;
export type EvidenceKind = IdentifierKind | 'screenshot';

/** In UTF-16 units; room for an explorer's address around a hash. */
export const EVIDENCE_LENGTH = 200;

/** What a network's field offers. */
export const NETWORK_CHOICES: readonly string[] = [...Object.keys(NETWORKS), OTHER_NETWORK];

/**
 * Why a value may not be what it is taken for; the page has a sentence for each. A slip, not a refusal: an agent may know
 * better than a pattern.
 */
export const EVIDENCE_PROBLEMS = [
  'hash',
  'hash-network',
  'hash-which-network',
  'address',
  'network',
  'amount',
  'time',
  'time-zone',
  'app-version',
  'id',
  'last-four',
  'site',
  'too-long',
] as const;
export type EvidenceProblem = (typeof EVIDENCE_PROBLEMS)[number];

/**
 * Looks at the shape of one value.
 * @param network the network that was given, as an id of `NETWORKS` or `other`: a hash is held against it
 */
export function checkEvidence(kind: EvidenceKind, value: string, network = ''): EvidenceProblem | undefined {
  const text = value.trim();
  if (text === '') return undefined;
  if (text.length > EVIDENCE_LENGTH) return 'too-long';
  switch (kind) {
    case 'hash':
      return checkHash(text, network);
    case 'address':
      return checkAddress(text);
    case 'network':
      return NETWORK_CHOICES.includes(text) ? undefined : 'network';
    case 'amount':
      return /\d/.test(text) ? undefined : 'amount';
    case 'time':
      if (!/\d/.test(text)) return 'time';
      return ZONE.test(text) ? undefined : 'time-zone';
    case 'app-version':
      return /\d+\.\d+/.test(text) ? undefined : 'app-version';
    case 'request-id':
    case 'order-id':
    case 'authorisation-id':
      return /^[\w.:/#-]{4,100}$/.test(text) ? undefined : 'id';
    case 'last-four':
      return /^\d{4}$/.test(text) ? undefined : 'last-four';
    case 'site':
      return /[^\s.]\.[^\s.]{2,}/.test(text) ? undefined : 'site';
    default:
      return undefined;
  }
}

/** `+08:00`, `UTC`, `CEST`, `Z` after a digit, or a zone by its name. */
const ZONE = /(?:UTC|GMT)|[+\u2212-]\s?\d{1,2}(?::?\d\d)?$|\d\s?Z$|\b[A-Z]{2,5}T\b|时区|时间|東京|time\b/iu;

function checkHash(text: string, network: string): EvidenceProblem | undefined {
  const shapes = networksFor(text);
  if (networkOf(network)) return (shapes as string[]).includes(network) ? undefined : 'hash-network';
  if (network === OTHER_NETWORK) return undefined;
  if (shapes.length === 0) return 'hash';
  return shapes.length > 1 ? 'hash-which-network' : undefined;
}

function checkAddress(text: string): EvidenceProblem | undefined {
  // A hash in the place of an address is the commonest slip.
  if (/\s/.test(text) || networksFor(text).length > 0) return 'address';
  return text.length >= 25 && text.length <= 110 && chainOfAddress(text) !== 'unknown'
    ? undefined
    : 'address';
}
