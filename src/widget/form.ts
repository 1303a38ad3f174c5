// The part of the widget that a page needs whose form it sends itself: fields, drafts, sending.
import {
  checkField,
  FIELD_IDS,
  ISSUE_TYPES,
  type FieldId,
  type FieldValues,
  type Problem,
} from '../core/deflection/issueType.ts';
import { explorerUrl, networksFor } from '../core/deflection/networks.ts';
import { TicketNotDelivered, TicketRefused } from '../core/deflection/outcome.ts';
import { parseTicketTarget, type TicketTarget } from '../core/deflection/ticketTarget.ts';
import type { Finder, SecretKind } from '../core/privacy/secret.ts';
import type { FirstlineDeflector } from './deflector.ts';
import { DraftKeeper } from './draftKeeper.ts';
import { element } from './element.ts';
import { showError, showErrors } from './fieldErrors.ts';
import { FormControls, type Control } from './formControls.ts';
import { FORM_STRINGS, type FormStrings } from './formStrings.ts';
import { offerLanguage } from './languageOffer.ts';
import { parseOfficialChannels } from './officialChannels.ts';
import { notSentView, sendingView, sentView, slowView, type OutcomeContext } from './outcomeView.ts';
import { send, type FormDraft } from './send.ts';
import { TRAP } from './trap.ts';

/** Whoever has waited so long for an answer is told the other ways. */
const SLOW_MS = 5000;

export class TicketForm {
  readonly #element: FirstlineDeflector;
  readonly #find: Finder<SecretKind>;
  readonly #controls: FormControls;
  readonly #drafts: DraftKeeper;
  #startedAt = Date.now();
  /** Of the words that were sent last: the same words are the same ticket, others are another. */
  #key: { readonly words: string; readonly id: string } | undefined;
  /** What is under way. Aborted, it makes no further try, and another may begin. */
  #sending: AbortController | undefined;

