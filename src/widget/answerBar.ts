import type { Language } from '../core/article/language.ts';
import { element } from './element.ts';
import { STRINGS } from './strings.ts';
import type { Hint } from './telling.ts';

/** On anything wider the panel is near what is being written, and there is no keyboard over half of the page. */
const NARROW = '(max-width: 40rem)';
/** Of a panel that begins lower, nobody sees what it is. */
const SEEN_PX = 72;
/** A panel that begins above what is to be seen is read by whoever has so much of it before them. */
const READ_SHARE = 0.4;

/**
 * One line at the lower edge of what is to be seen, above the keyboard of a phone: says that something stands in the panel,
 * which is out of sight, and leads there when it is pressed. It lies over the page, so that nothing moves while somebody
 * writes, and takes no focus.
 */
export class AnswerBar {
  readonly #text = element('span', {});
  readonly #show = element('span', { class: 'show' });
  /** In the top layer, where there is one: no host's header or box lies over it, or catches it. */
  readonly element = element(
    'button',
    { type: 'button', popover: 'manual', class: 'answer-bar', part: 'answer-bar', hidden: '' },
    this.#text,
    this.#show,
  );
  readonly #content: HTMLElement;
  #hint: Hint | undefined;
  #frame = 0;

  /** @param content holds the panels; the last of them is the one that is told of */
  constructor(content: HTMLElement) {
    this.#content = content;
    // Focus stays in the field until the press is done: a keyboard that closes would take the bar from under the finger.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.element.addEventListener('click', () => this.#lead());
  }

  /** Whether the page is so narrow that it is this bar that tells. */
  get isNarrow(): boolean {
    return matchMedia(NARROW).matches;
  }

  watch(signal: AbortSignal): void {
    const options = { signal, capture: true, passive: true };
    const soon = (): void => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#update());
    };
    for (const event of ['scroll', 'resize', 'focusin']) addEventListener(event, soon, options);
    for (const event of ['scroll', 'resize']) visualViewport?.addEventListener(event, soon, options);
  }

  /** Says what stands in the panel, from now on. */
  offer(hint: Hint | undefined, language: Language): void {
    this.#hint = hint;
    this.#text.textContent = hint?.text ?? '';
    this.#show.textContent = STRINGS[language].show;
    this.element.lang = language;
    this.element.classList.toggle('alarming', hint?.kind === 'warning');
    this.#update();
  }

  #update(): void {
    const { element: bar } = this;
    const isShown = this.isNarrow && this.#isMissed();
    if (bar.hidden === isShown) {
      bar.hidden = !isShown;
      if (bar.isConnected && 'showPopover' in bar) bar.togglePopover(isShown);
    }
    if (!isShown) return;
    const { left, bottom, width } = sight();
    Object.assign(bar.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: `${bottom - bar.offsetHeight}px`,
    });
  }

  /** Whether there is something to tell of that is out of sight. */
  #isMissed(): boolean {
    const target = this.#target();
    if (!this.#hint || !target?.checkVisibility()) return false;
    const { top, bottom } = sight();
    const panel = target.getBoundingClientRect();
    if (panel.top > bottom - SEEN_PX) return true;
    // Whoever is past the articles has seen them; a warning comes also to somebody further down.
    return this.#hint.kind !== 'articles' && panel.bottom < top + READ_SHARE * (bottom - top);
  }

  #lead(): void {
    const target = this.#target();
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'start', behavior: isCalm ? 'instant' : 'smooth' });
  }

  #target(): HTMLElement | undefined {
    return [...this.#content.querySelectorAll<HTMLElement>('.panel')].at(-1);
  }
}

/** The part of the page that is to be seen: a keyboard and zooming with two fingers make it smaller than the window. */
function sight(): { top: number; left: number; bottom: number; width: number } {
  const {
    offsetTop: top,
    offsetLeft: left,
    height,
    width,
  } = visualViewport ?? {
    offsetTop: 0,
    offsetLeft: 0,
    height: innerHeight,
    width: innerWidth,
  };
  return { top, left, bottom: top + height, width };
}
