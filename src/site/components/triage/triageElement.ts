import type { Language } from '../../../core/article/language.ts';
import { leaveReply } from '../../../core/operations/desk/replyHandOver.ts';
import { readVisit } from '../../../core/operations/desk/visit.ts';
import { leaveHandOver } from '../../../core/operations/handOver.ts';
import { contactValues, leaveContactDraft } from '../../../core/operations/triage/contactDraft.ts';
import { dropSecrets } from '../../../core/operations/triage/dropSecrets.ts';
import { handOverOf, identifiersOf, summaryOf } from '../../../core/operations/triage/summary.ts';
import {
  change,
  choose,
  fieldsAsked,
  goBack,
  NEW_WALK,
  note,
  positionOf,
  stepAt,
  type Walk,
} from '../../../core/operations/triage/walk.ts';
import type { EvidenceField } from '../../../core/operations/triage/triageTree.ts';
import type { SecretKind } from '../../../core/privacy/secret.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import { actionButton, make } from '../dom.ts';
import { sessionStore } from '../sessionStore.ts';
import { sayIn, type TriageData } from './triageData.ts';
import { endView, isAgents, summaryView } from './triageEndView.ts';
import { explorerView, fieldsView, type FieldsContext } from './triageFields.ts';
import { stepView, trailView } from './triageStepView.ts';
import { keepKeys, keysAreOn, TriageStore } from './triageStore.ts';

/** A tree, walked step by step. Everything happens in the page; what was noted goes somewhere on a press, and only then. */
export class TriageElement extends HTMLElement {
  #data!: TriageData;
  #store!: TriageStore;
  #walk: Walk = NEW_WALK;
  /** The place of an earlier question that is answered anew. */
  #editing: number | undefined;
  #customer!: Language;
  #keys = true;
  readonly #view = make('div', 'fl-walk');
  readonly #status = make('p', 'fl-status');