  constructor(widget: FirstlineDeflector, find: Finder<SecretKind>, signal: AbortSignal) {
    const { form, tried } = widget;
    this.#element = widget;
    this.#find = find;
    this.#controls = new FormControls(form);
    this.#drafts = new DraftKeeper({ form, controls: this.#controls, tried, find });
    this.#drafts.restore();
    this.#drafts.watch(signal);
    document.addEventListener('change', ({ target }) => form.owns(target) && this.#check(target), { signal });
  }

  /**
   * Sends what is in the form; what becomes of it is shown in the panel.
   * @param target where the page says, if it is left out
   */
  async send(target?: TicketTarget): Promise<void> {
    if (this.#sending?.signal.aborted === false) return;
    const sending = new AbortController();
    this.#sending = sending;
    const draft = this.#draft();
    showErrors(this.#controls.element, new Map());
    this.#element.say(sendingView(this.#strings()));
    const slow = setTimeout(() => this.#element.say(this.#slowView(draft, sending)), SLOW_MS);
    sending.signal.addEventListener('abort', () => clearTimeout(slow));
    try {
      await this.#sendTo(target ?? parseTicketTarget(this.#element.settings.value('target')), draft, sending);
    } catch (error) {
      // Where another is under way by now, this one's failure is nobody's business any more.
      if (this.#sending === sending) this.#failed(error, draft);
    } finally {
      clearTimeout(slow);
      if (this.#sending === sending) this.#sending = undefined;
    }
  }

  async #sendTo(target: TicketTarget, draft: FormDraft, { signal }: AbortController): Promise<void> {
    const evidence = { trap: this.#controls.value(TRAP), startedAt: this.#startedAt };
    const receipt = await send(target, draft, this.#find, evidence, signal);
    this.#element.say(sentView(target.kind, receipt, this.#context(draft)));
    if (target.kind === 'mailto' || target.kind === 'copy') return;
    // Only what was sent goes: whoever typed on meanwhile keeps it.
    if (this.#element.form.value('description') !== draft.description) return;
    this.#controls.element.reset();
    this.#element.tried.clear();
    this.#drafts.clear();
  }

  #slowView(draft: FormDraft, sending: AbortController): HTMLElement {
    const { mail, ...context } = this.#context(draft);
    // A try that went out may have arrived, also if nobody waits for the answer.
    const stopped = new TicketNotDelivered('Sending was stopped.', true);
    return slowView(
      {
        ...context,
        mail: (address) => {
          sending.abort();
          mail(address);
        },
      },
      () => {
        sending.abort();
        this.#element.say(notSentView(stopped, this.#context(draft)));
      },
    );
  }

  #failed(error: unknown, draft: FormDraft): void {
    console.warn('Firstline could not send the ticket:', error instanceof Error ? error.message : error);
    const context = this.#context(draft);
    const { isFree } = this.#element;
    if (!(error instanceof TicketRefused)) {
      const lost =
        error instanceof TicketNotDelivered ? error : new TicketNotDelivered(String(error), false, error);
      this.#element.say(notSentView(lost, context));
      return;
    }
    const { atControls, elsewhere } = this.#complaints(error);
    const isMended = 'trap' in error.fields;
    if (isMended) this.#controls.find(TRAP)!.value = '';
    this.#element.say(
      notSentView(error, context, { sentences: elsewhere, isAtField: atControls.size > 0, isMended }),
    );
    const first = showErrors(this.#controls.element, atControls);
    if (isFree) first?.focus();
  }

  /** What is wrong, at the controls that people see, and all that has none. */
  #complaints({ fields }: TicketRefused): { atControls: Map<Element, string>; elsewhere: string[] } {
    const { form } = this.#element;
    const strings = this.#strings();
    const atControls = new Map<Element, string>();
    const elsewhere: string[] = [];
    for (const [name, problem] of Object.entries(fields)) {
      const sentence = sentenceFor(name, problem, strings);
      const isWatched = name === 'subject' || name === 'description' || name === 'email' || name === 'name';
      const control = (isWatched && form.field(name)) || this.#controls.find(name);
      if (control?.checkVisibility()) atControls.set(control, sentence);
      // Nobody can do anything with "Please fill this in." alone.
      else elsewhere.push(/^(?:trap|base|\d*)$/.test(name) ? sentence : `${name}: ${sentence}`);
    }
    return { atControls, elsewhere };
  }

  #context(draft: FormDraft): OutcomeContext {
    const { settings } = this.#element;
    const { kb, language } = settings;
    return {
      kb,
      language,
      strings: this.#strings(),
      support: settings.value('support'),
      next: settings.value('next'),
      channels: parseOfficialChannels(settings.value('official')),
      again: () => void this.send(),
      copy: () => send({ kind: 'copy' }, draft, this.#find),
      mail: (address) => void this.send({ kind: 'mailto', address }),
    };
  }

  #draft(): FormDraft {
    const { form, tried, answeredBy } = this.#element;
    const words = {
      subject: form.value('subject'),
      description: form.value('description'),
      email: form.value('email'),
      name: form.value('name') || undefined,
      issueType: ISSUE_TYPES.find((type) => type === this.#controls.value('issueType')),
      fields: this.#values(),
    };
    const written = JSON.stringify(words);
    if (this.#key?.words !== written) this.#key = { words: written, id: crypto.randomUUID() };
    return {
      version: 1,
      idempotencyKey: this.#key.id,
      ...words,
      language: this.#element.settings.language,
      articles: tried.toJSON(),
      ...answeredBy,
    };
  }

  #values(): FieldValues {
    return Object.fromEntries(FIELD_IDS.map((id) => [id, this.#controls.value(id)]));
  }

  /** Checks a field that was left, and shows where its transaction is. */
  #check(target: EventTarget | null): void {
    const { form, settings } = this.#element;
    const description = form.field('description');
    if (description && target === description)
      offerLanguage(description, description.value, settings.language);
    const id = FIELD_IDS.find((known) => known === (target as Control | null)?.name);
    if (!id) return;
    const { network, transactionHash = '' } = this.#values();
    // One network only has hashes of this shape: nobody need be asked which.
    const [only, ...others] = networksFor(transactionHash);
    if (id === 'transactionHash' && network === '' && only && others.length === 0)
      this.#controls.find('network')!.value = only;
    const values = this.#values();
    for (const known of new Set<FieldId>([id, 'transactionHash'])) {
      const control = this.#controls.find(known);
      const problem = checkField(known, this.#controls.value(known), values);
      if (control) showError(control, problem && sentenceFor(known, problem, this.#strings()));
    }
    this.#linkExplorer(explorerUrl(values.network ?? '', transactionHash));
  }

  #linkExplorer(url: string | undefined): void {
    const id = 'firstline-explorer';
    document.getElementById(id)?.remove();
    if (url === undefined) return;
    const attributes = { id, href: url, target: '_blank', rel: 'noopener noreferrer', class: id };
    this.#controls.find('transactionHash')?.after(element('a', attributes, this.#strings().explorer));
  }

  #strings(): FormStrings {
    return FORM_STRINGS[this.#element.settings.language];
  }
}

/** Our sentence for one of our problems; a vendor's own sentence as it is. */
function sentenceFor(name: string, problem: string, { problems, trap }: FormStrings): string {
  if (name === 'trap') return trap;
  const known = problems[problem as Problem] as FormStrings['problems'][Problem] | undefined;
  return known ? (known[name] ?? known['']!) : problem;
}
