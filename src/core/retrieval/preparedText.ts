import { comparableText } from './comparableText.ts';

/** Nobody reads a ticket beyond this; it bounds the time a pasted log can cost. */
const MAX_CHARACTERS = 4_000;

/** The form in which a text goes to a model's tokenizer. */
export function preparedText(text: string): string {
  return comparableText(text.slice(0, MAX_CHARACTERS));
}