  connectedCallback(): void {
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as TriageData;
    const { slug, version, tree, language } = this.#data;
    this.#store = new TriageStore(`${tree.audience}:${slug}`, version);
    this.#walk = this.#store.read(tree);
    // Whoever comes from a ticket at the desk answers it in its language.
    this.#customer = (isAgents(this.#data) ? readVisit(sessionStore())?.spoken : undefined) ?? language;
    this.#keys = keysAreOn();
    this.#status.setAttribute('role', 'status');
    this.append(this.#status, this.#view, this.#keysView());
    this.#render();
    document.addEventListener('keydown', this.#onKey);
    addEventListener('pagehide', this.#onLeave);
    // The outline has done its work for those without a script.
    document.querySelector('.fl-whole')?.removeAttribute('open');
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    removeEventListener('pagehide', this.#onLeave);
  }

  #choose(answer: number): void {
    const { tree, language } = this.#data;
    const before = this.#walk;
    const place = this.#editing ?? before.choices.length;
    const step = stepAt(tree, before, place);
    if (!step?.answers[answer]) return;
    const after =
      this.#editing === undefined
        ? choose(tree, before, answer)
        : change(tree, before, this.#editing, answer);
    this.#go(after, sayIn(this.#data)('walk.answered', { answer: step.answers[answer][language] }));
  }

  #back(): void {
    if (this.#editing !== undefined) return this.#go(this.#walk, '');
    if (this.#walk.choices.length === 0) return;
    this.#go(goBack(this.#walk), sayIn(this.#data)('walk.wentBack'));
  }

  #restart(): void {
    this.#store.clear();
    this.#walk = NEW_WALK;
    this.#go(NEW_WALK, sayIn(this.#data)('walk.restarted'));
  }

  #go(walk: Walk, announcement: string, editing?: number): void {
    this.#walk = walk;
    this.#editing = editing;
    if (walk !== NEW_WALK) this.#store.write(walk);
    this.#render();
    this.#announce(announcement);
    this.#view.querySelector<HTMLElement>('#fl-question')?.focus();
  }

  #announce(text: string): void {
    this.#status.textContent = text;
  }

  /** @returns the kinds of secrets that were found, alone or together with what was noted before; they are not kept */
  #note(id: string, value: string): readonly SecretKind[] {
    const noted = note(this.#walk, id, value);
    const { evidence, kinds } = dropSecrets(noted.evidence, findSecrets);
    this.#walk = { ...noted, evidence };
    this.#store.write(this.#walk);
    this.#renderSummary();
    return kinds;
  }

  #render(): void {
    const { tree } = this.#data;
    const position = positionOf(tree, this.#walk);
    const place = this.#editing ?? this.#walk.choices.length;
    const step =
      position.kind === 'step' || this.#editing !== undefined ? stepAt(tree, this.#walk, place) : undefined;
    const trail = trailView(this.#walk, this.#data, this.#editing, (at) => this.#go(this.#walk, '', at));
    const main = step
      ? stepView(
          step,
          place,
          this.#walk.choices[place]?.answer,
          this.#data,
          [...this.#fields(step.evidence), ...this.#explorer(step.evidence)],
          (answer) => this.#choose(answer),
        )
      : position.kind === 'end' &&
        endView(position.end, this.#data, this.#fields(fieldsAsked(tree, this.#walk)), this.#actions());
    this.#view.replaceChildren(...trail, ...(main ? [main] : []), this.#movesView());
    this.#renderSummary();
  }

  #renderSummary(): void {
    this.#view.querySelector('.fl-summary')?.remove();
    const position = positionOf(this.#data.tree, this.#walk);
    const isWanted = isAgents(this.#data) || (position.kind === 'end' && position.end.kind === 'contact');
    if (position.kind === 'end' && this.#editing === undefined && isWanted)
      this.#view.querySelector('.fl-end')?.after(summaryView(this.#walk, this.#data, this.#actions()));
  }

  #fields(fields: readonly EvidenceField[]): HTMLElement[] {
    return fieldsView(fields, this.#fieldsContext());
  }

  /** A link to what was noted before; a step with a field for the hash has one of its own. */
  #explorer(fields: readonly EvidenceField[]): HTMLElement[] {
    if (fields.some(({ kind }) => kind === 'hash')) return [];
    return explorerView(fieldsAsked(this.#data.tree, this.#walk), this.#fieldsContext());
  }

  #fieldsContext(): FieldsContext {
    return {
      language: this.#data.language,
      say: sayIn(this.#data),
      evidence: () => this.#walk.evidence,
      exposed: this.#data.hrefs.exposed,
      note: (id, value) => this.#note(id, value),
    };
  }

  #actions(): Parameters<typeof endView>[3] {
    return {
      customer: this.#customer,
      setCustomer: (language) => {
        this.#customer = language;
        this.#renderSummary();
        this.#view.querySelector<HTMLElement>('#fl-customer')?.focus();
      },
      escalate: () => this.#escalate(),
      reply: (id) => this.#reply(id),
      contact: () => this.#contact(),
      announce: (text) => this.#announce(text),
    };
  }

  #escalate(): void {
    const { tree, language, hrefs } = this.#data;
    const handOver = handOverOf(tree, this.#walk, language, this.#customer, (other) =>
      sayIn(this.#data, other),
    );
    if (hrefs.escalate !== undefined && leaveHandOver(sessionStore(), handOver, findSecrets))
      location.assign(hrefs.escalate);
    else this.#announce(sayIn(this.#data)('walk.notKept'));
  }

  /** What the walk knows fills the reply in that it leads to. */
  #reply(reply: string): void {
    const { tree, language } = this.#data;
    const { noted } = summaryOf(tree, this.#walk, language, sayIn(this.#data));
    leaveReply(
      sessionStore(),
      { reply, language: this.#customer, identifiers: identifiersOf(noted) },
      findSecrets,
    );
  }

  #contact(): void {
    const { tree, language, hrefs } = this.#data;
    const say = sayIn(this.#data);
    const values = contactValues(tree, this.#walk, language, say);
    // Without storage the form is empty, and still there.
    leaveContactDraft(sessionStore(), values, say('contact.heading'), findSecrets);
    location.assign(hrefs.contact);
  }

  #movesView(): HTMLElement {
    const say = sayIn(this.#data);
    const row = make('div', 'fl-moves');
    if (this.#walk.choices.length === 0) return row;
    const back = actionButton(say('walk.back'), () => this.#back());
    back.setAttribute('aria-keyshortcuts', 'Backspace');
    const restart = actionButton(say('walk.restart'), () => this.#restart());
    row.append(back, restart);
    return row;
  }

  /** Single keys can be switched off: whoever speaks to the computer types letters without meaning to. */
  #keysView(): HTMLElement {
    const label = make('label', 'fl-keys');
    const box = make('input');
    box.type = 'checkbox';
    box.checked = this.#keys;
    box.addEventListener('change', () => {
      this.#keys = box.checked;
      keepKeys(box.checked);
    });
    label.append(box, make('span', '', sayIn(this.#data)('walk.keys')));
    return label;
  }

  /** What was typed and not yet left goes with the rest, through the same check. */
  readonly #onLeave = (): void => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement && this.#view.contains(activeElement))
      activeElement.dispatchEvent(new Event('change'));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (!this.#keys || !isPlain || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === 'Backspace') this.#back();
    else if (/^[1-9]$/.test(event.key)) this.#choose(Number(event.key) - 1);
    else return;
    event.preventDefault();
  };
}

/** Whether keys are text where the focus is, or choose something in a list. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target.matches('input:not([type=checkbox], [type=radio], [type=button])');
}
