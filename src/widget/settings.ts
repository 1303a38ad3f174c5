import { parseLanguage, type Language } from '../core/article/language.ts';

/**
 * What the attributes of the element say, whenever they are asked:
 *
 * - `for` (the form; the enclosing one if absent), `subject`, `description`, `email`, `name` (selectors within it), `articles`
 *   (name of the hidden field that takes what was tried) and `place="here"`: see hostForm.ts;
 * - `kb` (address of the help site; where this script came from if absent) and `lang`;
 * - `target` (JSON, see ticketTarget.ts): with it the element sends the form, without it the host does. Where it sends, `next`
 *   says what happens then, and `official` (see officialChannels.ts) from where an answer comes;
 * - `support`, an email address to fall back on.
 */
export class Settings {
  readonly #element: HTMLElement;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  get language(): Language {
    return parseLanguage(this.#element.lang || document.documentElement.lang) ?? 'en';
  }

  /** Absolute address of the knowledge base, with a slash at the end. */
  get kb(): string {
    const own = new URL('../../', import.meta.url).href;
    const { href } = new URL(this.#element.getAttribute('kb') ?? own, document.baseURI);
    return href.endsWith('/') ? href : `${href}/`;
  }

  /** Whether the element sends the form; else its host does. */
  get isOwn(): boolean {
    return this.#element.hasAttribute('target');
  }

  /** `''` if it is absent. */
  value(name: 'target' | 'support' | 'next' | 'official'): string {
    return this.#element.getAttribute(name) ?? '';
  }
}
