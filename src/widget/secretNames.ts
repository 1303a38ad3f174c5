import type { Language } from '../core/article/language.ts';
import type { SecretKind } from '../core/privacy/secret.ts';
import { STRINGS } from './strings.ts';

/** Kinds of secrets as a sentence names them: “a password, a card number”. */
export function secretNames(kinds: readonly SecretKind[], language: Language): string {
  return kinds.map((kind) => STRINGS[language].secrets[kind]).join(language === 'en' ? ', ' : '、');
}
