import { withoutSecrets, type FieldText } from '../core/deflection/fieldSecrets.ts';
import type { Finder, SecretKind } from '../core/privacy/secret.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** What is written in a field, as the guard reads it. */
export interface Written extends FieldText {
  readonly field: Field;
}

/** The words of several fields as one text, to be searched. */
export function textOf(fields: readonly Field[]): string {
  return fields.map(({ value }) => value).join('\n');
}

/** Cuts every secret out of the fields, and lets the host's own code know. @returns the first field that held one */
export function removeSecrets(written: readonly Written[], find: Finder<SecretKind>): Field | undefined {
  const kept = withoutSecrets(written, find);
  const changed = written.filter(({ text }, i) => text !== kept[i]);
  written.forEach(({ field, text }, i) => text !== kept[i] && setValue(field, kept[i]!));
  return changed[0]?.field;
}

/**
 * Sets a value as typing would. Frameworks such as React keep a setter of their own on the element, and take no notice of an
 * event after it: the browser's own is called.
 */
export function setValue(field: Field, value: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')!.set!.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
