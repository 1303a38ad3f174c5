import { parseLanguage, type Language } from '../core/article/language.ts';
import {
  isWorthSearching,
  reduce,
  type DeflectionEvent,
  type DeflectionState,
} from '../core/deflection/deflection.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { Asking } from './asking.ts';
import { importBundle } from './bundles.ts';
import { onCloseRequest } from './closeRequest.ts';
import { fetchText } from './fetchText.ts';
import { removeSecrets, secretsIn, setValue, textOf, type Field } from './fields.ts';
import { Footer, type Loading } from './footer.ts';
import type * as FormBundle from './form.ts';
import { GuardLoader } from './guardLoader.ts';
import { HostForm } from './hostForm.ts';
import { KnownIncidents } from './incidents.ts';
import { lazily } from './lazily.ts';
import type { Panel } from './panel.ts';
import { PanelPlace } from './panelPlace.ts';
import { articlePlace } from './reader.ts';
import { sameContent } from './sameContent.ts';
import { submit } from './submission.ts';
import { suggestionUrl } from './suggestionCard.ts';
import { Tried } from './tried.ts';
import { alarm, announcement, unavailableView, view, type Actions } from './view.ts';

/** Suggestions that have stood for so long have been seen. */
const SEEN_AFTER_MS = 800;

/**
 * `<firstline-deflector for="#ticket" subject="[name=subject]" description="textarea">`: watches the fields of a form
 * and shows the articles that may answer what is being written: where it stands if that is within the form, else after the
 * description.
 *
 * Attributes: `for` (the form; the enclosing one if absent), `subject`, `description`, `email`, `name` (selectors within it),
 * `kb` (address of the help site; where this script came from if absent), `lang`, `articles` (name of the hidden field
 * that takes what was tried), `place="here"`, `support` (an email address to fall back on), and `target` (JSON, see
 * ticketTarget.ts): with it the element sends the form, without it the host does.
 */
