import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../language.ts';
import { phrasingsSchema } from '../schema.ts';
import type { FileChange, FileVersion } from './articleChange.ts';

/** How many ways of putting a problem were added and removed, in each language. */
export interface PhrasingChange {
  readonly slug: string;
  readonly counts: Readonly<Record<Language, { readonly added: number; readonly removed: number }>>;
}

/** Undefined if nothing that is matched against changed, or the file cannot be read. */
export function phrasingChange({ before, after }: FileChange): PhrasingChange | undefined {
  const file = after?.file ?? before?.file ?? '';
  const [then, now] = [textsOf(before), textsOf(after)];
  if (!then || !now) return undefined;
  const counts = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      {
        added: now[language].difference(then[language]).size,
        removed: then[language].difference(now[language]).size,
      },
    ]),
  ) as PhrasingChange['counts'];
  const isSame = LANGUAGES.every((language) => counts[language].added + counts[language].removed === 0);
  return isSame
    ? undefined
    : { slug: file.replace(/^.*?content\/phrasings\//, '').replace(/\.ya?ml$/, ''), counts };
}

function textsOf(version: FileVersion | undefined): Record<Language, ReadonlySet<string>> | undefined {
  if (!version) return { en: new Set(), 'zh-CN': new Set() };
  try {
    const phrasings = phrasingsSchema.parse(parse(version.text) ?? {});
    const set = (language: Language) => new Set(phrasings[language].map(({ text }) => text));
    return { en: set('en'), 'zh-CN': set('zh-CN') };
  } catch {
    // The lint says what is wrong with it.
    return undefined;
  }
}
