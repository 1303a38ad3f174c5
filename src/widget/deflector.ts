import { parseLanguage, type Language } from '../core/article/language.ts';
import {
  isWorthSearching,
  reduce,
  type DeflectionEvent,
  type DeflectionState,
  type TicketDraft,
} from '../core/deflection/deflection.ts';
import { parseTicketTarget, type TicketTarget } from '../core/deflection/ticketTarget.ts';
import { removeSecrets, secretsIn, textOf, type Field } from './fields.ts';
import { Panel } from './panel.ts';
import { Search } from './search.ts';
import { send } from './send.ts';
import { STRINGS } from './strings.ts';
import { alarm, announcement, messageView, view, type Actions } from './view.ts';

/** Long enough not to search on every key, short enough to be there before the sentence ends. */
const DEBOUNCE_MS = 200;
/** "No article fits" waits until somebody stops typing: half a sentence often fits nothing. */
const ABSTAIN_AFTER_MS = 1500;

/**
 * `<firstline-deflector for="#ticket" subject="[name=subject]" description="textarea">`: watches the fields of a form
 * and shows, where it stands, the articles that may answer what is being written.
 *
 * Attributes: `for` (the form; the enclosing one if absent), `subject`, `description`, `email` (selectors within it),
 * `kb` (address of the help site; where this script came from if absent), `lang`, `support` (an email address to fall
 * back on), and `target` (JSON, see ticketTarget.ts): with it the element sends the form, without it the host does.
 */
export class FirstlineDeflector extends HTMLElement {
  #state: DeflectionState = { status: 'idle' };
  #panel: Panel | undefined;
  #search: Search | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners: AbortController | undefined;
  #isSending = false;
  /** Of the ticket being written; a ticket that is sent again keeps it. */
  #ticket = newTicket();

