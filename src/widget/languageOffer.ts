import { detectLanguage, type Language } from '../core/article/language.ts';
import { element } from './element.ts';

/** Each in its own language: whoever needs the offer may read no other. */
const OFFERS: Readonly<Record<Language, string>> = {
  en: 'This form is there in English too. What you have written is kept.',
  'zh-CN': '这个页面有中文版，写好的内容会一起带过去。',
};
const ID = 'firstline-language';

/**
 * Offers the page in the language that somebody writes in, below the field, where the page has it (its `hreflang`
 * links); takes the offer away when it does not hold any more.
 */
export function offerLanguage(field: HTMLElement, text: string, language: Language): void {
  const written = detectLanguage(text);
  const href = written === 'other' || written === language ? undefined : pageIn(written);
  const shown = document.getElementById(ID);
  if (shown?.getAttribute('href') === href) return;
  shown?.remove();
  if (href === undefined) return;
  const offer = OFFERS[written as Language];
  field.after(element('a', { id: ID, href, lang: written, class: 'firstline-explorer' }, offer));
}

/** Its path only: a copy of the site that is served elsewhere stays there. */
function pageIn(language: Language): string | undefined {
  const link = document.querySelector<HTMLLinkElement>(`link[rel=alternate][hreflang="${language}"]`);
  return link ? new URL(link.href).pathname : undefined;
}
