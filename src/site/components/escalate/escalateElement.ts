import { draftFrom, EMPTY_DRAFT, type Draft } from '../../../core/operations/escalation/draft.ts';
import type { Format } from '../../../core/operations/escalation/formats/format.ts';
import { gapsOf } from '../../../core/operations/escalation/missing.ts';
import { severityOf } from '../../../core/operations/escalation/severity.ts';
import type { Team } from '../../../core/operations/escalation/team.ts';
import { writeEscalation } from '../../../core/operations/escalation/write.ts';
import { permalink } from '../../../core/operations/desk/permalink.ts';
import { LAYERS } from '../../../core/mining/layer.ts';
import { incidentCommand } from '../../../core/operations/triage/incidentCommand.ts';
import { SEVERITIES, takeHandOver, type HandOver } from '../../../core/operations/handOver.ts';
import { copyToClipboard } from '../clipboard.ts';
import type { EscalateData } from './escalateData.ts';
import { EscalateFields } from './escalateForm.ts';
import { gapItems, showGaps } from './escalateGaps.ts';
import { guardField, takeLog } from './escalateGuard.ts';
import { make } from '../dom.ts';
import { onOverlong } from '../overlong.ts';
import { earlierDraft, keepDraft, markFilled, putAside, storedDraft, swapDrafts } from './escalateDrafts.ts';
import { sessionStore } from '../sessionStore.ts';
import { say, type Strings } from '../words.ts';

/** How long after the last key the form is looked at. */
const PAUSE_MS = 250;
/** A field is long, in UTF-16 units, and then looked through less often. */
const LONG = 20_000;
const LONG_PAUSE_MS = 1_500;

