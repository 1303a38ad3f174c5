import type { Language } from '../../../core/article/language.ts';
import { customerLine, isInternal, knownIncident } from '../../../core/operations/desk/knownIncident.ts';
import type { PublishedIncident } from '../../../core/operations/incidents/published.ts';
import { knownLine } from '../../../core/operations/incidents/words.ts';
import type { DeskData } from './deskData.ts';
import { actionButton, make } from '../dom.ts';
import { watchStatus } from '../incidents/incidentFeed.ts';
import { say } from '../words.ts';

/** What stands before the articles: the incident under way that the ticket is most likely about. */
export class DeskIncident {
  readonly #place: HTMLElement;
  readonly #data: DeskData;
  readonly #copy: () => void;
  readonly #tell: (line: string) => void;
  #incidents: readonly PublishedIncident[] = [];
  #about:
    { readonly text: string; readonly slugs: readonly string[]; readonly language: Language } | undefined;
  #known: PublishedIncident | undefined;

  /**
   * @param copy copies what the customer is told, and says so
   * @param tell says a line once, to those who look and to those who listen
   */
  constructor(place: HTMLElement, data: DeskData, copy: () => void, tell: (line: string) => void) {
    this.#place = place;
    this.#data = data;
    this.#copy = copy;
    this.#tell = tell;
    watchStatus(data.hrefs.statusJson, (status) => {
      this.#incidents = status?.incidents ?? [];
      this.#show();
    });
  }

  /** The ticket in the box; undefined while there is none. */
  look(
    about:
      { readonly text: string; readonly slugs: readonly string[]; readonly language: Language } | undefined,
  ): void {
    this.#about = about;
    this.#show();
  }

  /** For whoever the case is handed to. */
  stepIn(language: Language): string | undefined {
    return this.#known && `${this.#known.id}: ${this.#known.title[language]}`;
  }

  /** What a customer is told; undefined if there is no incident, or none that they may hear of. */
  lineIn(language: Language): string | undefined {
    return this.#known && customerLine(this.#known, language, this.#data.publicSite, Date.now());
  }

  /** The same in the language of the ticket's customer. */
  get forCustomer(): string | undefined {
    return this.#about && this.lineIn(this.#about.language);
  }

  /** There is an incident, and customers may not hear of it. */
  get isInternal(): boolean {
    return this.#known !== undefined && isInternal(this.#known);
  }

  #show(): void {
    const about = this.#about;
    const known = about && knownIncident(about, this.#incidents, Date.now());
    const isAnother = known?.id !== this.#known?.id;
    this.#known = known;
    if (!known) return this.#place.replaceChildren();
    const line = knownLine(known, this.#data.language, Date.now());
    if (isAnother) {
      this.#place.replaceChildren(...this.#parts(known));
      this.#tell(line);
    }
    // It says how old the news is, and grows older; who has the focus within it keeps it.
    this.#place.querySelector('p')!.textContent = line;
  }

  #parts(incident: PublishedIncident): HTMLElement[] {
    const { say: strings, hrefs } = this.#data;
    const link = make('a', '', say(strings, 'known.more'));
    link.href = `${hrefs.status}#${encodeURIComponent(incident.id)}`;
    link.target = '_blank';
    if (isInternal(incident)) {
      const warning = make('strong', 'fl-alarm', say(strings, 'card.internal'));
      return [make('p'), warning, make('div', 'fl-actions', link)];
    }
    const copy = actionButton(say(strings, 'known.copy'), this.#copy, 'k');
    return [make('p'), make('div', 'fl-actions', copy, link)];
  }
}
