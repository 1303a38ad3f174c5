import type { Language } from '../core/article/language.ts';
import { button, element } from './element.ts';
import { STRINGS } from './strings.ts';

/** How far loading has come: nothing to say, so many bytes of so many, or held back to spare the connection. */
export type Loading =
  | { readonly status: 'quiet' }
  | { readonly status: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly status: 'held'; readonly rest: number };

/** The line below the panel that says what is being loaded. Made once; afterwards only its numbers change. */
export class Footer {
  readonly #bar = element('progress', { max: '1' }) as HTMLProgressElement;
  readonly #label = element('span', {});
  readonly #loading = element('div', { class: 'footer', part: 'loading' }, this.#label, this.#bar);

  /** @param loadRest loads what was held back */
  view(loading: Loading, language: Language, loadRest: () => void): HTMLElement | undefined {
    const strings = STRINGS[language];
    switch (loading.status) {
      case 'quiet':
        return undefined;
      case 'loading': {
        const { loaded, total } = loading;
        const label = strings.loadingRest(megabytes(loaded, language), megabytes(total, language));
        this.#bar.value = total > 0 ? loaded / total : 0;
        this.#bar.setAttribute('aria-label', label);
        this.#label.textContent = label;
        return this.#loading;
      }
      case 'held':
        return element(
          'div',
          { class: 'footer', part: 'held' },
          element('span', {}, strings.sparing),
          button(strings.loadRest(megabytes(loading.rest, language)), loadRest, 'plain'),
        );
    }
  }
}

function megabytes(bytes: number, language: Language): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(bytes / 1e6);
}