  connectedCallback(): void {
    const form = this.#form();
    if (!form) {
      console.warn('<firstline-deflector> found no form; set its "for" attribute to a selector of one.');
      return;
    }
    this.#panel ??= new Panel(this);
    this.#search = new Search(this.#kb(), (event) => this.#receive(event));
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    form.addEventListener('focusin', () => this.#search?.start(), { signal });
    form.addEventListener('input', (event) => this.#typed(event), { signal });
    // Captured, so that a secret is stopped before any listener of the host's own can send it.
    form.addEventListener('submit', (event) => this.#submitted(event, form), { signal, capture: true });
    this.#typed();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#listeners?.abort();
    this.#search?.stop();
  }

  #typed(event?: Event): void {
    const watched = this.#watched();
    if (event && !watched.includes(event.target as Field)) return;
    // Checked here, at once, and again in the worker: nothing secret waits for a download to be noticed.
    if (this.#isBlocked()) return;
    const text = textOf(watched);
    this.#pause();
    this.#apply({ type: 'typed', text });
    if (isWorthSearching(text)) {
      this.#timer = setTimeout(() => this.#search?.ask(text, this.#language()), DEBOUNCE_MS);
    }
  }

  /** Shows a warning and stops every search if the fields together hold a secret. */
  #isBlocked(): boolean {
    const secrets = secretsIn(this.#watched());
    if (secrets.length === 0) return false;
    this.#pause();
    this.#apply({ type: 'blocked', secrets });
    return true;
  }

  #receive(event: DeflectionEvent): void {
    clearTimeout(this.#timer);
    if (event.type === 'suggested' && event.suggestions.length === 0) {
      this.#timer = setTimeout(() => this.#apply(event), ABSTAIN_AFTER_MS);
    } else {
      this.#apply(event);
    }
  }

  #apply(event: DeflectionEvent): void {
    const next = reduce(this.#state, event);
    if (next === this.#state || sameContent(next, this.#state)) return;
    this.#state = next;
    if (next.status === 'ready') next.suggestions.forEach(({ slug }) => this.#ticket.shown.add(slug));
    const context = { language: this.#language(), kb: this.#kb(), actions: this.#actions };
    this.#panel?.show(view(next, context), announcement(next, context.language), alarm(next));
  }

  readonly #actions: Actions = {
    open: ({ slug }) => this.#ticket.opened.add(slug),
    solve: (suggestion) => this.#act({ type: 'solved', suggestion }),
    dismiss: () => this.#act({ type: 'dismissed' }),
    again: () => {
      this.#reset();
      this.#typed();
      this.#panel?.focus();
    },
    restart: () => {
      for (const field of this.#watched()) field.value = '';
      this.#reset();
      this.#watched()[0]?.focus();
    },
    removeSecrets: () => {
      removeSecrets(this.#watched());
      this.#typed();
      this.#watched().at(-1)?.focus();
    },
  };

  #act(event: DeflectionEvent): void {
    this.#pause();
    this.#apply(event);
    this.#panel?.focus();
  }

  #submitted(event: SubmitEvent, form: HTMLFormElement): void {
    const target = this.getAttribute('target');
    const isBlocked = this.#isBlocked();
    if (isBlocked || target !== null) event.preventDefault();
    if (isBlocked) {
      event.stopImmediatePropagation();
      this.#panel?.focus();
    } else if (target !== null && !this.#isSending) {
      void this.#send(parseTicketTarget(target), form);
    }
  }

  async #send(target: TicketTarget, form: HTMLFormElement): Promise<void> {
    const strings = STRINGS[this.#language()];
    const draft = this.#draft();
    const copy = (): void =>
      void navigator.clipboard.writeText(`${draft.subject}\n\n${draft.description}`).then(
        () => this.#say(strings.copied),
        () => this.#say(strings.sendFailed),
      );
    this.#isSending = true;
    this.#say(strings.sending);
    try {
      await send(target, draft);
      if (target.kind === 'mailto') {
        this.#say(strings.sentByMail, target.address, copy);
      } else {
        // Only what was sent goes: whoever typed on meanwhile keeps it.
        if (this.#draft().description === draft.description) form.reset();
        this.#ticket = newTicket();
        this.#say(strings.sent);
      }
    } catch (error) {
      console.warn('Firstline could not send the ticket:', error);
      const support = this.getAttribute('support') ?? '';
      this.#say(support ? `${strings.sendFailed} ${strings.orWriteTo}` : strings.sendFailed, support, copy);
    } finally {
      this.#isSending = false;
    }
  }

  /** Replaces the panel by what became of sending. */
  #say(sentence: string, address = '', copy?: () => void): void {
    this.#reset();
    this.#panel?.show(messageView(sentence, STRINGS[this.#language()], address, copy), sentence);
    this.#panel?.focus();
  }

  #reset(): void {
    this.#pause();
    this.#state = { status: 'idle' };
    this.#panel?.show(undefined, '');
  }

  /** Lets nothing that is still on its way show up. */
  #pause(): void {
    clearTimeout(this.#timer);
    this.#search?.cancel();
  }

  #draft(): TicketDraft {
    const value = (attribute: string): string => this.#field(attribute)?.value ?? '';
    const { idempotencyKey, shown, opened } = this.#ticket;
    return {
      version: 1,
      idempotencyKey,
      subject: value('subject'),
      description: value('description'),
      email: value('email'),
      language: this.#language(),
      articles: { shown: [...shown], opened: [...opened] },
    };
  }

  #form(): HTMLFormElement | null {
    const selector = this.getAttribute('for');
    return selector ? document.querySelector<HTMLFormElement>(selector) : this.closest('form');
  }

  #field(attribute: string): Field | undefined {
    const selector = this.getAttribute(attribute);
    return (selector && this.#form()?.querySelector<Field>(selector)) || undefined;
  }

  #watched(): Field[] {
    return [this.#field('subject'), this.#field('description')].filter((field) => field !== undefined);
  }

  #language(): Language {
    return parseLanguage(this.lang || document.documentElement.lang) ?? 'en';
  }

  #kb(): string {
    const own = new URL('../../', import.meta.url).href;
    const { href } = new URL(this.getAttribute('kb') ?? own, document.baseURI);
    return href.endsWith('/') ? href : `${href}/`;
  }
}

function newTicket() {
  return { idempotencyKey: crypto.randomUUID(), shown: new Set<string>(), opened: new Set<string>() };
}

/** Whether two states look the same, so that the panel under a finger is left alone. */
function sameContent(a: DeflectionState, b: DeflectionState): boolean {
  if (a.status !== b.status) return false;
  if (a.status === 'ready' && b.status === 'ready') {
    const key = (state: typeof a): string =>
      JSON.stringify(
        state.suggestions.map(({ slug, passage, sentence, marks, urgent }) => [
          slug,
          passage.anchor,
          sentence,
          marks,
          urgent,
        ]),
      );
    return key(a) === key(b);
  }
  return a.status !== 'blocked' || b.status !== 'blocked' || a.secrets.join() === b.secrets.join();
}
