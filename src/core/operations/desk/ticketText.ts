import { detectLanguage, type Language } from '../../article/language.ts';
import { findAll, replaceFindings } from '../../privacy/redact.ts';
import type { Finder, SecretKind } from '../../privacy/secret.ts';
import { problemText } from '../../ticket/problemText.ts';
import type { HandOver, IdentifierKind } from '../handOver.ts';

/** A text without its secrets. */
export interface Masked {
  readonly text: string;
  /** What was taken out; empty if nothing was. */
  readonly kinds: readonly SecretKind[];
  /** Where the caret belongs that stood at `caret` before. */
  readonly caret: number;
}

/**
 * Takes secrets out of what was pasted or typed, each replaced by its kind in brackets. Runs again on its own result until
 * nothing is found: two halves may meet where a third thing stood between them.
 */
export function maskSecrets(text: string, find: Finder<SecretKind>, caret = text.length): Masked {
  const kinds = new Set<SecretKind>();
  let masked = text;
  let at = caret;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = find(masked);
    if (findings.length === 0) break;
    for (const { kind } of findings) kinds.add(kind);
    const behind = replaceFindings(
      masked.slice(0, Math.max(at, ...findings.map(({ start, end }) => (start < at ? end : 0)))),
      findings.filter(({ start }) => start < at),
    );
    at = behind.text.length;
    masked = replaceFindings(masked, findings).text;
  }
  return { text: masked, kinds: [...kinds], caret: Math.min(at, masked.length) };
}

const MOST_ROUNDS = 5;

/** What is searched with: the customer's words without greeting, quoted mail and signature. */
export function searchText(ticket: string): string {
  const problem = problemText({ subject: '', messages: [{ author: 'requester', body: ticket }] });
  return problem === '' ? ticket.slice(0, 400) : problem;
}

/** The language a customer is answered in; English where theirs is neither. */
export function customerLanguage(ticket: string): { readonly language: Language; readonly isOther: boolean } {
  const found = detectLanguage(searchText(ticket));
  return found === 'other'
    ? { language: 'en', isOther: ticket.trim() !== '' }
    : { language: found, isOther: false };
}

const IDENTIFIERS: Readonly<Partial<Record<string, IdentifierKind>>> = {
  'transaction-hash': 'hash',
  address: 'address',
};

/** Hashes and addresses in a ticket, each once: public on their network, and what whoever helps looks up first. */
export function identifiersIn(ticket: string): HandOver['identifiers'] {
  const found = findAll(ticket).flatMap(({ kind, start, end }) => {
    const as = IDENTIFIERS[kind];
    return as ? [{ kind: as, value: ticket.slice(start, end) }] : [];
  });
  return [...new Map(found.map((item) => [item.value, item])).values()].slice(0, 20);
}

/** The first sentence of a ticket on one line, without personal data: what an escalation begins with. */
export function summaryOf(ticket: string): string {
  const plain = replaceFindings(ticket, findAll(ticket)).text;
  const [line = ''] = searchText(plain).split('\n');
  const characters = [...line.replace(/\s+/g, ' ').trim()];
  return characters.length <= LONGEST_SUMMARY
    ? characters.join('')
    : `${characters.slice(0, LONGEST_SUMMARY - 1).join('')}…`;
}

const LONGEST_SUMMARY = 160;
