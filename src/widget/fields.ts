import { findSecrets } from '../core/privacy/secrets.ts';
import type { SecretKind } from '../core/privacy/secret.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

const JOINT = '\n';

/** The words of several fields as one text: half a recovery phrase in each of two fields is still a recovery phrase. */
export function textOf(fields: readonly Field[]): string {
  return fields.map(({ value }) => value).join(JOINT);
}

/** The kinds of secrets in the fields together, each once. */
export function secretsIn(fields: readonly Field[]): SecretKind[] {
  return [...new Set(findSecrets(textOf(fields)).map(({ kind }) => kind))];
}

/** Cuts every secret out of the fields, and lets the host's own code know. */
export function removeSecrets(fields: readonly Field[]): void {
  const secret = new Set<number>();
  for (const { start, end } of findSecrets(textOf(fields))) {
    for (let at = start; at < end; at++) secret.add(at);
  }
  let offset = 0;
  for (const field of fields) {
    const { value } = field;
    const kept = value.split('').filter((_, at) => !secret.has(offset + at));
    offset += value.length + JOINT.length;
    if (kept.length === value.length) continue;
    field.value = kept.join('');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
