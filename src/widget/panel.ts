import type { Language } from '../core/article/language.ts';
import { AnswerBar } from './answerBar.ts';
import { Stillness } from './stillness.ts';
import { STYLES } from './styles.ts';
import type { Hint } from './telling.ts';

/** Until an answer has not changed for so long it is not settled, and nobody is told of it. */
const SETTLED_MS = 1000;

/** How something is shown. */
interface Showing {
  /** The person has just pressed something that leads to it: then at once, and it is focused. */
  readonly isAsked: boolean;
  /** Said where it is out of sight. */
  readonly hint?: Hint | undefined;
  readonly language: Language;
}

/** What the element shows, in a shadow root of its own, and what it has read out. */
export class Panel {
  readonly #root: ShadowRoot;
  readonly #content = document.createElement('div');
  readonly #footer = document.createElement('div');
  readonly #live = document.createElement('p');
  readonly #alarm = document.createElement('p');
  readonly #stillness: Stillness;
  readonly #bar = new AnswerBar(this.#content);
  #announcing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement) {
    this.#root = host.attachShadow({ mode: 'open' });
    // A constructed style sheet passes a Content-Security-Policy that forbids inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    this.#root.adoptedStyleSheets = [sheet];
    // Both stay while the content is replaced: a region that comes with its text already in it may not be read out.
    this.#live.setAttribute('role', 'status');
    this.#alarm.setAttribute('role', 'alert');
    for (const region of [this.#live, this.#alarm]) region.className = 'visually-hidden';
    this.#footer.setAttribute('part', 'footer');
    this.#root.append(this.#content, this.#footer, this.#live, this.#alarm, this.#bar.element);
    this.#stillness = new Stillness(this.#root, this.#content);
  }

  watch(signal: AbortSignal): void {
    this.#stillness.watch(signal);
    this.#bar.watch(signal);
  }

  get hasFocus(): boolean {
    return this.#root.activeElement !== null;
  }

  /** Replaces the content, as soon as that disturbs nobody. */
  show(content: HTMLElement | undefined, { isAsked, hint, language }: Showing): void {
    const make = (): void => {
      keepingPlace(this.#root.host, () => this.#content.replaceChildren(...(content ? [content] : [])));
      this.#bar.offer(hint, language);
    };
    if (!isAsked) {
      this.#stillness.change(make);
      return;
    }
    this.#stillness.now(make);
    content?.focus({ preventScroll: true });
    content?.scrollIntoView({ block: 'nearest' });
  }

  /** Scrolls as little as shows what is there, and leaves the focus where it is. On a phone the bar tells of it. */
  reveal(): void {
    if (!this.#bar.isNarrow) this.#content.scrollIntoView({ block: 'nearest' });
  }

  /** What stands below the content and changes by itself, such as how much has been loaded. */
  foot(content: HTMLElement | undefined): void {
    if (content === this.#footer.firstElementChild) return;
    this.#footer.replaceChildren(...(content ? [content] : []));
  }

  /**
   * Has something read out; what has been and has not changed is not repeated.
   * @param sentence waits until the answer has settled and the reader pauses
   * @param alarm is read out at once
   */
  announce(sentence: string, alarm: string, language: Language): void {
    clearTimeout(this.#announcing);
    for (const region of [this.#live, this.#alarm]) region.lang = language;
    if (this.#alarm.textContent !== alarm) this.#alarm.textContent = alarm;
    this.#announcing = setTimeout(() => {
      if (this.#live.textContent !== sentence) this.#live.textContent = sentence;
    }, SETTLED_MS);
  }

  /** Focuses a control by what it leads to; used where going back should find the way one came. */
  focusOn(selector: string): void {
    this.#root.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** Makes a change that may push down what stands below, and scrolls by as much if that is where somebody is writing. */
function keepingPlace(host: Element, change: () => void): void {
  const { activeElement } = document;
  const isBelow =
    activeElement !== null &&
    activeElement !== document.body &&
    (host.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const before = isBelow ? activeElement.getBoundingClientRect().top : 0;
  change();
  if (isBelow) scrollBy(0, activeElement.getBoundingClientRect().top - before);
}
