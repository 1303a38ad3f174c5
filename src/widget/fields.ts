import type { Finder, SecretKind } from '../core/privacy/secret.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

const JOINT = '\n';

/** The words of several fields as one text: half a recovery phrase in each of two fields is still a recovery phrase. */
export function textOf(fields: readonly Field[]): string {
  return fields.map(({ value }) => value).join(JOINT);
}

/** The kinds of secrets in the fields together, each once. */
export function secretsIn(fields: readonly Field[], find: Finder<SecretKind>): SecretKind[] {
  return [...new Set(find(textOf(fields)).map(({ kind }) => kind))];
}

/** Values of fields without the secrets in them. */
export function withoutSecrets(fields: readonly Field[], find: Finder<SecretKind>): string[] {
  const secret = new Set<number>();
  for (const { start, end } of find(textOf(fields))) {
    for (let at = start; at < end; at++) secret.add(at);
  }
  let offset = 0;
  return fields.map(({ value }) => {
    const kept = value.split('').filter((_, at) => !secret.has(offset + at));
    offset += value.length + JOINT.length;
    return kept.join('');
  });
}

/** Cuts every secret out of the fields, and lets the host's own code know. */
export function removeSecrets(fields: readonly Field[], find: Finder<SecretKind>): void {
  withoutSecrets(fields, find).forEach((kept, i) => {
    const field = fields[i]!;
    if (kept.length !== field.value.length) setValue(field, kept);
  });
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
