import { findAll } from '../../privacy/redact.ts';
import { PLACEHOLDER } from '../../ticket/problemText.ts';

/** Fewer letters beside what was left out say nothing: "my e-mail is …". A Chinese character says as much as three. */
const FEWEST_LETTERS = 16;
const CLAUSE = /[^\n]*?(?:[，。；！？]+|[.,;!?]+(?=\s|$)|$)|\n/gm;
const LEFT_OUT = '…';

/**
 * A ticket's words without secrets and personal data, and without holes where they stood: what is public, a hash or an
 * address, is shortened; other things leave a mark; and a clause that held nothing else goes as a whole.
 */
export function plainWords(ticket: string): string {
  const kept: string[] = [];
  for (const clause of marked(ticket).match(CLAUSE) ?? []) {
    if (!clause.includes(LEFT_OUT_MARK) || weightOf(clause) >= FEWEST_LETTERS) kept.push(clause);
    // The sentence ends where its last clause went.
    else kept.push(kept.pop()?.replace(/[，,、;；]$/, /[.。!！?？]$/.exec(clause)?.[0] ?? '$&') ?? '');
  }
  return kept
    .join('')
    .replaceAll(LEFT_OUT_MARK, LEFT_OUT)
    .replace(/[，,;；、]\s*$/gm, '')
    .trim();
}

/** No text of a customer's holds it: a private use character. */
const LEFT_OUT_MARK = '\uE000';

function marked(ticket: string): string {
  const clean = ticket.replaceAll(LEFT_OUT_MARK, '');
  let text = '';
  let at = 0;
  for (const { kind, start, end } of findAll(clean)) {
    const found = clean.slice(start, end);
    const isPublic = kind === 'transaction-hash' || kind === 'address';
    text += clean.slice(at, start) + (isPublic ? shortened(found) : LEFT_OUT_MARK);
    at = end;
  }
  // What the desk took out when it was pasted is known by its brackets.
  return (text + clean.slice(at)).replace(PLACEHOLDER, LEFT_OUT_MARK);
}

/** As wallets show them: 0x9c9c…9c9c. */
function shortened(value: string): string {
  return `${value.slice(0, 6)}…${value.slice(-4)}`;
}

function weightOf(clause: string): number {
  const han = clause.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = clause.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters + 2 * han;
}
