import type { Language } from '../../../core/article/language.ts';
import type { ChecklistItem } from '../../../core/operations/access/checklist.ts';
import { isDay } from '../../../core/operations/access/day.ts';
import {
  evidenceCsv,
  evidenceJson,
  evidenceMarkdown,
  stateOf,
  type EvidenceRow,
} from '../../../core/operations/access/evidence.ts';
import { evidenceOf, quarterOf, readRuns, type Run, type Runs } from '../../../core/operations/access/run.ts';
import { findCoreSecrets } from '../../../core/privacy/coreSecrets.ts';
import { accessLine, type AccessLine } from './accessLine.ts';
import { make } from '../dom.ts';
import { saveFile } from '../saveFile.ts';
import { say, type Strings } from '../words.ts';

interface AccessData {
  readonly slug: string;
  readonly title: string;
  readonly items: readonly ChecklistItem[];
  readonly isReview: boolean;
  readonly language: Language;
  readonly say: Strings;
}

/** The boxes of a runbook, kept for each person or quarter in this browser only: names are personal data. */
export class AccessElement extends HTMLElement {
  #data!: AccessData;
  #lines: readonly AccessLine[] = [];
  #runs!: Runs;
  #isPlaced = false;
  #isDeleting = false;
  /** The line that was ticked before anybody said who ticks. */
  #waiting: number | undefined;

