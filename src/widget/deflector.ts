import {
  isWorthSearching,
  reduce,
  type DeflectionEvent,
  type DeflectionState,
} from '../core/deflection/deflection.ts';
import { secretKindsIn, withoutSecrets } from '../core/deflection/fieldSecrets.ts';
import { Asking } from './asking.ts';
import { importBundle } from './bundles.ts';
import { onCloseRequest } from './closeRequest.ts';
import { Display } from './display.ts';
import { removeSecrets, setValue, textOf, type Field } from './fields.ts';
import type * as FormBundle from './form.ts';
import { GuardLoader } from './guardLoader.ts';
import { HostForm } from './hostForm.ts';
import { KnownIncidents } from './incidents.ts';
import { lazily } from './lazily.ts';
import type { Panel } from './panel.ts';
import { PanelPlace } from './panelPlace.ts';
import { sameContent } from './sameContent.ts';
import { Settings } from './settings.ts';
import { Submission } from './submission.ts';
import { Tried } from './tried.ts';
import { checkingView, unavailableView } from './unavailableView.ts';
import type { Actions } from './view.ts';

/** Suggestions that have stood for so long have been seen. */
const SEEN_AFTER_MS = 800;

/**
 * `<firstline-deflector for="#ticket" subject="[name=subject]" description="textarea">`: watches the fields of a form
 * and shows the articles that may answer what is being written: where it stands if that is within the form, else after the
 * description. Its attributes: settings.ts.
 */
export class FirstlineDeflector extends HTMLElement {
  readonly settings = new Settings(this);
  readonly form = new HostForm(this);
  readonly tried = new Tried();
  readonly #guard = new GuardLoader();
  readonly #place = new PanelPlace(this, this.form);
  readonly #known = new KnownIncidents();
  #state: DeflectionState = { status: 'idle' };
  #asking: Asking | undefined;
  #seeing: ReturnType<typeof setTimeout> | undefined;
  /** Stops waiting for a request to close the article that is open. */
  #unwatch: (() => void) | undefined;
  #listeners: AbortController | undefined;
  /** The part that sends; only where this element does, not the host. */
  readonly #ownForm = lazily(
    () => this.#openForm(),
    (error) => console.warn('Firstline cannot send this form:', error),
  );
  readonly #submission = new Submission({
    isOwn: () => this.settings.isOwn,
    guard: this.#guard,
    isBlocked: () => {
      const isBlocked = this.#isBlocked();
      if (isBlocked) this.#panel.focusOn('.panel');
      return isBlocked;
    },
    sender: () => this.#ownForm(),
    wait: () => this.say(checkingView(this.settings.language), true),
    giveUp: () =>
      this.say(
        unavailableView(this.settings.language, this.settings.value('support'), () =>
          withoutSecrets(this.form.written(), this.#guard.find ?? (() => []))
            .filter((text) => text !== '')
            .join('\n\n'),
        ),
      ),
  });

  connectedCallback(): void {
    this.#asking = new Asking(this.settings.kb, () => this.settings.language, {
      answered: (answer) => this.#apply(answer),
      loading: (loading) => this.#display.load(loading),
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
    if (this.settings.isOwn) {
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

  /** Whether the focus may go to what there is to say: nobody has turned to another field meanwhile. */
  get isFree(): boolean {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || this.#panel.hasFocus) return true;
    return this.form.owns(activeElement) && 'type' in activeElement && activeElement.type === 'submit';
  }

  /**
   * Replaces the panel by something else that the person has asked for, such as what became of sending.
   * @param isAtOnce right after the press: else whoever writes again is left alone
   */
  say(content: HTMLElement, isAtOnce = false): void {
    this.#asking?.pause();
    this.#enter({ status: 'idle' });
    this.#display.say(content, isAtOnce || this.isFree);
  }

  #typed(event?: Event): void {
    const watched = this.form.watched();
    const field = event?.target as Field | undefined;
    if (field && !this.form.texts().includes(field)) return;
    // Pinyin that is being composed is no text yet.
    const isComposing =
      event instanceof InputEvent && event.isComposing && this.settings.language === 'zh-CN';
    // Until the guard is there nothing is searched; once it is, this is called again.
    if (!this.#guard.find || this.#isBlocked()) return;
    if (isComposing) return;
    // The other fields are not searched; but a secret may have gone from them.
    if (field && !watched.includes(field) && this.#state.status !== 'blocked') return;
    this.#known.start(this.settings.kb, () => this.#typed());
    const text = textOf(watched);
    this.#asking?.pause();
    this.#apply({ type: 'typed', text });
    if (!isWorthSearching(text)) return;
    this.#asking?.ask(text, this.settings.language, this.#state.status === 'loading');
  }

  /** Shows a warning and stops every search if any field, or several together, hold a secret. */
  #isBlocked(): boolean {
    const secrets = this.#guard.find ? secretKindsIn(this.form.written(), this.#guard.find) : [];
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
    const { language } = this.settings;
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
    this.#display.show(next, isAsked);
    this.#note();
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
      const changed = removeSecrets(this.form.written(), find);
      this.#typed();
      changed?.focus();
    },
  };

  readonly #display = new Display({
    panel: () => this.#panel,
    known: this.#known,
    settings: this.settings,
    actions: this.#actions,
    loadRest: () => this.#asking?.loadRest(),
  });

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
    this.#submission.submit(event);
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

  #reset(): void {
    this.#asking?.pause();
    this.#enter({ status: 'idle' });
    this.#display.clear();
  }

  get #panel(): Panel {
    return this.#place.panel;
  }
}
