import type { DeflectionState } from '../core/deflection/deflection.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { element } from './element.ts';
import { fetchText } from './fetchText.ts';
import { Footer, type Loading } from './footer.ts';
import type { KnownIncidents } from './incidents.ts';
import type { Panel } from './panel.ts';
import { articlePlace } from './reader.ts';
import type { Settings } from './settings.ts';
import { STRINGS } from './strings.ts';
import { suggestionUrl } from './suggestionCard.ts';
import { alarm, announcement, hint } from './telling.ts';
import { view, type Actions } from './view.ts';

/** Below which states it is said how much has been loaded. Never by itself: whoever does not write need not know. */
const WITH_FOOT: readonly DeflectionState['status'][] = ['loading', 'ready', 'abstained'];

export interface DisplayContext {
  readonly panel: () => Panel;
  readonly known: KnownIncidents;
  readonly settings: Settings;
  readonly actions: Actions;
  /** Loads what was held back to spare the connection. */
  readonly loadRest: () => void;
}

/** Brings what the widget has to say before people: into the panel, and to those who do not see it. */
export class Display {
  readonly #context: DisplayContext;
  readonly #footer = new Footer();
  #loading: Loading = { status: 'quiet' };
  #status: DeflectionState['status'] = 'idle';
  /** What became of sending: it stays above what is found while somebody writes on. */
  #said: HTMLElement | undefined;

  constructor(context: DisplayContext) {
    this.#context = context;
  }

  /** @param isAsked the person has just pressed what leads to it */
  show(state: DeflectionState, isAsked: boolean): void {
    const { known, settings } = this.#context;
    const { language, kb } = settings;
    if (isAsked) this.#said = undefined;
    this.#status = state.status;
    const notice = known.announcement(language);
    const shown = known.addTo(this.#view(state), language, kb);
    const panel = this.#context.panel();
    // A secret comes before everything.
    const content = state.status === 'blocked' ? shown : stacked(this.#said, shown);
    panel.show(content, { isAsked, hint: hint(state, notice, language), language });
    if (state.status === 'blocked') panel.reveal();
    const told = [notice, announcement(state, language)].filter((each) => each !== '');
    panel.announce(told.join(' '), alarm(state, language), language);
    this.#foot();
  }

  /**
   * Shows what became of something that the person asked for.
   * @param isFree the focus may go there: nobody is writing
   */
  say(content: HTMLElement, isFree: boolean): void {
    const { language } = this.#context.settings;
    const panel = this.#context.panel();
    const told = [...content.querySelectorAll('h2, p')].slice(0, 2).map((each) => each.textContent);
    this.#said = content;
    this.#status = 'idle';
    panel.show(content, { isAsked: isFree, hint: { text: told[0] ?? '', kind: 'news' }, language });
    panel.announce(told.join(' '), '', language);
    this.#foot();
  }

  clear(): void {
    this.#said = undefined;
    this.#status = 'idle';
    this.#context.panel().show(undefined, { isAsked: true, language: this.#context.settings.language });
    this.#foot();
  }

  load(loading: Loading): void {
    this.#loading = loading;
    this.#foot();
  }

  #view(state: DeflectionState): HTMLElement | undefined {
    const { language, kb } = this.#context.settings;
    const article = (suggestion: Suggestion): HTMLElement => {
      const onlyPart = element('p', { class: 'only-part', lang: language }, STRINGS[language].readingFailed);
      return articlePlace(suggestionUrl(suggestion, kb), suggestion, fetchText, onlyPart);
    };
    return view(state, { language, kb, now: Date.now(), actions: this.#context.actions, article });
  }

  #foot(): void {
    const { panel, settings, loadRest } = this.#context;
    const isShown = WITH_FOOT.includes(this.#status);
    panel().foot(isShown ? this.#footer.view(this.#loading, settings.language, loadRest) : undefined);
  }
}

function stacked(said: HTMLElement | undefined, shown: HTMLElement | undefined): HTMLElement | undefined {
  return said && shown ? element('div', { class: 'stack' }, said, shown) : (said ?? shown);
}