export class FirstlineDeflector extends HTMLElement {
  readonly form = new HostForm(this);
  readonly tried = new Tried();
  readonly #guard = new GuardLoader();
  readonly #place = new PanelPlace(this, this.form);
  readonly #footer = new Footer();
  readonly #known = new KnownIncidents();
  #state: DeflectionState = { status: 'idle' };
  #asking: Asking | undefined;
  #loading: Loading = { status: 'quiet' };
  #seeing: ReturnType<typeof setTimeout> | undefined;
  /** Stops waiting for a request to close the article that is open. */
  #unwatch: (() => void) | undefined;
  #listeners: AbortController | undefined;
  /** The part that sends; only where this element does, not the host. */
  readonly #ownForm = lazily(
    () => this.#openForm(),
    (error) => console.warn('Firstline cannot send this form:', error),
  );
  connectedCallback(): void {
    this.#asking = new Asking(this.kb, () => this.language, {
      answered: (answer) => this.#apply(answer),
      loading: (loading) => this.#load(loading),
    });
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    // On the document: the form may come later, or be drawn anew.
    document.addEventListener('focusin', ({ target }) => this.form.owns(target) && this.#asking?.start(), {
      signal,
    });
    // Captured, since a page may draw the field anew in answer to the event: its target would then be no field any more.
    document.addEventListener('input', (event) => this.#typed(event), { signal, capture: true });
    document.addEventListener('compositionend', (event) => this.#typed(event), { signal, capture: true });
    // Captured, so that a secret is stopped before any listener of the host's own can send it.
    document.addEventListener('submit', (event) => this.#submitted(event), { signal, capture: true });
    this.#place.watch(signal);
    void this.#guard.load().then(
      () => this.#typed(),
      () => undefined,
    );
    // Whoever opens a page that is there for writing to us will write: what searches is fetched meanwhile.
    if (this.hasAttribute('target')) {
      void this.#ownForm().catch(() => undefined);
      this.#asking.start();
    }
  }

  disconnectedCallback(): void {
    clearTimeout(this.#seeing);
    this.#listeners?.abort();
    this.#unwatch?.();
    this.#asking?.stop();
  }

  /** What answered last and which incident was shown, for the ticket. */
  get answeredBy(): Asking['answeredBy'] & { readonly incident?: string } {
    const incident = this.#known.shown;
    return { ...this.#asking?.answeredBy, ...(incident !== undefined && { incident }) };
  }

  get language(): Language {
    return parseLanguage(this.lang || document.documentElement.lang) ?? 'en';
  }

  /** Absolute address of the knowledge base, with a slash at the end. */
  get kb(): string {
    const own = new URL('../../', import.meta.url).href;
    const { href } = new URL(this.getAttribute('kb') ?? own, document.baseURI);
    return href.endsWith('/') ? href : `${href}/`;
  }

  /** Replaces the panel by something else that the person has asked for, such as what became of sending. */
  say(content: HTMLElement): void {
    this.#asking?.pause();
    this.#enter({ status: 'idle' });
    this.#panel.show(content, true);
    this.#panel.announce('', '', this.language);
    this.#panel.foot(undefined);
  }

  #typed(event?: Event): void {
    const watched = this.form.watched();
    if (event && !watched.includes(event.target as Field)) return;
    // Pinyin that is being composed is no text yet.
    const isComposing = event instanceof InputEvent && event.isComposing && this.language === 'zh-CN';
    // Until the guard is there nothing is searched; once it is, this is called again.
    if (!this.#guard.find || this.#isBlocked(watched)) return;
    if (isComposing) return;
    this.#known.start(this.kb, () => this.#typed());
    const text = textOf(watched);
    this.#asking?.pause();
    this.#apply({ type: 'typed', text });
    if (!isWorthSearching(text)) return;
    this.#asking?.ask(text, this.language, this.#state.status === 'loading');
  }

  /** Shows a warning and stops every search if the fields together hold a secret. */
  #isBlocked(fields: readonly Field[]): boolean {
    const secrets = this.#guard.find ? secretsIn(fields, this.#guard.find) : [];
    if (secrets.length === 0) return false;
    this.#asking?.pause();
    this.#apply({ type: 'blocked', secrets });
    return true;
  }

  /** @param isAsked the person has just pressed what leads to it */
  #apply(event: DeflectionEvent, isAsked = false): void {
    const visible = 'suggestions' in this.#state ? this.#state.suggestions : [];
    this.tried.record(event, visible);
    const next = reduce(this.#state, event);
    const { language } = this;
    const network = this.form.container?.querySelector<HTMLSelectElement>('[name=network]')?.value;
    const isNews = this.#known.look(next, { text: textOf(this.form.watched()), language, network });
    // Also where there is nothing new to show: the form may be another one than before.
    this.#place.restore();
    if (!isNews && (next === this.#state || sameContent(next, this.#state))) return;
    this.#enter(next);
    // What flashes by while somebody types has not been seen.
    clearTimeout(this.#seeing);
    if (next.status === 'ready') {
      this.#seeing = setTimeout(() => {
        this.tried.show(next.suggestions);
        this.#note();
      }, SEEN_AFTER_MS);
    }
    const context = {
      language,
      kb: this.kb,
      now: Date.now(),
      actions: this.#actions,
      article: (suggestion: Suggestion) =>
        articlePlace(suggestionUrl(suggestion, this.kb), suggestion, fetchText),
    };
    const panel = this.#panel;
    panel.show(this.#known.addTo(view(next, context), language, this.kb), isAsked);
    this.#note();
    // Below a keyboard that covers half of a phone nobody would see it.
    if (next.status === 'blocked') panel.reveal();
    const told = [this.#known.announcement(language), announcement(next, language)].filter(
      (each) => each !== '',
    );
    panel.announce(told.join(' '), alarm(next, language), language);
    this.#foot();
  }

  readonly #actions: Actions = {
    openHere: (suggestion) => this.#act({ type: 'opened', suggestion }),
    openTab: ({ slug }) => {
      this.tried.open(slug);
      this.#note();
    },
    close: () => {
      const slug = this.#state.status === 'reading' ? this.#state.suggestion.slug : '';
      this.#act({ type: 'closed' });
      this.#panel.focusOn(`[data-slug="${CSS.escape(slug)}"]`);
    },
    solve: (suggestion) => {
      const visible = 'suggestions' in this.#state ? this.#state.suggestions : [];
      const solved = suggestion ?? this.tried.lastOpened(visible) ?? visible[0];
      if (solved) this.#act({ type: 'solved', suggestion: solved });
    },
    reject: (reason) => this.#act({ type: 'rejected', ...(reason && { reason }) }),
    proceed: () => {
      this.#asking?.pause();
      this.#apply({ type: 'continued' });
      this.form.next()?.focus();
    },
    again: () => {
      this.#reset();
      this.#typed();
    },
    restart: () => {
      for (const field of this.form.watched()) setValue(field, '');
      this.#reset();
      this.form.watched()[0]?.focus();
    },
    removeSecrets: () => {
      const { find } = this.#guard;
      if (!find) return;
      removeSecrets(this.form.watched(), find);
      removeSecrets(this.form.texts(), find);
      this.#typed();
      this.form.watched().at(-1)?.focus();
    },
  };

  #enter(state: DeflectionState): void {
    const isReading = state.status === 'reading';
    if (isReading !== (this.#state.status === 'reading')) {
      this.#unwatch?.();
      this.#unwatch = isReading ? onCloseRequest(this.#actions.close) : undefined;
    }
    this.#state = state;
  }

  #act(event: DeflectionEvent): void {
    this.#asking?.pause();
    this.#apply(event, true);
  }

  #submitted(event: SubmitEvent): void {
    if (event.target !== this.form.container) return;
    // What stands there when somebody sends has been seen.
    if (this.#state.status === 'ready') this.tried.show(this.#state.suggestions);
    this.#note();
    const isOwn = this.hasAttribute('target');
    submit(event, {
      isOwn,
      guard: this.#guard,
      fields: () => (isOwn ? this.form.texts() : this.form.watched()),
      isBlocked: (fields) => {
        const isBlocked = this.#isBlocked(fields);
        if (isBlocked) this.#panel.focusOn('.panel');
        return isBlocked;
      },
      send: () =>
        void this.#ownForm().then(
          (own) => own.send(),
          () => this.#giveUp(),
        ),
      giveUp: () => this.#giveUp(),
    });
  }

  #giveUp(): void {
    this.say(unavailableView(this.language, this.getAttribute('support') ?? ''));
  }

  async #openForm(): Promise<FormBundle.TicketForm> {
    const [loaded, find] = await Promise.all([importBundle('form.js'), this.#guard.load()]);
    return new (loaded as typeof FormBundle).TicketForm(this, find, this.#listeners!.signal);
  }

  /** What was tried and shown, for a host that sends its form itself. */
  #note(): void {
    const incident = this.#known.shown;
    this.form.note({ ...this.tried.toJSON(), ...(incident !== undefined && { incident }) });
  }

  #load(loading: Loading): void {
    this.#loading = loading;
    this.#foot();
  }

  /** Loading is shown below a panel, never by itself: whoever does not write need not know. */
  #foot(): void {
    const isShown = ['loading', 'ready', 'abstained'].includes(this.#state.status);
    const loadRest = (): void => this.#asking?.loadRest();
    this.#panel.foot(isShown ? this.#footer.view(this.#loading, this.language, loadRest) : undefined);
  }

  #reset(): void {
    this.#asking?.pause();
    this.#enter({ status: 'idle' });
    this.#panel.show(undefined, true);
    this.#foot();
  }

  get #panel(): Panel {
    return this.#place.panel;
  }
}
