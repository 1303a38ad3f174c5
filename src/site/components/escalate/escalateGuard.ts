import { cleanText, countFindings } from '../../../core/operations/escalation/cleanText.ts';
import { IDENTIFIER_FIELDS } from '../../../core/operations/escalation/fields.ts';
import { takePastedLog, type PastedLog } from '../../../core/operations/escalation/pastedLog.ts';
import { replaceFindings } from '../../../core/privacy/redact.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import { make } from '../dom.ts';
import { say, type Strings } from '../words.ts';

/** Longest log that is looked at, in UTF-16 units: the rest cannot hold its first error. */
const LONGEST_LOG = 20_000_000;

/** Longer than any log that was trimmed: it has not been. */
const LONGEST_KEPT = 100_000;

/** The agent's own name stands there. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['contact']);

/**
 * Takes out of a field what must not stay in it, and says so below it.
 * @param everything personal data as well: when the agent is done with the field, not while they type
 */
export function guardField(
  control: HTMLInputElement | HTMLTextAreaElement,
  everything: boolean,
  note: HTMLElement,
  words: Strings,
  exposed: string,
): void {
  // Dropped, or put in by something else than a paste.
  if (
    control.name === 'logs' &&
    control.value.length > LONGEST_KEPT &&
    control instanceof HTMLTextAreaElement
  ) {
    const whole = control.value;
    control.value = '';
    return takeLog(control, whole, note, words, exposed);
  }
  const isOwn = OWN_FIELDS.has(control.name) || IDENTIFIER_FIELDS.has(control.name);
  const { text, counts } =
    everything && !isOwn
      ? cleanText(control.value)
      : replaceFindings(control.value, findSecrets(control.value));
  const { secret, personal } = countFindings(counts);
  if (secret + personal === 0) return;
  control.value = text;
  note.replaceChildren(...maskedNotes(secret, personal, words, exposed));
}

/** Puts what may be kept of a pasted log where the caret is, and says what was left out. */
export function takeLog(
  control: HTMLTextAreaElement,
  pasted: string,
  note: HTMLElement,
  words: Strings,
  exposed: string,
): void {
  const log = takePastedLog(pasted.slice(0, LONGEST_LOG), ({ what, count }) =>
    say(words, `log.leftOut.${what}`, { count: String(count) }),
  );
  control.setRangeText(log.text, control.selectionStart, control.selectionEnd, 'end');
  note.replaceChildren(
    make('span', '', logSummary(log, words)),
    ...maskedNotes(log.secret, log.personal, words, exposed),
  );
}

function logSummary({ errorLine, total, kept }: PastedLog, words: Strings): string {
  const values = { line: String(errorLine ?? ''), total: String(total), kept: String(kept) };
  return say(words, errorLine === undefined ? 'log.noError' : 'log.error', values);
}

function maskedNotes(secret: number, personal: number, words: Strings, exposed: string): HTMLElement[] {
  const link = make('a', '', say(words, 'maskedLink'));
  link.href = exposed;
  return [
    ...(secret > 0 ? [make('span', 'fl-alarm', `${say(words, 'masked')} `, link)] : []),
    ...(personal > 0 ? [make('span', '', say(words, 'maskedPersonal', { count: String(personal) }))] : []),
  ];
}
