import type { Language } from '../../language.ts';
import type { Glossary } from '../glossary.ts';
import { textField, type Page } from '../page.ts';
import { withoutQuotations } from '../words.ts';
import type { FileFinding, PageRule } from '../rule.ts';

/**
 * One word for one thing. Titles, questions and what stands in quotation marks are other people's words; so is what stands
 * in code. Right after our word, another one may be named in brackets.
 */
export const glossaryTerms: PageRule = {
  kind: 'page',
  id: 'glossary',
  *check(page, { glossary }) {
    for (const { source, at } of textsOf(page)) {
      const text = withoutQuotations(source);
      yield* wrongTerms(text, page, glossary).map(({ index, ...finding }) => ({ ...finding, at: at(index) }));
    }
  },
};

interface Text {
  readonly source: string;
  readonly at: (index: number) => number;
}

function textsOf(page: Page): Text[] {
  const description = page.frontMatter.charactersOf(['description']);
  return [
    {
      source: textField(page, 'description'),
      at: (index) => (description ? description.start + index : page.frontMatter.offsetOf(['description'])),
    },
    ...page.blocks
      .filter(({ quoted }) => !quoted)
      .map(({ text, starts, opaque }) => ({
        // Code and variables are nobody's words; blanks keep the places.
        source: text.replace(/[^]/g, (unit, i: number) => (opaque[i] ? ' ' : unit)),
        at: (index: number) => starts[index]!,
      })),
  ];
}

function wrongTerms(
  text: string,
  { language }: Page,
  glossary: Glossary,
): (Omit<FileFinding, 'at'> & { readonly index: number })[] {
  const { any, terms } = compiled(glossary, language);
  if (!any.test(text)) return [];
  return terms.flatMap(({ pattern, message }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      index,
      severity: 'error' as const,
      message: `"${found}": ${message}`,
    })),
  );
}

interface Compiled {
  /** Finds whether there is anything to look for: most texts have none of the words. */
  readonly any: RegExp;
  readonly terms: readonly { readonly pattern: RegExp; readonly message: string }[];
}

const prepared = new WeakMap<Glossary, Map<Language, Compiled>>();

function compiled(glossary: Glossary, language: Language): Compiled {
  const languages = prepared.get(glossary) ?? new Map<Language, Compiled>();
  prepared.set(glossary, languages);
  const known = languages.get(language);
  if (known) return known;
  const terms = glossary.terms.flatMap((term) =>
    term.not[language].map((wrong) => ({
      wrong,
      pattern: patternOf(wrong, term[language]),
      message: `our word is "${term[language]}".${term.note ? ` ${term.note}` : ''}`,
    })),
  );
  const any = new RegExp(terms.map(({ wrong }) => literal(wrong)).join('|') || '(?!)', 'iu');
  languages.set(language, { any, terms });
  return { any, terms };
}

/** Latin words are whole ones, singular or plural, in any case unless the case is what is wrong. */
function patternOf(wrong: string, right: string): RegExp {
  if (!/^[\p{Script=Latin}\d].*[\p{Script=Latin}\d]$/u.test(wrong)) return new RegExp(literal(wrong), 'gu');
  const flags = wrong.toLowerCase() === right.toLowerCase() ? 'gu' : 'giu';
  return new RegExp(
    String.raw`(?<![\p{Script=Latin}\d-])${literal(wrong)}s?(?![\p{Script=Latin}\d-])`,
    flags,
  );
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
