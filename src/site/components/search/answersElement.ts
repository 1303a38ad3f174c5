import { articlePath, type Language } from '../../../core/article/language.ts';
import type { SecretKind, Finder } from '../../../core/privacy/secret.ts';
import type { Suggestion } from '../../../core/retrieval/suggest.ts';
import { partsOf } from '../../../core/retrieval/textParts.ts';
import type { Span } from '../../../core/retrieval/sentences.ts';
import { make } from '../dom.ts';
import { knowledgeSearch, type SearchNews, type SearchScope } from './knowledgeSearch.ts';
import { say, type Strings } from '../words.ts';

/** What the page gives its script. */
export interface AnswersData {
  readonly scope: SearchScope;
  readonly exposed: string;
  readonly contact: string;
  readonly say: Strings;
}

const PAUSE_MS = 150;
const SHORTEST = 2;

/**
 * The articles that answer what stands in the search field, above what Pagefind finds: that one wants every word to be in
 * a page, and people put things in their own. A recovery phrase is kept from both, and from the screen.
 */
export class AnswersElement extends HTMLElement {
  #data!: AnswersData;
  #ask: ((text: string, language: Language) => void) | undefined;
  #find: Finder<SecretKind> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text = '';
  #listeners: AbortController | undefined;

  connectedCallback(): void {
    // Moved into the dialog, it is connected once more.
    if (this.#listeners) return;
    this.#data = JSON.parse(this.dataset['page'] ?? '{}') as AnswersData;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const dialog = document.querySelector('site-search dialog');
    dialog?.addEventListener('focusin', () => this.#start(), { signal });
    // Captured: what holds a secret is stopped before the search hears of it.
    dialog?.addEventListener('input', (event) => this.#typed(event), { signal, capture: true });
    // The field's own button empties it without an event.
    dialog?.addEventListener('click', () => setTimeout(() => this.#changed()), { signal });
  }

  get #field(): HTMLInputElement | null {
    return document.querySelector('.pagefind-ui__search-input');
  }

  /** Whoever opens the search will search: what answers is fetched meanwhile. */
  #start(): void {
    // It has a title alone, which not every screen reader takes for its name. The first focus may come before the field.
    this.#field?.setAttribute('aria-label', this.#field.placeholder);
    if (this.#ask) return;
    this.#ask = knowledgeSearch(this.#data.scope, (news) => this.#receive(news));
    void import('../../../core/privacy/secrets.ts').then(({ findSecrets }) => {
      this.#find = findSecrets;
      if (this.#field && this.#isSecret(this.#field.value)) this.#warn();
    });
  }

  #typed(event: Event): void {
    if (event.target !== this.#field) return;
    if (this.#isSecret(this.#field!.value)) {
      event.stopImmediatePropagation();
      this.#warn();
    } else this.#changed();
  }

  #changed(): void {
    const text = this.#field?.value.trim() ?? '';
    if (text === this.#text) return;
    this.#text = text;
    clearTimeout(this.#timer);
    if ([...text].length < SHORTEST) this.replaceChildren();
    else this.#timer = setTimeout(() => this.#ask?.(text, this.#data.scope.language), PAUSE_MS);
  }

  #isSecret(text: string): boolean {
    return (this.#find?.(text).length ?? 0) > 0;
  }

  #warn(): void {
    const { say: strings, exposed } = this.#data;
    const field = this.#field!;
    clearTimeout(this.#timer);
    this.#text = '';
    field.value = '';
    // Told that it is empty, the search forgets what it has found for the first words.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const warning = make(
      'p',
      'fl-answers-urgent',
      say(strings, 'secret'),
      ' ',
      link(exposed, say(strings, 'exposed')),
    );
    warning.setAttribute('role', 'alert');
    this.#show(warning);
  }

  #receive(news: SearchNews): void {
    if (news.type !== 'suggested' || this.#text === '') return;
    const { say: strings, contact } = this.#data;
    const { suggestions } = news;
    const [first] = suggestions;
    const urgent = first?.urgent;
    const list = make('ul', 'fl-answers-list');
    list.append(...suggestions.map((suggestion) => make('li', '', this.#card(suggestion))));
    const ask = link(contact, say(strings, 'ask'));
    ask.className = 'fl-answers-ask';
    this.#show(
      ...(urgent === undefined ? [] : [make('p', 'fl-answers-urgent', urgent)]),
      ...(first ? [make('p', 'fl-answers-title', say(strings, 'answers')), list] : []),
      ask,
    );
  }

  #card({ slug, language, title, passage, sentence, marks }: Suggestion): HTMLElement {
    const { say: strings, scope } = this.#data;
    const card = link(`${scope.base}${articlePath(slug, language).slice(1)}#${passage.anchor}`, '');
    card.lang = language;
    card.append(
      make('strong', '', ...marked(title, marks.title)),
      make('span', '', ...marked(sentence, marks.sentence)),
    );
    if (language !== scope.language) card.append(make('small', '', say(strings, `in.${language}`)));
    return card;
  }

  #show(...content: readonly HTMLElement[]): void {
    // A better answer that comes late does not take away what somebody is about to open.
    if (this.contains(document.activeElement) || this.matches(':active')) return;
    const drawer = document.querySelector('.pagefind-ui__drawer');
    if (drawer && this.nextElementSibling !== drawer) drawer.before(this);
    this.replaceChildren(...content);
  }
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = make('a', '', text);
  made.href = href;
  return made;
}

function marked(text: string, spans: readonly Span[]): (string | HTMLElement)[] {
  return partsOf(text, spans).map((part) => (part.isMarked ? make('mark', '', part.text) : part.text));
}
