import { LANGUAGES, type Language } from '../../article/language.ts';
import { asksForSecret } from '../replies/asksForSecret.ts';
import type { Incident } from './incident.ts';

/** An address is where a phrase must not be typed, whatever it is called. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s，。；！？）)]+/gi;
const ADDRESS_WORDS: Readonly<Record<Language, string>> = { en: 'link ', 'zh-CN': '链接 ' };

/** What an incident publishes that asks customers for a secret: thieves write so, and so must we never. */
export function askedSecrets({ title, updates }: Pick<Incident, 'title' | 'updates'>): string[] {
  const texts = LANGUAGES.flatMap((language) => [
    { field: `title.${language}`, language, text: title[language] },
    ...updates.map((update, i) => ({ field: `updates.${i}.${language}`, language, text: update[language] })),
  ]);
  return texts.flatMap(({ field, language, text }) => {
    // Of the same length, so that what is found is found in the text as well.
    const plain = text.replace(ADDRESS, (address) => ADDRESS_WORDS[language].padEnd(address.length, '_'));
    return asksForSecret(plain, language).map(
      ({ start, text: asked }) =>
        `${field}: found “${text.slice(start, start + asked.length).trim()}”, which asks for a secret; expected a notice that asks for none. Fix: leave it out, and say that nobody will ask`,
    );
  });
}
