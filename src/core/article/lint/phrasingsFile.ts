import { LANGUAGES, type Language } from '../language.ts';
import { readYaml, type Unreadable, type YamlBlock } from './frontMatterBlock.ts';

/** A file of `content/phrasings/` as the rules see it. */
export interface PhrasingsFile {
  readonly file: string;
  readonly slug: string;
  readonly text: string;
  readonly yaml: YamlBlock;
  readonly phrasings: readonly LocatedPhrasing[];
}

export interface LocatedPhrasing {
  readonly language: Language;
  readonly text: string;
  readonly at: number;
}

export function readPhrasingsFile(file: string, slug: string, text: string): PhrasingsFile | Unreadable {
  const yaml = readYaml(text, text.startsWith('\uFEFF') ? 1 : 0, text.length);
  if ('message' in yaml) return yaml;
  const phrasings = LANGUAGES.flatMap((language) => {
    const list = yaml.data[language];
    if (!Array.isArray(list)) return [];
    return list.flatMap((entry: unknown, i) => {
      const value = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'text') : entry;
      return typeof value === 'string' ? [{ language, text: value, at: yaml.offsetOf([language, i]) }] : [];
    });
  });
  return { file, slug, text, yaml, phrasings };
}
