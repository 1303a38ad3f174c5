import { saveFile } from '../saveFile.ts';
import type { Language } from '../../../core/article/language.ts';
import {
  EMPTY_LOG,
  LINK_LOG_KEY,
  readLinkLog,
  totalsOf,
  withLink,
  withTicket,
  type LinkLog,
} from '../../../core/operations/desk/linkLog.ts';
import { linkLogCsv } from '../../../core/operations/desk/linkLogCsv.ts';
import type { DeskData } from './deskData.ts';
import { say } from '../words.ts';

/** Counts in this browser what was linked, and hands it out on a press. */
export class DeskCounts {
  readonly #section: HTMLElement;
  readonly #data: DeskData;
  /** Of the ticket in the box: the language under which it was counted, and what was linked for it. */
  #counted: Language | undefined;
  readonly #linked = new Set<string>();

  constructor(section: HTMLElement, data: DeskData) {
    this.#section = section;
    this.#data = data;
    section.querySelector('.fl-csv')!.addEventListener('click', () => {
      saveFile('desk-links.csv', 'text/csv', linkLogCsv(stored()));
    });
    section.querySelector('.fl-json')!.addEventListener('click', () => {
      saveFile('desk-links.json', 'application/json', `${JSON.stringify(stored(), null, 2)}\n`);
    });
    section.querySelector('.fl-forget')!.addEventListener('click', () => this.#keep(EMPTY_LOG));
    this.#show();
  }

  /** Something was looked up for the ticket in the box; counts once a ticket. */
  looked(language: Language): void {
    if (this.#counted !== undefined) return;
    this.#counted = language;
    this.#keep(withTicket(stored(), today(), language));
  }

  /** An article was linked; counts once a ticket. */
  linked(slug: string, language: Language): void {
    if (this.#linked.has(slug)) return;
    const first = this.#linked.size === 0 ? this.#counted : undefined;
    this.#linked.add(slug);
    this.#keep(withLink(stored(), today(), slug, language, first));
  }

  /** Slugs linked for the ticket in the box. */
  get slugs(): readonly string[] {
    return [...this.#linked];
  }

  /** The language under which the ticket in the box was counted. */
  get counted(): Language | undefined {
    return this.#counted;
  }

  /** Goes on with a ticket that was counted before. */
  resume(counted: Language | undefined, linked: readonly string[]): void {
    this.#counted = counted;
    for (const slug of linked) this.#linked.add(slug);
  }

  nextTicket(): void {
    this.#counted = undefined;
    this.#linked.clear();
  }

  #keep(log: LinkLog): void {
    try {
      localStorage.setItem(LINK_LOG_KEY, JSON.stringify(log));
    } catch {
      // Where nothing may be kept, nothing is counted.
    }
    this.#show();
  }

  #show(): void {
    const { seen, linked, links, rate } = totalsOf(stored());
    const isEmpty = seen === 0 && links === 0;
    const values = { seen, linked, links, rate: Math.round((rate ?? 0) * 100) };
    const text = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    this.#section.querySelector('.fl-totals')!.textContent = isEmpty
      ? say(this.#data.say, 'counts.none')
      : say(this.#data.say, 'counts.text', text);
    this.#section.querySelector<HTMLElement>('.fl-exports')!.hidden = isEmpty;
  }
}

function stored(): LinkLog {
  try {
    return readLinkLog(localStorage.getItem(LINK_LOG_KEY));
  } catch {
    return EMPTY_LOG;
  }
}

/** The agent's day, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
