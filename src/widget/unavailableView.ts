import type { Language } from '../core/article/language.ts';
import { copyButton, copyText } from './copyButton.ts';
import { element, panel, row } from './element.ts';
import { STRINGS } from './strings.ts';

/** What has to come before our own form is sent is on its way. */
export function checkingView(language: Language): HTMLElement {
  return panel('checking', element('p', {}, STRINGS[language].checking));
}

/**
 * The form cannot be sent from here at all: its text stays, and an address takes its place.
 * @param support an email address; '' if there is none
 * @param text what was written, when it is copied
 */
export function unavailableView(language: Language, support: string, text: () => string): HTMLElement {
  const strings = STRINGS[language];
  return panel(
    'not-sent',
    element('p', {}, strings.unavailable),
    row(copyButton(() => copyText(text()), strings)),
    ...(support ? [element('p', {}, element('a', { href: `mailto:${support}` }, support))] : []),
  );
}
