import { chosenOf } from '../../../core/operations/desk/choice.ts';
import { shortList } from '../../../core/operations/desk/shortList.ts';
import { treesFor } from '../../../core/operations/desk/treesFor.ts';
import type { Suggestion } from '../../../core/retrieval/suggest.ts';
import { cardsView, type CardActions } from './deskCards.ts';
import type { FoundBy } from './deskSearch.ts';
import { make } from '../dom.ts';
import type { DeskData, DeskTree } from './deskData.ts';
import { say } from '../words.ts';

export type ResultState = 'idle' | 'loading' | 'failed' | 'answered';

/** The articles beside the ticket, and which of them is chosen. */
export class DeskResults {
  readonly #section: HTMLElement;
  readonly #data: DeskData;
  readonly #actions: CardActions;
  #suggestions: readonly Suggestion[] = [];
  /** What the agent has chosen, as long as they have. */
  #own: string | undefined;
  #state: ResultState = 'idle';
  #by: FoundBy = 'words so far';

  constructor(section: HTMLElement, data: DeskData, actions: CardActions) {
    this.#section = section;
    this.#data = data;
    this.#actions = actions;
  }

  get chosen(): string | undefined {
    return chosenOf(this.#own, this.slugs);
  }

  /** What the agent has chosen themselves; undefined while the first one stands for it. */
  get own(): string | undefined {
    return this.#own;
  }

  /** Chooses an article that is listed, or will be. */
  set own(slug: string | undefined) {
    this.#own = slug;
  }

  get state(): ResultState {
    return this.#state;
  }

  /** The slugs that are shown, best first. */
  get slugs(): readonly string[] {
    return this.#suggestions.map(({ slug }) => slug);
  }

  /** The chosen one if customers may read it, else the best that they may. */
  get forCustomers(): string | undefined {
    const all = this.chosen === undefined ? [] : [this.chosen, ...this.slugs];
    return all.find((slug) => this.#data.articles[slug]?.audience === 'public');
  }

  answer(suggestions: readonly Suggestion[], by: FoundBy): void {
    const { articles } = this.#data;
    this.#suggestions = shortList(suggestions, ({ slug }) => articles[slug]?.audience === 'internal');
    this.#by = by;
    this.show('answered');
  }

  clear(): void {
    this.#suggestions = [];
    this.#own = undefined;
    this.show('idle');
  }

  choose(slug: string): void {
    this.#own = slug;
    this.show(this.#state);
    this.focus();
  }

  /** To the chosen article, or where articles will be. */
  focus(): void {
    const slug = this.chosen;
    if (slug === undefined) this.#section.querySelector<HTMLElement>('h2')!.focus();
    else this.#card(slug)?.focus();
  }

  show(state: ResultState): void {
    this.#state = state;
    const count = this.#suggestions.length;
    const status = this.#section.querySelector('.fl-said')!;
    const said = this.#said(count);
    if (status.textContent !== said) status.textContent = said;
    const place = this.#section.querySelector('.fl-list')!;
    const focused = place.contains(document.activeElement)
      ? document.activeElement!.closest<HTMLElement>('.fl-card')?.dataset['slug']
      : undefined;
    place.replaceChildren(
      ...(count === 0
        ? []
        : [cardsView(this.#suggestions, this.chosen, this.#data, this.#actions, Date.now())]),
    );
    if (focused !== undefined) this.#card(focused)?.focus();
    this.#showTrees();
    this.#section.querySelector<HTMLElement>('.fl-none')!.hidden = !(state === 'answered' && count === 0);
  }

  /** The trees that find the cause of what these articles are about. */
  get trees(): readonly DeskTree[] {
    return treesFor([...[this.chosen ?? []].flat(), ...this.slugs], this.#data.trees);
  }

  #showTrees(): void {
    const place = this.#section.querySelector<HTMLElement>('.fl-trees')!;
    const { trees } = this;
    place.hidden = trees.length === 0;
    const key = trees.map(({ href }) => href).join(' ');
    if (place.dataset['trees'] === key) return;
    place.dataset['trees'] = key;
    place.querySelector('ul')!.replaceChildren(
      ...trees.map(({ href, title }, i) => {
        const link = make('a', '', title);
        link.href = href;
        if (i > 0) return make('li', '', link);
        link.setAttribute('aria-keyshortcuts', 't');
        const shown = make('kbd', '', 't');
        shown.setAttribute('aria-hidden', 'true');
        return make('li', '', link, ' ', shown);
      }),
    );
  }

  #said(count: number): string {
    const { say: strings } = this.#data;
    if (this.#state !== 'answered') return say(strings, `results.${this.#state}`);
    if (count === 0) return say(strings, 'results.none');
    const key = count === 1 ? 'results.count.one' : 'results.count.many';
    const said = say(strings, key, { count: String(count) });
    if (this.#by === 'meaning') return said;
    return `${said} · ${say(strings, this.#by === 'words' ? 'results.words' : 'results.rough')}`;
  }

  #card(slug: string): HTMLElement | null {
    return this.#section.querySelector(`.fl-card[data-slug="${CSS.escape(slug)}"] .fl-choose`);
  }
}
