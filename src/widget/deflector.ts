import { parseLanguage, type Language } from '../core/article/language.ts';
import {
  isWorthSearching,
  reduce,
  type DeflectionEvent,
  type DeflectionState,
} from '../core/deflection/deflection.ts';
import { findSecrets } from '../core/privacy/secrets.ts';
import { Search } from './search.ts';
import { parseTicketTarget, type TicketTarget } from '../core/deflection/ticketTarget.ts';
import { send } from './send.ts';
import { STRINGS } from './strings.ts';
import { STYLES } from './styles.ts';
import { announcement, view, type ViewContext } from './view.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Long enough not to search on every key, short enough to be there before the sentence ends. */
const DEBOUNCE_MS = 200;

/**
 * `<firstline-deflector for="#ticket" subject="[name=subject]" description="textarea">`: watches the fields of a form
 * and shows, where it stands, the articles that may answer what is being written.
 *
 * Attributes: `for` (the form; the enclosing one if absent), `subject`, `description`, `email` (selectors within it),
 * `kb` (address of the help site; where this script came from if absent), `lang`, and `target` (JSON, see send.ts): with
 * it the element sends the form, without it the form is the host's business.
 */
export class FirstlineDeflector extends HTMLElement {
  #state: DeflectionState = { status: 'idle' };
  #search: Search | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners: AbortController | undefined;
  #key = crypto.randomUUID();
  readonly #shown = new Set<string>();
  readonly #opened = new Set<string>();
  readonly #content = document.createElement('div');
  readonly #live = document.createElement('p');

  connectedCallback(): void {
    const form = this.#form();
    if (!form) {
      console.warn('<firstline-deflector> found no form; set its "for" attribute to a selector of one.');
      return;
    }
    this.#mount();
    this.#search = new Search(this.#kb(), (event) => this.#apply(event));
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    form.addEventListener('focusin', () => this.#search?.start(), { signal });
    form.addEventListener('input', (event) => this.#typed(event), { signal });
    form.addEventListener('submit', (event) => void this.#submit(event, form), { signal });
    this.#typed();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#listeners?.abort();
    this.#search?.stop();
  }

  #mount(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    this.#live.className = 'visually-hidden';
    this.#live.setAttribute('role', 'status');
    root.append(this.#content, this.#live);
  }

  #typed(event?: Event): void {
    const watched = this.#watched();
    if (event && !watched.includes(event.target as Field)) return;
    clearTimeout(this.#timer);
    const text = watched.map((field) => field.value).join('\n');
    this.#apply({ type: 'typed', text });
    // Checked here, at once, and again in the worker: nothing secret waits for a download to be noticed.
    const secrets = findSecrets(text);
    this.#search?.cancel();
    if (secrets.length > 0) {
      this.#apply({ type: 'blocked', secrets: [...new Set(secrets.map(({ kind }) => kind))] });
    } else if (isWorthSearching(text)) {
      this.#timer = setTimeout(() => this.#search?.ask(text, this.#language()), DEBOUNCE_MS);
    }
  }

  #apply(event: DeflectionEvent): void {
    const next = reduce(this.#state, event);
    if (next === this.#state || sameContent(next, this.#state)) return;
    this.#state = next;
    if (next.status === 'ready') next.suggestions.forEach(({ slug }) => this.#shown.add(slug));
    const rendered = view(next, this.#viewContext());
    this.#content.replaceChildren(...(rendered ? [rendered] : []));
    this.#live.textContent = announcement(next, this.#language());
  }

  #viewContext(): ViewContext {
    return {
      language: this.#language(),
      kb: this.#kb(),
      actions: {
        open: ({ slug }) => this.#opened.add(slug),
        solve: (suggestion) => this.#apply({ type: 'solved', suggestion }),
        dismiss: () => this.#apply({ type: 'dismissed' }),
        again: () => {
          this.#state = { status: 'idle' };
          this.#typed();
        },
        removeSecrets: () => this.#removeSecrets(),
      },
    };
  }

  #removeSecrets(): void {
    for (const field of this.#fields()) {
      // From the end, so that earlier positions stay right.
      const findings = findSecrets(field.value).toSorted((a, b) => b.start - a.start);
      for (const { start, end } of findings)
        field.value = field.value.slice(0, start) + field.value.slice(end);
    }
    this.#typed();
  }

  async #submit(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
    const target = this.#target();
    if (!target) return;
    event.preventDefault();
    const secrets = this.#fields().flatMap((field) => findSecrets(field.value));
    if (secrets.length > 0) {
      this.#apply({ type: 'blocked', secrets: [...new Set(secrets.map(({ kind }) => kind))] });
      return;
    }
    const strings = STRINGS[this.#language()];
    const address = target.kind === 'mailto' ? target.address : '';
    this.#say(strings.sending);
    try {
      await send(target, this.#draft());
      this.#say(target.kind === 'mailto' ? `${strings.sentByMail} ${address}` : strings.sent);
      if (target.kind === 'webhook') {
        form.reset();
        this.#key = crypto.randomUUID();
      }
    } catch (error) {
      console.warn('Firstline could not send the ticket:', error);
      this.#say(strings.sendFailed);
    }
  }

  #draft() {
    const value = (attribute: string): string => this.#field(attribute)?.value ?? '';
    return {
      version: 1,
      idempotencyKey: this.#key,
      subject: value('subject'),
      description: value('description'),
      email: value('email'),
      language: this.#language(),
      articles: { shown: [...this.#shown], opened: [...this.#opened] },
    } as const;
  }

  /** Replaces the panel by one sentence, and has it read out. */
  #say(sentence: string): void {
    this.#search?.cancel();
    clearTimeout(this.#timer);
    this.#state = { status: 'idle' };
    const section = document.createElement('section');
    section.className = 'panel';
    section.part.add('panel', 'message');
    section.append(Object.assign(document.createElement('p'), { textContent: sentence }));
    this.#content.replaceChildren(section);
    this.#live.textContent = sentence;
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

  #fields(): Field[] {
    const email = this.#field('email');
    return email ? [...this.#watched(), email] : this.#watched();
  }

  #language(): Language {
    return parseLanguage(this.lang || document.documentElement.lang) ?? 'en';
  }

  #kb(): string {
    const { href } = new URL(
      this.getAttribute('kb') ?? new URL('../../', import.meta.url).href,
      document.baseURI,
    );
    return href.endsWith('/') ? href : `${href}/`;
  }

  #target(): TicketTarget | undefined {
    const attribute = this.getAttribute('target');
    return attribute ? parseTicketTarget(attribute) : undefined;
  }
}

/** Whether two states look the same, so that the panel under a finger is left alone. */
function sameContent(a: DeflectionState, b: DeflectionState): boolean {
  if (a.status !== b.status) return false;
  if (a.status === 'ready' && b.status === 'ready') {
    const key = (state: typeof a): string =>
      state.suggestions.map(({ slug, passage }) => slug + passage.anchor).join();
    return key(a) === key(b);
  }
  return a.status !== 'blocked' || b.status !== 'blocked' || a.secrets.join() === b.secrets.join();
}