  connectedCallback(): void {
    if (this.#isPlaced) return;
    this.#isPlaced = true;
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as AccessData;
    const boxes = [...document.querySelectorAll<HTMLLIElement>('li.task-list-item')];
    // The list as it stands is still there to be read.
    if (boxes.length !== this.#data.items.length) return this.remove();
    this.#place(boxes[0]!);
    this.#runs = readRuns(stored(this.#key));
    this.#lines = boxes.map((box, i) => accessLine(box, this.#data.items[i]!, () => this.#tick(i)));
    this.#input('by').value = this.#runs.by;
    this.#input('subject').value = this.#data.isReview ? quarterOf(today()) : '';
    this.#input('day0').value = today();
    this.#input('by').addEventListener('change', () => this.#named());
    this.querySelector('select')!.addEventListener('change', ({ target }) =>
      this.#keep({ ...this.#runs, shown: (target as HTMLSelectElement).value }),
    );
    this.querySelector('.fl-access-start')!.addEventListener('click', () => this.#start());
    this.querySelector('.fl-access-delete')!.addEventListener('click', () => this.#delete());
    for (const button of this.querySelectorAll<HTMLElement>('[data-export]'))
      button.addEventListener('click', () => this.#export(button.dataset['export']!));
    // Another tab of the same browser may have ticked something.
    window.addEventListener('storage', ({ key }) => {
      if (key !== this.#key) return;
      this.#runs = readRuns(stored(this.#key));
      this.#show();
    });
    this.#show();
  }

  /** Above the first part of the list, not above the steps before it. */
  #place(box: HTMLElement): void {
    const list = box.closest('ul')!;
    const above = list.previousElementSibling;
    const isHeading = above?.matches('.sl-heading-wrapper, h2, h3, h4') ?? false;
    (isHeading ? above! : list).before(this);
  }

  get #key(): string {
    return `firstline.access.${this.#data.slug}`;
  }

  get #shown(): Run | undefined {
    return this.#runs.runs.find(({ id }) => id === this.#runs.shown);
  }

  #start(): void {
    const subject = this.#typed('subject');
    const day0 = this.#input('day0').value;
    if (subject === '' || !isDay(day0)) return this.#input(subject === '' ? 'subject' : 'day0').focus();
    const run: Run = { id: crypto.randomUUID(), subject, day0, ticks: {} };
    this.querySelector('details')!.open = false;
    this.#keep({ ...this.#runs, runs: [...this.#runs.runs, run], shown: run.id });
    this.querySelector('select')!.focus();
  }

  /** Somebody said who ticks; the line that waited for it is ticked now. */
  #named(): void {
    const place = this.#waiting;
    const by = this.#typed('by');
    this.#keep({ ...this.#runs, by });
    if (by === '' || place === undefined) return;
    this.#lines[place]!.box.checked = true;
    this.#tick(place);
  }

  #tick(place: number): void {
    const run = this.#shown;
    const { box } = this.#lines[place]!;
    const by = this.#typed('by');
    this.#waiting = undefined;
    if (!run) {
      box.checked = false;
      this.querySelector('details')!.open = true;
      this.#input('subject').focus();
      return this.#announce(say(this.#data.say, 'begin'));
    }
    if (box.checked && by === '') {
      box.checked = false;
      this.#waiting = place;
      this.#input('by').focus();
      return this.#announce(say(this.#data.say, 'nameFirst', { system: this.#data.items[place]!.system }));
    }
    const { [this.#data.items[place]!.key]: _tick, ...others } = run.ticks;
    const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const ticks = box.checked ? { ...others, [this.#data.items[place]!.key]: { by, at } } : others;
    this.#keep({
      ...this.#runs,
      by,
      runs: this.#runs.runs.map((known) => (known === run ? { ...run, ticks } : known)),
    });
  }

  #delete(): void {
    const run = this.#shown;
    if (!run) return;
    if (!this.#isDeleting) return this.#askToDelete(true);
    const runs = this.#runs.runs.filter((known) => known !== run);
    this.#keep({ ...this.#runs, runs, shown: runs.at(-1)?.id ?? '' });
  }

  #askToDelete(isDeleting: boolean): void {
    this.#isDeleting = isDeleting;
    this.querySelector('.fl-access-delete')!.textContent = say(
      this.#data.say,
      isDeleting ? 'deleteConfirm' : 'delete',
    );
  }

  #keep(runs: Runs): void {
    this.#runs = runs;
    try {
      localStorage.setItem(this.#key, JSON.stringify(runs));
    } catch {
      this.#announce(say(this.#data.say, 'notKept'));
      return;
    }
    this.#show();
  }

  #show(): void {
    this.#askToDelete(false);
    const run = this.#shown;
    this.querySelector('select')!.replaceChildren(
      ...(run ? [] : [new Option(say(this.#data.say, 'none'), '')]),
      ...this.#runs.runs.map(
        ({ id, subject, day0 }) => new Option(`${subject} (${day0})`, id, false, id === run?.id),
      ),
    );
    this.#waiting = undefined;
    this.querySelector('.fl-access-paper')!.textContent = run
      ? say(this.#data.say, 'paper', {
          subject: run.subject,
          day0: run.day0,
          by: this.#runs.by || '—',
          at: today(),
        })
      : '';
    const rows = run ? evidenceOf(this.#data.slug, run, this.#data.items) : [];
    for (const [i, line] of this.#lines.entries()) line.show(rows[i], today(), this.#data.say);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-export], .fl-access-delete'))
      button.disabled = !run;
    this.#announce(run ? this.#summary(rows) : say(this.#data.say, 'begin'));
  }

  #summary(rows: readonly EvidenceRow[]): string {
    const states = rows.map((row) => stateOf(row, today()));
    const count = (state: string): string => String(states.filter((known) => known === state).length);
    return say(this.#data.say, 'summary', {
      done: count('done'),
      total: String(rows.length),
      overdue: count('overdue'),
      today: count('today'),
    });
  }

  #export(kind: string): void {
    const run = this.#shown;
    if (!run) return;
    const { slug, title, items, say: words } = this.#data;
    const rows = evidenceOf(slug, run, items);
    // The subject is personal: a name of a file travels further than what is in it.
    const name = `${slug.split('/').at(-1)!}-${run.day0}`;
    if (kind === 'csv') return saveFile(`${name}.csv`, 'text/csv', evidenceCsv(rows));
    if (kind === 'json') return saveFile(`${name}.json`, 'application/json', evidenceJson(rows));
    const columns = ['part', 'system', 'owner', 'due', 'doneBy', 'doneAt'] as const;
    const [part, system, owner, due, doneBy, doneAt] = columns.map((column) =>
      say(words, `column.${column}`),
    );
    const text = evidenceMarkdown(rows, {
      title,
      day0: say(words, 'day0'),
      columns: [part!, system!, owner!, due!, doneBy!, doneAt!],
    });
    saveFile(`${name}.md`, 'text/markdown', text);
  }

  /** What was typed on one line; a secret is taken out at once and kept nowhere. */
  #typed(name: string): string {
    const input = this.#input(name);
    if (findCoreSecrets(input.value).length > 0) {
      input.value = '';
      this.#announce(say(this.#data.say, 'secret'));
    }
    return input.value.trim();
  }

  #input(name: string): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
  }

  #announce(text: string): void {
    const summary = this.querySelector('.fl-access-summary')!;
    if (summary.textContent !== text) summary.replaceChildren(make('span', '', text));
  }
}

/** The agent's own day. */
function today(): string {
  const now = new Date();
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
