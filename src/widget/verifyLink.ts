import { LOCALE_FOLDERS, type Language } from '../core/article/language.ts';
import { element } from './element.ts';
import { STRINGS } from './strings.ts';

/** A link to the page that says whether a message is really from us. */
export function verifyLink(kb: string, language: Language, label: string): HTMLElement {
  const folder = LOCALE_FOLDERS[language];
  const { href } = new URL(folder ? `${folder}/verify/` : 'verify/', kb);
  return element('a', { href, target: '_blank', rel: 'noopener' }, label);
}

/** The same as the last, small line of a panel. */
export function verifyFoot({
  kb,
  language,
}: {
  readonly kb: string;
  readonly language: Language;
}): HTMLElement {
  return element(
    'p',
    { class: 'verify', part: 'verify' },
    verifyLink(kb, language, STRINGS[language].verify),
  );
}
