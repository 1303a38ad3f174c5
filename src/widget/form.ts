// The part of the widget that a page needs whose form it sends itself: fields, drafts, sending.
import {
  checkField,
  FIELD_IDS,
  ISSUE_TYPES,
  type FieldId,
  type FieldValues,
  type IssueType,
  type Problem,
} from '../core/deflection/issueType.ts';
import { explorerUrl, networksFor } from '../core/deflection/networks.ts';
import { TicketNotDelivered, TicketRefused } from '../core/deflection/outcome.ts';
import { parseTicketTarget, type TicketTarget } from '../core/deflection/ticketTarget.ts';
import type { Finder, SecretKind } from '../core/privacy/secret.ts';
import type { FirstlineDeflector } from './deflector.ts';
import { DraftStore } from './draftStore.ts';
import { element } from './element.ts';
import { showError, showErrors } from './fieldErrors.ts';
import { setValue, withoutSecrets, type Field } from './fields.ts';
import { FORM_STRINGS, type FormStrings } from './formStrings.ts';
import { offerLanguage } from './languageOffer.ts';

import { notSentView, sendingView, sentView } from './outcomeView.ts';
import { send, type FormDraft } from './send.ts';

/** Of the field that people do not see. */
const TRAP = 'website';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class TicketForm {
  readonly #element: FirstlineDeflector;
  readonly #find: Finder<SecretKind>;
  readonly #store: DraftStore;
  #startedAt = Date.now();
  /** Of the words that were sent last: the same words are the same ticket, others are another. */
  #key: { readonly words: string; readonly id: string } | undefined;
  #isSending = false;

  constructor(widget: FirstlineDeflector, find: Finder<SecretKind>, signal: AbortSignal) {
    this.#element = widget;
    this.#find = find;
    this.#store = new DraftStore(widget.form.container?.id ?? '');
    this.#restore();
    // Only when the page goes away: half a recovery phrase is not yet recognised as one while it is typed.
    addEventListener('pagehide', () => this.#save(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#save(), { signal });
    document.addEventListener('change', ({ target }) => widget.form.owns(target) && this.#check(target), {
      signal,
    });
  }

  /** Sends what is in the form; what becomes of it is shown in the panel. */
  async send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      await this.#sendTo(parseTicketTarget(this.#element.getAttribute('target') ?? ''));
    } finally {
      this.#isSending = false;
    }
  }

  async #sendTo(target: TicketTarget): Promise<void> {
    const strings = this.#strings();
    const form = this.#form();
    const draft = this.#draft();
    showErrors(form, {});
    this.#element.say(sendingView(strings));
    try {
      const receipt = await send(target, draft, this.#find, {
        trap: this.#value(TRAP),
        startedAt: this.#startedAt,
      });
      this.#element.say(sentView(target, receipt, this.#context(draft)));
      if (target.kind === 'mailto' || target.kind === 'copy') return;
      // Only what was sent goes: whoever typed on meanwhile keeps it.
      if (this.#element.form.value('description') !== draft.description) return;
      form.reset();
      this.#element.tried.clear();
      this.#store.clear();
    } catch (error) {
      this.#failed(error, draft);
    }
  }

  #failed(error: unknown, draft: FormDraft): void {
    console.warn('Firstline could not send the ticket:', error instanceof Error ? error.message : error);
    const strings = this.#strings();
    if (error instanceof TicketRefused) {
      const sentences = Object.fromEntries(
        Object.entries(error.fields).map(([name, problem]) => [name, sentenceFor(name, problem, strings)]),
      );
      this.#element.say(notSentView(error, this.#context(draft)));
      showErrors(this.#form(), sentences)?.focus();
      return;
    }
    const lost =
      error instanceof TicketNotDelivered ? error : new TicketNotDelivered(String(error), false, error);
    this.#element.say(notSentView(lost, this.#context(draft)));
  }

  #context(draft: FormDraft) {
    const { kb, language } = this.#element;
    return {
      kb,
      language,
      strings: this.#strings(),
      support: this.#element.getAttribute('support') ?? '',
      next: this.#element.getAttribute('next') ?? '',
      again: () => void this.send(),
      copy: () => send({ kind: 'copy' }, draft, this.#find),
      mail: (address: string) => send({ kind: 'mailto', address }, draft, this.#find),
    };
  }

  #draft(): FormDraft {
    const { form, tried, language, answeredBy } = this.#element;
    const issueType = ISSUE_TYPES.find((type) => type === this.#value('issueType'));
    const fields: FieldValues = Object.fromEntries(FIELD_IDS.map((id) => [id, this.#value(id)]));
    const words = {
      subject: form.value('subject'),
      description: form.value('description'),
      email: form.value('email'),
      name: form.value('name') || undefined,
      issueType: issueType as IssueType | undefined,
      fields,
    };
    const written = JSON.stringify(words);
    if (this.#key?.words !== written) this.#key = { words: written, id: crypto.randomUUID() };
    return {
      version: 1,
      idempotencyKey: this.#key.id,
      ...words,
      language,
      articles: tried.toJSON(),
      ...answeredBy,
    };
  }

  /** Checks a field that was left, and shows where its transaction is. */
  #check(target: EventTarget | null): void {
    const { form, language } = this.#element;
    const description = form.field('description');
    if (description && target === description) offerLanguage(description, description.value, language);
    const id = FIELD_IDS.find((known) => known === (target as Control | null)?.name);
    if (!id) return;
    const values = Object.fromEntries(FIELD_IDS.map((known) => [known, this.#value(known)]));
    const hash = values['transactionHash'] ?? '';
    // One network only has hashes of this shape: nobody need be asked which.
    const [only, ...others] = networksFor(hash);
    if (id === 'transactionHash' && values['network'] === '' && only && others.length === 0)
      this.#control('network')!.value = only;
    for (const known of new Set<FieldId>([id, 'transactionHash'])) {
      const control = this.#control(known);
      const problem = checkField(known, this.#value(known), values);
      if (control) showError(control, problem && sentenceFor(known, problem, this.#strings()));
    }
    this.#linkExplorer(explorerUrl(this.#value('network'), hash));
  }

  #linkExplorer(url: string | undefined): void {
    const id = 'firstline-explorer';
    document.getElementById(id)?.remove();
    if (url === undefined) return;
    const attributes = {
      id,
      href: url,
      target: '_blank',
      rel: 'noopener noreferrer',
      class: 'firstline-explorer',
    };
    this.#control('transactionHash')?.after(element('a', attributes, this.#strings().explorer));
  }

  /** Keeps what was written, without what is secret in it. */
  #save(): void {
    const texts = this.#element.form.texts();
    const clean = new Map(withoutSecrets(texts, this.#find).map((value, i) => [texts[i] as Control, value]));
    const values = this.#controls().map(
      (control) => [control.name, clean.get(control) ?? control.value] as const,
    );
    this.#store.write({
      values: Object.fromEntries(values.filter(([, value]) => value !== '')),
      tried: this.#element.tried.toJSON(),
    });
  }

  #restore(): void {
    const kept = this.#store.read();
    if (!kept) return;
    this.#element.tried.restore(kept.tried);
    for (const control of this.#controls(true)) {
      const value = kept.values[control.name];
      if (value === undefined || control.name === TRAP) continue;
      if (control instanceof HTMLInputElement && control.type === 'radio')
        control.checked = control.value === value;
      // What a person has written since is newer.
      else if (control.value === '') {
        if (control instanceof HTMLSelectElement) control.value = value;
        else setValue(control as Field, value);
      }
    }
  }

  /** @param all radio buttons that are not chosen, too */
  #controls(all = false): Control[] {
    return [...this.#form().elements].filter(
      (control): control is Control =>
        (control instanceof HTMLInputElement ||
          control instanceof HTMLTextAreaElement ||
          control instanceof HTMLSelectElement) &&
        control.name !== '' &&
        control.type !== 'hidden' &&
        (all || !(control instanceof HTMLInputElement && control.type === 'radio') || control.checked),
    );
  }

  #control(name: string): Control | undefined {
    return this.#controls(true).find((control) => control.name === name);
  }

  #value(name: string): string {
    return this.#controls().find((control) => control.name === name)?.value ?? '';
  }

  #form(): HTMLFormElement {
    return this.#element.form.container as HTMLFormElement;
  }

  #strings(): FormStrings {
    return FORM_STRINGS[this.#element.language];
  }
}

/** Our sentence for one of our problems; a vendor's own sentence as it is. */
function sentenceFor(name: string, problem: string, { problems, trap }: FormStrings): string {
  if (name === TRAP || name === 'trap') return trap;
  const known = problems[problem as Problem] as FormStrings['problems'][Problem] | undefined;
  return known ? (known[name] ?? known['']!) : problem;
}
