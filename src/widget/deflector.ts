import { parseLanguage, type Language } from '../core/article/language.ts';
import {
  isWorthSearching,
  reduce,
  type DeflectionEvent,
  type DeflectionState,
} from '../core/deflection/deflection.ts';
import type { Finder, SecretKind } from '../core/privacy/secret.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { importBundle } from './bundles.ts';
import { fetchText } from './fetchText.ts';
import { removeSecrets, secretsIn, setValue, textOf, type Field } from './fields.ts';
import { Footer, type Loading } from './footer.ts';
import type * as FormBundle from './form.ts';
import type * as GuardBundle from './guard.ts';
import { HostForm } from './hostForm.ts';
import { Panel } from './panel.ts';
import { articleBody, scrollTo } from './reader.ts';
import { sameContent } from './sameContent.ts';
import { Search, type SearchEvent } from './search.ts';
import { suggestionUrl } from './suggestionCard.ts';
import { Tried } from './tried.ts';
import { alarm, announcement, unavailableView, view, type Actions } from './view.ts';

/** Long enough not to search on every key, short enough to be there before the sentence ends. */
const DEBOUNCE_MS = 120;
/** Suggestions that have stood for so long have been seen. */
const SEEN_AFTER_MS = 800;
/** "No article fits" waits until somebody stops typing: half a sentence often fits nothing. */
const ABSTAIN_AFTER_MS = 1500;

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
  readonly #footer = new Footer();
  #state: DeflectionState = { status: 'idle' };
  #panel: Panel | undefined;
  /** Holds the panel where this element stands outside the form. */
  #outpost: HTMLElement | undefined;
  #search: Search | undefined;
  #loading: Loading = { status: 'quiet' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seeing: ReturnType<typeof setTimeout> | undefined;
  #listeners: AbortController | undefined;
  #guard: Promise<Finder<SecretKind>> | undefined;
  /** The guard, once it is there. */
  #find: Finder<SecretKind> | undefined;
  #ownForm: Promise<FormBundle.TicketForm> | undefined;
  /** What answered last, for the ticket. */
  answeredBy: { readonly edition?: string; readonly index?: string } = {};

  connectedCallback(): void {
    this.#search = new Search(
      this.kb,
      () => this.language,
      (event) => this.#receive(event),
    );
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    // On the document: the form may come later, or be drawn anew.
    document.addEventListener('focusin', ({ target }) => this.form.owns(target) && this.#search?.start(), {
      signal,
    });
    // Captured, since a page may draw the field anew in answer to the event: its target would then be no field any more.
    document.addEventListener('input', (event) => this.#typed(event), { signal, capture: true });
    document.addEventListener('compositionend', (event) => this.#typed(event), { signal, capture: true });
    // Captured, so that a secret is stopped before any listener of the host's own can send it.
    document.addEventListener('submit', (event) => this.#submitted(event), { signal, capture: true });
    this.#panel?.watch(signal);
    void this.#guarded().then(
      () => this.#typed(),
      () => undefined,
    );
    // Whoever opens a page that is there for writing to us will write: what searches is fetched meanwhile.
    if (this.hasAttribute('target')) {
      void this.#own().catch(() => undefined);
      this.#search.start();
    }
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#seeing);
    this.#listeners?.abort();
    this.#search?.stop();
    this.#outpost?.remove();
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
    this.#pause();
    this.#state = { status: 'idle' };
    this.#shown().show(content, true);
    this.#shown().announce('', '', this.language);
    this.#shown().foot(undefined);
  }

  #typed(event?: Event): void {
    const watched = this.form.watched();
    if (event && !watched.includes(event.target as Field)) return;
    // Pinyin that is being composed is no text yet.
    const isComposing = event instanceof InputEvent && event.isComposing && this.language === 'zh-CN';
    // Until the guard is there nothing is searched; once it is, this is called again.
    if (!this.#find || this.#isBlocked(watched, this.#find)) return;
    if (isComposing) return;
    const text = textOf(watched);
    this.#pause();
    this.#apply({ type: 'typed', text });
    if (!isWorthSearching(text)) return;
    // The first answer comes at once; afterwards, what is shown is left alone until somebody pauses.
    const wait = this.#state.status === 'loading' ? 0 : DEBOUNCE_MS;
    this.#timer = setTimeout(() => this.#search?.ask(text, this.language), wait);
  }

  /** Shows a warning and stops every search if the fields together hold a secret. */
  #isBlocked(fields: readonly Field[], find: Finder<SecretKind>): boolean {
    const secrets = secretsIn(fields, find);
    if (secrets.length === 0) return false;
    this.#pause();
    this.#apply({ type: 'blocked', secrets });
    return true;
  }

  #receive(event: SearchEvent): void {
    switch (event.type) {
      case 'progress':
        this.#load({ status: 'loading', loaded: event.loaded, total: event.total });
        return;
      case 'ready': {
        const { rest, isFinal, edition, index } = event;
        this.answeredBy = { edition, index };
        if (rest !== undefined) this.#load({ status: 'held', rest });
        else if (isFinal) this.#load({ status: 'quiet' });
        return;
      }
      case 'suggested':
        clearTimeout(this.#timer);
        if (event.suggestions.length > 0) this.#apply(event);
        else this.#timer = setTimeout(() => this.#isSettled() && this.#apply(event), ABSTAIN_AFTER_MS);
        return;
      default:
        clearTimeout(this.#timer);
        this.#apply(event);
    }
  }

  /** Whether nothing better than words alone is on its way: until then nobody is told that there is no answer. */
  #isSettled(): boolean {
    return this.#search?.mode !== 'lexical' || this.#search.isFinal || this.#loading.status === 'held';
  }

  /** @param isAsked the person has just pressed what leads to it */
  #apply(event: DeflectionEvent, isAsked = false): void {
    const visible = 'suggestions' in this.#state ? this.#state.suggestions : [];
    this.tried.record(event, visible);
    const next = reduce(this.#state, event);
    if (next === this.#state || sameContent(next, this.#state)) return;
    this.#state = next;
    // What flashes by while somebody types has not been seen.
    clearTimeout(this.#seeing);
    if (next.status === 'ready') {
      this.#seeing = setTimeout(() => {
        this.tried.show(next.suggestions);
        this.form.note(this.tried);
      }, SEEN_AFTER_MS);
    }
    this.form.note(this.tried);
    const { language } = this;
    const context = {
      language,
      kb: this.kb,
      now: Date.now(),
      actions: this.#actions,
      article: (suggestion: Suggestion) => this.#article(suggestion),
    };
    const panel = this.#shown();
    panel.show(view(next, context), isAsked);
    // Below a keyboard that covers half of a phone nobody would see it.
    if (next.status === 'blocked') panel.reveal();
    panel.announce(announcement(next, language), alarm(next, language), language);
    this.#foot();
  }

  readonly #actions: Actions = {
    openHere: (suggestion) => this.#act({ type: 'opened', suggestion }),
    openTab: ({ slug }) => {
      this.tried.open(slug);
      this.form.note(this.tried);
    },
    close: () => {
      const slug = this.#state.status === 'reading' ? this.#state.suggestion.slug : '';
      this.#act({ type: 'closed' });
      this.#shown().focusOn(`[data-slug="${CSS.escape(slug)}"]`);
    },
    solve: (suggestion) => {
      const visible = 'suggestions' in this.#state ? this.#state.suggestions : [];
      const solved = suggestion ?? this.tried.lastOpened(visible) ?? visible[0];
      if (solved) this.#act({ type: 'solved', suggestion: solved });
    },
    reject: (reason) => this.#act({ type: 'rejected', ...(reason && { reason }) }),
    proceed: () => {
      this.#pause();
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
      if (!this.#find) return;
      removeSecrets(this.form.watched(), this.#find);
      removeSecrets(this.form.texts(), this.#find);
      this.#typed();
      this.form.watched().at(-1)?.focus();
    },
  };

  #act(event: DeflectionEvent): void {
    this.#pause();
    this.#apply(event, true);
  }

  #article(suggestion: Suggestion): HTMLElement {
    const place = document.createElement('div');
    place.setAttribute('aria-busy', 'true');
    const url = suggestionUrl(suggestion, this.kb);
    void articleBody(url, suggestion, fetchText).then((body) => {
      place.append(body);
      if (url.hash) scrollTo(body, url.hash);
      place.removeAttribute('aria-busy');
    });
    return place;
  }

  #submitted(event: SubmitEvent): void {
    if (event.target !== this.form.container) return;
    // What stands there when somebody sends has been seen.
    if (this.#state.status === 'ready') this.tried.show(this.#state.suggestions);
    this.form.note(this.tried);
    const isOwn = this.hasAttribute('target');
    const fields = isOwn ? this.form.texts() : this.form.watched();
    if (isOwn) event.preventDefault();
    if (!this.#find) {
      this.#submitLater(event, isOwn);
    } else if (this.#isBlocked(fields, this.#find)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#shown().focusOn('.panel');
    } else if (isOwn) {
      void this.#own().then(
        (own) => own.send(),
        () => this.say(unavailableView(this.language, this.getAttribute('support') ?? '')),
      );
    }
  }

  /** Submits once the guard is there. A host's form is let go all the same if it cannot be had: contact is never blocked. */
  #submitLater(event: SubmitEvent, isOwn: boolean): void {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#guarded()
      .catch(() => {
        if (isOwn) this.say(unavailableView(this.language, this.getAttribute('support') ?? ''));
        else this.#find = () => [];
      })
      .then(() => this.#find && form.requestSubmit(event.submitter));
  }

  /** The privacy guard; asked for again if it could not be had. */
  #guarded(): Promise<Finder<SecretKind>> {
    this.#guard ??= importBundle('guard.js').then((loaded) => {
      this.#find = (loaded as typeof GuardBundle).findSecrets;
      return this.#find;
    });
    this.#guard.catch((error: unknown) => {
      console.warn('Firstline cannot check for secrets, and searches nothing:', error);
      this.#guard = undefined;
    });
    return this.#guard;
  }

  /** The part that sends; only where this element does, not the host. Asked for again if it could not be had. */
  #own(): Promise<FormBundle.TicketForm> {
    this.#ownForm ??= Promise.all([importBundle('form.js'), this.#guarded()]).then(
      ([loaded, find]) => new (loaded as typeof FormBundle).TicketForm(this, find, this.#listeners!.signal),
    );
    this.#ownForm.catch((error: unknown) => {
      console.warn('Firstline cannot send this form:', error);
      this.#ownForm = undefined;
    });
    return this.#ownForm;
  }

  #load(loading: Loading): void {
    this.#loading = loading;
    this.#foot();
  }

  /** Loading is shown below a panel, never by itself: whoever does not write need not know. */
  #foot(): void {
    const isShown = ['loading', 'ready', 'abstained'].includes(this.#state.status);
    const loadRest = (): void => this.#search?.loadRest();
    this.#shown().foot(isShown ? this.#footer.view(this.#loading, this.language, loadRest) : undefined);
  }

  #reset(): void {
    this.#pause();
    this.#state = { status: 'idle' };
    this.#shown().show(undefined, true);
    this.#foot();
  }

  /** Lets nothing that is still on its way show up. */
  #pause(): void {
    clearTimeout(this.#timer);
    this.#search?.cancel();
  }

  /** The panel, where it belongs: also after the host has drawn its form anew. */
  #shown(): Panel {
    const field = this.form.panelAfter();
    // Never moved itself: whoever drew the page may own this element, and look for it where it was.
    if (field) this.#outpost ??= document.createElement('firstline-panel');
    if (!this.#panel) {
      this.#panel = new Panel(this.#outpost ?? this);
      this.#panel.watch(this.#listeners!.signal);
    }
    if (field && this.#outpost && field.nextElementSibling !== this.#outpost) field.after(this.#outpost);
    return this.#panel;
  }
}
