import type { Language } from '../../article/language.ts';
import { SECRET_REQUESTS, type SecretRequest } from './secretRequest.ts';

/** A stretch of a text that asks for what must never be asked for. */
export interface SecretAsked {
  /** In UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

/**
 * Where a text asks a customer to hand over a secret, or to type one anywhere but in the app. A clause that says not to is
 * fine; each is judged by itself, so that a warning does not excuse the request after it. Strict on purpose: a reply that
 * is refused by mistake is worded anew in a minute, one that trains people to send their words cannot be called back.
 */
export function asksForSecret(text: string, language: Language): SecretAsked[] {
  const words = SECRET_REQUESTS[language];
  const found: SecretAsked[] = [];
  let isNamed = false;
  for (const clause of clausesOf(withoutAddresses(text), words)) {
    if (clause.isFirst) isNamed = false;
    const plain = clause.whole.replace(words.harmless, ' ');
    const names = words.secret.test(plain);
    const isForbidden = words.forbids.test(plain);
    const isAsked =
      (words.handsOver.test(plain) && (names || (isNamed && words.pronoun.test(plain)))) ||
      (names && words.types.test(plain) && words.elsewhere.test(plain));
    if (isAsked && !isForbidden)
      found.push({
        start: clause.start,
        text: text.slice(clause.start, clause.start + clause.text.length),
      });
    isNamed = names && !isForbidden;
  }
  return found;
}

/** Of the same length: what stands in an address is no request. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/[^\s，。；！？）]+/g, (address) => '_'.repeat(address.length));
}

interface Clause {
  readonly start: number;
  readonly text: string;
  /** With the words before the list that it is an item of: "please send us" and "your PIN". */
  readonly whole: string;
  /** Of a paragraph: "it" means nothing that was named before. */
  readonly isFirst: boolean;
}

function clausesOf(text: string, { boundary }: SecretRequest): Clause[] {
  const clauses: Clause[] = [];
  let lead = '';
  let end = -1;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const isItem = /^\s*(?:[-*•]|\d+[.)、])/.test(line);
    if (!isItem) lead = '';
    let last = '';
    let at = index;
    // Lines are joined by one line break, paragraphs by more.
    let isFirst = index !== end + 1;
    end = index + line.length;
    for (const piece of line.split(boundary)) {
      const trimmed = piece.trim();
      const start = text.indexOf(trimmed, at);
      at = start + trimmed.length;
      if (trimmed === '') continue;
      last = trimmed;
      const whole = isItem && lead !== '' ? `${lead} ${trimmed}` : trimmed;
      clauses.push({ start, text: trimmed, whole, isFirst });
      isFirst = false;
    }
    if (!isItem && /[:：]\s*$/.test(line)) lead = last;
  }
  return clauses;
}
