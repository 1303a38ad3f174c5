import { FIELD_JOINT } from '../privacy/fieldJoint.ts';
import type { Finder, SecretKind } from '../privacy/secret.ts';

/** What somebody wrote into one field of a form. */
export interface FieldText {
  readonly text: string;
  /**
   * - `message`: what happened. Such fields are read as one: "my password is" in the subject, the password below.
   * - `detail`: any other field. An address below "I forgot my password" is no password.
   * - `apart`: a transaction's hash, of which words about a private key in another field would make a key.
   */
  readonly part: 'message' | 'detail' | 'apart';
}

/** Secrets that are told by themselves, so that half of one in each of two fields is one; the others are by the words beside. */
const ACROSS: ReadonlySet<SecretKind> = new Set(['recovery-phrase', 'private-key']);

/** The kinds of secrets in the fields of a form, by themselves or together, each once. */
export function secretKindsIn(fields: readonly FieldText[], find: Finder<SecretKind>): SecretKind[] {
  const texts = fields.map(({ text }) => text);
  const found = readingsOf(fields).flatMap((reading) => findIn(texts, reading, find));
  return [...new Set(found.map(({ kind }) => kind))];
}

/** What the fields hold without the secrets, one text a field. */
export function withoutSecrets(fields: readonly FieldText[], find: Finder<SecretKind>): string[] {
  return readingsOf(fields).reduce<string[]>(
    (texts, reading) => cut(texts, reading, findIn(texts, reading, find)),
    fields.map(({ text }) => text),
  );
}

/** Fields that are read as one text, by their places. */
interface Reading {
  readonly places: readonly number[];
  readonly kinds?: ReadonlySet<SecretKind>;
}

/** Each alone comes first: what is found within one field takes no words of its neighbours with it. */
function readingsOf(fields: readonly FieldText[]): Reading[] {
  const written = [...fields.keys()].filter((place) => fields[place]!.text.trim() !== '');
  const together: Reading[] = [
    { places: written.filter((place) => fields[place]!.part === 'message') },
    { places: written.filter((place) => fields[place]!.part !== 'apart'), kinds: ACROSS },
  ];
  return [
    ...written.map((place): Reading => ({ places: [place] })),
    ...together.filter(({ places }) => places.length > 1),
  ];
}

function findIn(texts: readonly string[], { places, kinds }: Reading, find: Finder<SecretKind>) {
  const found = find(places.map((place) => texts[place]!).join(FIELD_JOINT));
  return kinds ? found.filter(({ kind }) => kinds.has(kind)) : found;
}

function cut(texts: readonly string[], { places }: Reading, found: ReturnType<Finder<SecretKind>>): string[] {
  const result = [...texts];
  let offset = 0;
  for (const place of places) {
    const text = texts[place]!;
    const start = offset;
    const isKept = (_: string, at: number): boolean =>
      !found.some((finding) => finding.start <= start + at && start + at < finding.end);
    if (found.length > 0) result[place] = text.split('').filter(isKept).join('');
    offset += text.length + FIELD_JOINT.length;
  }
  return result;
}