/** The escalation builder. What is typed stays in this tab, without its secrets, until it is copied. */
export class EscalateElement extends HTMLElement {
  #data!: EscalateData;
  #words!: Strings;
  #fields!: EscalateFields;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClearing = false;
  /** What another page left, while its words may still be had in another team's language. */
  #handed: HandOver | undefined;
  /** The format that was chosen; undefined for the team's own. */
  #format: Format | undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(
      this.querySelector('script[type="application/json"]')!.textContent,
    ) as EscalateData;
    this.#words = this.#data.words[this.#data.language];
    const form = this.querySelector('form')!;
    this.#fields = new EscalateFields(form);
    this.#begin();
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('paste', (event) => this.#pasted(event));
    form.addEventListener('input', ({ target }) => {
      clearTimeout(this.#timer);
      const isLong = target instanceof HTMLTextAreaElement && target.value.length > LONG;
      this.#timer = setTimeout(() => this.#look(target, false), isLong ? LONG_PAUSE_MS : PAUSE_MS);
    });
    form.addEventListener('change', ({ target }) => this.#look(target, true));
    // Also when the tab goes while somebody types: nothing is kept that was not looked at.
    window.addEventListener('pagehide', () => this.#look(document.activeElement, true));
    for (const radio of this.querySelectorAll<HTMLInputElement>('input[name="format"]'))
      radio.addEventListener('change', () => {
        this.#format = radio.value as Format;
        this.#refresh();
      });
    this.querySelector('.fl-missing')!.addEventListener('click', (event) => this.#goTo(event));
    this.querySelector('.fl-copy')!.addEventListener('click', () => void this.#copy());
    this.querySelector('.fl-clear')!.addEventListener('click', () => this.#clear());
    this.querySelector('.fl-earlier button')!.addEventListener('click', () => this.#backToEarlier());
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      this.#look(event.target, true);
      void this.#copy();
    });
    for (const control of this.#fields.controls) this.#sayIfCut(control);
  }

  /** What was handed over comes before a draft: it is what the agent has just done. The draft is put aside. */
  #begin(): void {
    this.#handed = takeHandOver(sessionStore());
    if (this.#handed) putAside();
    const draft = this.#handed ? this.#filledIn(this.#handed) : storedDraft();
    if (draft) this.#show(draft);
    else this.#refresh();
    if (!this.#handed) return;
    markFilled();
    this.#announce('prefilled');
    const [gap] = gapsOf(this.#fields.read(), this.#team(this.#fields.read()), this.#data, Date.now());
    if (gap) this.#focusOn(gap.field);
  }

  #show(draft: Draft): void {
    this.#fields.write(draft);
    for (const control of this.#fields.controls) this.#guard(control, true);
    this.#refresh();
  }

  #filledIn(handOver: HandOver): Draft {
    const { publicSite, internal, words } = this.#data;
    const { language } = this.#team({ ...EMPTY_DRAFT, team: handOver.team ?? '' });
    const labels = Object.fromEntries(
      Object.entries(words[language]).map(([key, text]) => [key.replace(/^identifier\./, ''), text]),
    );
    const addressOf = (slug: string): string =>
      permalink(internal.includes(slug) ? this.#ownSite : publicSite, slug);
    return draftFrom(handOver, labels, addressOf, language);
  }

  /** Another team reads another language: what was handed over in both, and not changed since, is said in its own. */
  #translate(): void {
    const words = this.#handed?.words;
    if (!this.#handed || !words) return;
    const draft = this.#fields.read();
    const { id, language } = this.#team(draft);
    const values = { ...draft.values };
    const own = this.#filledIn({ ...this.#handed, team: id }).values;
    const others = this.#data.teams.filter((other) => other.language !== language);
    for (const other of others) {
      const theirs = this.#filledIn({ ...this.#handed, team: other.id }).values;
      for (const [field, text] of Object.entries(theirs))
        if (values[field] === text) values[field] = own[field] ?? '';
    }
    this.#fields.write({ ...draft, values });
  }

  #backToEarlier(): void {
    keepDraft(this.#fields.read());
    const draft = swapDrafts();
    if (draft) this.#show(draft);
    this.#announce('earlierShown');
  }

  get #ownSite(): string {
    return new URL(this.#data.base, location.href).href;
  }

  #pasted(event: ClipboardEvent): void {
    const { target, clipboardData } = event;
    if (!(target instanceof HTMLTextAreaElement) || target.name !== 'logs' || !clipboardData) return;
    event.preventDefault();
    const note = this.#noteOf('logs');
    takeLog(target, clipboardData.getData('text/plain'), note, this.#words, this.#data.exposed);
    this.#refresh();
  }

  #look(target: EventTarget | null, everything: boolean): void {
    clearTimeout(this.#timer);
    if (this.#isClearing) this.#askToClear(false);
    this.#guard(target, everything);
    if (target instanceof HTMLInputElement && target.name === 'team') this.#translate();
    this.#refresh();
  }

  #sayIfCut(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
    if (control instanceof HTMLSelectElement || control.maxLength < 0) return;
    onOverlong(control, control.maxLength, () => {
      const most = control.maxLength.toLocaleString('en');
      const note = this.#noteOf(control.name);
      note.replaceChildren(make('span', '', say(this.#words, 'cut', { most })));
    });
  }

  #guard(target: EventTarget | null, everything: boolean): void {
    const isText =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
    if (!isText || !this.contains(target)) return;
    guardField(target, everything, this.#noteOf(target.name), this.#words, this.#data.exposed);
  }

  #refresh(): void {
    const draft = this.#fields.read();
    const team = this.#team(draft);
    const asked = new Set(['summary', ...team.sections.flatMap(({ fields }) => fields)]);
    this.#fields.show(asked, new Set(team.required));
    this.#showSeverity(draft);
    keepDraft(draft);
    this.querySelector<HTMLElement>('.fl-earlier')!.hidden = earlierDraft() === undefined;
    const gaps = gapsOf(draft, team, this.#data, Date.now());
    const heading = this.querySelector('#missing')!;
    heading.textContent = say(this.#words, gaps.length === 0 ? 'missing.none' : 'missing.count', {
      count: String(gaps.length),
    });
    const missing = this.querySelector<HTMLElement>('.fl-missing')!;
    missing.dataset['complete'] = String(gaps.length === 0);
    const list = missing.querySelector('ul')!;
    showGaps(list, gapItems(gaps, team, this.#words, this.#data.language, this.#openIncident(draft)));
    this.querySelector('.fl-copy')!.setAttribute('aria-disabled', String(gaps.length > 0));
    const output = this.querySelector('.fl-output')!;
    const text = this.#write(draft, team);
    output.textContent = draft.reasons.length > 0 || Object.keys(draft.values).length > 0 ? text : '';
    output.setAttribute('lang', team.language);
    this.querySelector('.fl-in-language')!.textContent = say(this.#words, 'inLanguage', {
      language: say(this.#words, `language.${team.language}`),
    });
  }

  /** The line that opens an incident, for the two levels that are one. */
  #openIncident({ reasons, values }: Draft): string | undefined {
    const severity =
      SEVERITIES.find((level) => level === values['severity']) ?? severityOf(reasons, this.#data);
    const layer = LAYERS.find((known) => known === values['layer']);
    return severity === 'sev1' || severity === 'sev2' ? incidentCommand({ severity, layer }) : undefined;
  }

  /** What the facts give, and the question why, where another level was chosen. */
  #showSeverity({ reasons, values }: Draft): void {
    const implied = severityOf(reasons, this.#data);
    const [byMatrix] = this.querySelector<HTMLSelectElement>('#severity')!.options;
    byMatrix!.textContent = implied
      ? say(this.#words, 'byMatrix', { level: implied })
      : say(this.#words, 'noLevel');
    const isOther =
      values['severity'] !== undefined && implied !== undefined && values['severity'] !== implied;
    const level = values['severity'] ?? implied;
    const meaning = this.#data.levels.find((known) => known.level === level);
    const shown = this.querySelector('#severity-meaning')!;
    const said = meaning
      ? say(this.#words, 'levelMeans', {
          level: meaning.level,
          meaning: meaning.summary[this.#data.language],
        })
      : '';
    // Said again only when it is another.
    if (shown.textContent !== said) shown.textContent = said;
    this.querySelector<HTMLElement>('[data-field="severityNote"]')!.hidden =
      !isOther && !values['severityNote'];
  }

  #write(draft: Draft, team: Team): string {
    const format = this.#format ?? team.format;
    const radio = this.querySelector<HTMLInputElement>(`input[name="format"][value="${format}"]`)!;
    radio.checked = true;
    // A chosen value is stored in English, and shown in the team's language.
    const values = { ...draft.values };
    for (const { id, choices } of team.extra) {
      const chosen = choices?.find(({ en }) => en === values[id]);
      if (chosen) values[id] = chosen[team.language];
    }
    return writeEscalation({ ...draft, values }, team, this.#data, this.#data.words[team.language], format, [
      this.#data.publicSite,
      this.#ownSite,
    ]);
  }

  async #copy(): Promise<void> {
    const draft = this.#fields.read();
    const team = this.#team(draft);
    if (gapsOf(draft, team, this.#data, Date.now()).length > 0) {
      const heading = this.querySelector<HTMLElement>('#missing')!;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'center' });
      return;
    }
    this.#announce((await copyToClipboard(this.#write(draft, team))) ? 'copied' : 'copyFailed');
  }

  /** The second press deletes: one slip must not cost half an hour. */
  #clear(): void {
    if (!this.#isClearing) return this.#askToClear(true);
    this.#askToClear(false);
    this.#fields.write({ ...EMPTY_DRAFT, team: this.#fields.read().team });
    for (const note of this.querySelectorAll('[data-note]')) note.replaceChildren();
    this.#refresh();
  }

  #askToClear(isClearing: boolean): void {
    this.#isClearing = isClearing;
    this.querySelector('.fl-clear')!.textContent = say(this.#words, isClearing ? 'clearConfirm' : 'clear');
  }

  /** To the field itself, also where it stands within a closed or scrolled part. */
  #goTo(event: Event): void {
    const id = event.target instanceof HTMLAnchorElement ? event.target.hash.slice(1) : '';
    if (id !== '' && this.#focusOn(id)) event.preventDefault();
  }

  #focusOn(id: string): boolean {
    // Of the facts the first one: the level follows from them.
    const field =
      id === 'severity' ? this.querySelector<HTMLElement>('[name="reason"]') : document.getElementById(id);
    if (!field) return false;
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: 'center' });
    return true;
  }

  #team({ team }: Draft): Team {
    return this.#data.teams.find(({ id }) => id === team) ?? this.#data.teams[0]!;
  }

  #noteOf(field: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-note="${CSS.escape(field)}"]`)!;
  }

  #announce(key: string): void {
    this.querySelector('.fl-status')!.textContent = say(this.#words, key);
  }
}
