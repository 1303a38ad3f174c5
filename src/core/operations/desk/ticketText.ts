import { detectLanguage, type Language } from '../../article/language.ts';
import { replaceFindings } from '../../privacy/redact.ts';
import type { Finder, SecretKind } from '../../privacy/secret.ts';
import { problemText } from '../../ticket/problemText.ts';
import { LONGEST_SUMMARY } from '../escalation/fields.ts';
import { plainWords } from './plainWords.ts';

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

/** The beginning of a ticket on one line, without personal data: what an escalation begins with. */
export function summaryOf(ticket: string): string {
  const [line = ''] = searchText(plainWords(ticket)).split('\n');
  return shortened(line, LONGEST_SUMMARY);
}

/** What happens, in the customer's words, without personal data. */
export function actualOf(ticket: string): string {
  return shortened(searchText(plainWords(ticket)), LONGEST_ACTUAL);
}

const LONGEST_ACTUAL = 400;

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // Counted as the form counts it.
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}
