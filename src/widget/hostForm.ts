import type { Field, Written } from './fields.ts';

/** Types of inputs that take a text; what a browser does not know is one of them, and says `text`. */
const TEXT_TYPES = new Set(['text', 'search', 'url', 'tel', 'email', 'number']);
/** A field for a transaction's hash, by its name. */
const HASH = /hash|tx(?:n|id)?(?![a-z])|transaction/i;

/** Which of the host's fields matter, by the attributes of the element. */
export type FieldName = 'subject' | 'description' | 'email' | 'name';

/**
 * The host's form. It is looked up anew each time: pages that draw themselves replace it, or bring it late.
 */
export class HostForm {
  readonly #element: HTMLElement;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** The form, or whatever stands in for one. */
  get container(): HTMLElement | undefined {
    const selector = this.#element.getAttribute('for');
    const found = selector ? document.querySelector<HTMLElement>(selector) : this.#element.closest('form');
    return found ?? undefined;
  }

  field(name: FieldName): Field | undefined {
    const selector = this.#element.getAttribute(name);
    return (selector && this.container?.querySelector<Field>(selector)) || undefined;
  }

  value(name: FieldName): string {
    return this.field(name)?.value ?? '';
  }

  /** The fields whose words are searched. */
  watched(): Field[] {
    return [this.field('subject'), this.field('description')].filter((field) => field !== undefined);
  }

  /** Every field that takes a text, those that are searched first: none of them may send or keep a secret. */
  texts(): Field[] {
    const { container } = this;
    const controls =
      container instanceof HTMLFormElement
        ? container.elements
        : (container?.querySelectorAll('input, textarea') ?? []);
    return [...new Set([...this.watched(), ...[...controls].filter(isText)])];
  }

  /** What is written in all of them, as the guard reads it. */
  written(): Written[] {
    const messages = this.watched();
    return this.texts().map((field) => ({
      field,
      text: field.value,
      part: messages.includes(field)
        ? 'message'
        : HASH.test(`${field.name} ${field.id}`)
          ? 'apart'
          : 'detail',
    }));
  }

  owns(node: EventTarget | null): boolean {
    return node instanceof Node && this.container?.contains(node) === true;
  }

  /** What the panel stands after, where the element is outside the form; undefined if it stands where the element is. */
  panelAfter(): HTMLElement | undefined {
    const { container } = this;
    if (!container || container.contains(this.#element) || this.#element.getAttribute('place') === 'here')
      return undefined;
    const field = this.watched().at(-1);
    // Within a label, every click in the panel would be one on the field.
    return field?.closest('label') ?? field;
  }

  /** The control that comes after the one that was written in: where "continue" leads. */
  next(): HTMLElement | undefined {
    const controls = [
      ...(this.container?.querySelectorAll<HTMLElement>('input, select, textarea, button') ?? []),
    ].filter(
      (control) =>
        control.checkVisibility() && control.tabIndex >= 0 && !control.matches('[type=hidden], :disabled'),
    );
    const last = this.watched().at(-1);
    return controls[last ? controls.indexOf(last) + 1 : 0];
  }

  /** Keeps what was tried in a hidden field, so that it travels with the host's own ticket. */
  note(tried: object): void {
    const name = this.#element.getAttribute('articles') ?? 'firstline_articles';
    const { container } = this;
    if (!(container instanceof HTMLFormElement)) return;
    let hidden = container.querySelector<HTMLInputElement>(`input[type=hidden][name="${CSS.escape(name)}"]`);
    if (!hidden) {
      hidden = document.createElement('input');
      Object.assign(hidden, { type: 'hidden', name });
      container.append(hidden);
    }
    hidden.value = JSON.stringify(tried);
  }
}

function isText(control: Element): control is Field {
  return (
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && TEXT_TYPES.has(control.type))
  );
}
