import { dashboardUrl, linkTo, type SignalLink } from '../../../core/operations/signals/link.ts';
import type { Observability } from '../../../core/operations/signals/observability.ts';
import type { Signal } from '../../../core/operations/signals/signal.ts';
import {
  SPANS,
  USUAL_SPAN,
  windowAround,
  type Span,
  type TimeWindow,
} from '../../../core/operations/signals/timeWindow.ts';
import { findCoreSecrets } from '../../../core/privacy/coreSecrets.ts';
import { copyToClipboard } from '../clipboard.ts';
import { say, type Strings } from '../words.ts';
import { filterSignals } from './filterSignals.ts';

interface SignalsData {
  readonly tools: Observability;
  /** By runbook and id. */
  readonly signals: Readonly<Record<string, Signal>>;
  /** The names of variables in the agent's language. */
  readonly labels: Readonly<Record<string, string>>;
  readonly say: Strings;
}

/** Links to the deployment's tools, made anew whenever the time or a value changes. Nothing is kept or sent. */
export class SignalsElement extends HTMLElement {
  #data!: SignalsData;
  #isPlaced = false;

  connectedCallback(): void {
    if (this.#isPlaced) return;
    this.#isPlaced = true;
    this.#data = JSON.parse(
      this.querySelector('script[type="application/json"]')!.textContent,
    ) as SignalsData;
    const anchor = this.dataset['anchor'];
    const heading = anchor === undefined ? null : document.getElementById(anchor);
    (heading?.closest('.sl-heading-wrapper') ?? heading)?.after(this);
    this.addEventListener('input', ({ target }) =>
      (target as HTMLElement).closest('.fl-signals-filter') ? this.#filter() : this.#refresh(),
    );
    this.addEventListener('click', (event) => this.#copyForPasting(event));
    this.#refresh();
    // A browser that comes back to a page keeps what was typed.
    this.#filter();
  }

  #filter(): void {
    const { found, total, isFiltered } = filterSignals(this);
    const status = this.querySelector('.fl-signals-found');
    const text = isFiltered
      ? say(this.#data.say, 'found', { found: String(found), total: String(total) })
      : '';
    if (status && status.textContent !== text) status.textContent = text;
  }

  #refresh(): void {
    const { values, isRefused } = this.#values();
    const note = this.querySelector('.fl-signals-note')!;
    const text = isRefused ? say(this.#data.say, 'secret') : '';
    if (note.textContent !== text) note.textContent = text;
    for (const row of this.querySelectorAll<HTMLElement>('[data-signal]')) {
      const signal = this.#data.signals[row.dataset['signal']!]!;
      const span = this.#chosenSpan() ?? signal.window ?? USUAL_SPAN;
      const window = this.#window(span);
      row.querySelector('.fl-span')!.textContent = say(this.#data.say, `span.${span}`);
      this.#show(row, linkTo(signal, this.#data.tools, window, values, Date.now()));
      const dashboard = row.querySelector<HTMLAnchorElement>('.fl-dashboard');
      if (dashboard) setHref(dashboard, dashboardUrl(signal, this.#data.tools, window, Date.now()));
    }
  }

  /** What was typed, but nothing that looks like a secret: an address is kept in histories and logs. */
  #values(): { readonly values: Readonly<Record<string, string>>; readonly isRefused: boolean } {
    const typed = [...this.querySelectorAll<HTMLInputElement>('[data-variable]')];
    const isRefused = findCoreSecrets(typed.map(({ value }) => value).join('\n')).length > 0;
    return {
      values: isRefused
        ? {}
        : Object.fromEntries(typed.map((input) => [input.dataset['variable']!, input.value])),
      isRefused,
    };
  }

  /** What was chosen for all; undefined as long as each signal looks back as far as it says itself. */
  #chosenSpan(): Span | undefined {
    const chosen = this.querySelector<HTMLSelectElement>('[name="span"]')!.value;
    return SPANS.find((known) => known === chosen);
  }

  #window(span: Span): TimeWindow {
    const moment = new Date(this.querySelector<HTMLInputElement>('[name="moment"]')!.value).getTime();
    return Number.isNaN(moment) ? { kind: 'last', span } : windowAround(moment, span);
  }

  #show(row: HTMLElement, made: SignalLink): void {
    const link = row.querySelector<HTMLAnchorElement>('.fl-tool')!;
    const why = row.querySelector('.fl-open > small')!;
    setHref(link, made.kind === 'link' ? made.url : undefined);
    link.dataset['paste'] = made.kind === 'link' && made.mustPaste ? made.query : '';
    why.textContent = this.#why(made);
  }

  #why(made: SignalLink): string {
    if (made.kind === 'no-tool') return say(this.#data.say, 'noTool');
    if (made.kind === 'link') return made.mustPaste ? say(this.#data.say, 'paste') : '';
    const { missing, wrong } = made;
    const names = (list: readonly string[]): string =>
      list.map((name) => this.#data.labels[name] ?? name).join(say(this.#data.say, 'comma'));
    return [
      missing.length > 0 ? say(this.#data.say, 'missing', { names: names(missing) }) : '',
      wrong.length > 0 ? say(this.#data.say, 'wrong', { names: names(wrong) }) : '',
    ].join(' ');
  }

  /** An explorer that takes no query in its address gets it by the clipboard. */
  #copyForPasting(event: Event): void {
    const query = event.target instanceof HTMLAnchorElement ? event.target.dataset['paste'] : '';
    if (query) void copyToClipboard(query);
  }
}

function setHref(link: HTMLAnchorElement, url: string | undefined): void {
  if (url === undefined) link.removeAttribute('href');
  else link.href = url;
}
