import type { Language } from '../../../core/article/language.ts';
import type { Visit } from '../../../core/operations/desk/visit.ts';
import { maskSecrets } from '../../../core/operations/desk/ticketText.ts';
import { fillReply, fillRest, unfilled } from '../../../core/operations/replies/fillReply.ts';
import { lightForms, type LightForms } from '../../../core/operations/replies/lightText.ts';
import { frameText, type PreparedReply } from '../../../core/operations/replies/preparedReply.ts';
import { byKnown } from '../../../core/operations/replies/knownValues.ts';
import { withNotice } from '../../../core/operations/replies/withNotice.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import type { DeskData } from './deskData.ts';
import { make } from '../dom.ts';
import { replyField } from './replyField.ts';
import { say } from '../words.ts';

/** What may be copied, or why not yet. */
export type ReplyToCopy =
  | { readonly is: 'ready'; readonly slug: string; readonly forms: LightForms }
  | { readonly is: 'missing'; readonly labels: readonly string[] }
  | { readonly is: 'none' };

interface Draft {
  readonly text: string;
  readonly isEdited: boolean;
}

/** The box in which a reply is filled in and changed. */
export class DeskReply {
  readonly #section: HTMLElement;
  readonly #data: DeskData;
  readonly #which: HTMLSelectElement;
  readonly #fields: HTMLElement;
  readonly #text: HTMLTextAreaElement;
  readonly #drafts = new Map<string, Draft>();
  /** What was typed, by the variable's name: another reply that asks for the same has it already. */
  #values: Readonly<Record<string, string>> = {};
  #choices: readonly PreparedReply[] = [];
  #reply: PreparedReply | undefined;
  #language: Language = 'en';
  #article = '';

  /** What customers are told of an incident under way; undefined while there is none. */
  readonly #notice: (language: Language) => string | undefined;

  constructor(section: HTMLElement, data: DeskData, notice: (language: Language) => string | undefined) {
    this.#section = section;
    this.#data = data;
    this.#notice = notice;
    this.#which = section.querySelector('select')!;
    this.#fields = section.querySelector('.fl-variables')!;
    this.#text = section.querySelector('textarea')!;
    this.#which.addEventListener('change', () => this.#choose(this.#which.value));
    this.#text.addEventListener('input', () => this.#edited());
    section.querySelector('.fl-reset')!.addEventListener('click', () => this.#reset());
  }

  get isOpen(): boolean {
    return !this.#section.hidden;
  }

  /** Opens the replies to an article, the first or the given one, and goes to what is to be filled in. */
  open(slug: string, language: Language, known: Readonly<Record<string, string>>, id?: string): void {
    this.#values = { ...known, ...this.#values };
    this.#language = language;
    this.#article = slug;
    const replies = this.#data.replies.filter(({ article }) => article === slug);
    this.#choices = [...byKnown(replies, this.#values), this.#short(slug)];
    const { language: agents } = this.#data;
    this.#which.replaceChildren(
      ...this.#choices.map(({ id: value, use }) => {
        const option = make('option', '', use[agents]);
        option.value = value;
        return option;
      }),
    );
    this.#section.hidden = false;
    const chosen = this.#choices.find((choice) => choice.id === id) ?? this.#choices[0]!;
    this.#which.value = chosen.id;
    this.#choose(chosen.id);
    this.focus();
  }

  /** Goes on in another language; what was written in the first one stays for coming back. */
  speak(language: Language): void {
    this.#language = language;
    if (this.#reply) this.#choose(this.#reply.id);
  }

  /** There is news of an incident: a reply that nobody has changed says it. */
  refresh(): void {
    if (this.isOpen) this.speak(this.#language);
  }

  /** What is to be kept while the agent is on another page; undefined while no reply is open. */
  get visit(): Visit['reply'] {
    if (!this.isOpen || !this.#reply) return undefined;
    const edited = [...this.#drafts].filter(([, { isEdited }]) => isEdited);
    return {
      article: this.#article,
      id: this.#reply.id,
      values: { ...this.#values },
      drafts: edited.map(([key, { text }]) => ({ key, text })),
    };
  }

  /** Opens a reply as it was kept. */
  resume({ article, id, values, drafts }: NonNullable<Visit['reply']>, language: Language): void {
    for (const { key, text } of drafts) this.#drafts.set(key, { text, isEdited: true });
    this.open(article, language, values, id);
  }

  /** To the first field that is not filled in, else to the text. */
  focus(): void {
    const names = this.#reply ? unfilled(this.#reply, this.#text.value) : [];
    const field =
      this.#fields.querySelector<HTMLInputElement>(`[data-name="${names[0] ?? ''}"]`) ?? this.#text;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
  }

  toCopy(): ReplyToCopy {
    if (!this.isOpen || !this.#reply) return { is: 'none' };
    const names = unfilled(this.#reply, this.#text.value);
    if (names.length > 0) return { is: 'missing', labels: names.map((name) => this.#labelOf(name)) };
    return { is: 'ready', slug: this.#reply.article, forms: lightForms(this.#text.value, this.#language) };
  }

  close(): void {
    this.#section.hidden = true;
    this.#reply = undefined;
    this.#drafts.clear();
    this.#values = {};
  }

  #choose(id: string): void {
    const reply = this.#choices.find((choice) => choice.id === id);
    if (!reply) return;
    this.#reply = reply;
    const { language, say: strings } = this.#data;
    this.#fields.replaceChildren(
      ...reply.variables.map((variable) =>
        replyField(variable, this.#values[variable.name] ?? '', language, strings, (value) =>
          this.#typed(variable.name, value),
        ),
      ),
    );
    const draft = this.#drafts.get(this.#key());
    this.#text.lang = this.#language;
    this.#show(draft?.isEdited ? draft : { text: this.#filled(reply), isEdited: false });
  }

  #filled(reply: PreparedReply): string {
    const text = fillReply(reply, this.#values, this.#language);
    const { greeting } = this.#data.frames[this.#language];
    return withNotice(text, greeting, this.#notice(this.#language));
  }

  #typed(name: string, value: string): void {
    this.#values = { ...this.#values, [name]: value };
    const reply = this.#reply!;
    const isEdited = this.#drafts.get(this.#key())?.isEdited ?? false;
    const text = isEdited
      ? fillRest(reply, this.#text.value, this.#values, this.#language)
      : this.#filled(reply);
    this.#show({ text, isEdited });
  }

  #edited(): void {
    const masked = maskSecrets(this.#text.value, findSecrets, this.#text.selectionStart);
    if (masked.kinds.length > 0) {
      this.#text.value = masked.text;
      this.#text.setSelectionRange(masked.caret, masked.caret);
    }
    this.#show({ text: this.#text.value, isEdited: true });
  }

  #reset(): void {
    if (!this.#reply) return;
    this.#show({ text: this.#filled(this.#reply), isEdited: false });
    this.#text.focus();
  }

  #show(draft: Draft): void {
    this.#drafts.set(this.#key(), draft);
    if (this.#text.value !== draft.text) {
      this.#text.value = draft.text;
      // A text that is put in is read from its beginning, not from its end.
      if (document.activeElement !== this.#text) this.#text.setSelectionRange(0, 0);
    }
    this.#section.querySelector<HTMLElement>('.fl-changed')!.hidden = !draft.isEdited;
  }

  #key(): string {
    return `${this.#reply?.id} ${this.#language}`;
  }

  #labelOf(name: string): string {
    return (
      this.#reply?.variables.find((variable) => variable.name === name)?.label[this.#data.language] ?? name
    );
  }

  /** For every article there is a reply: what it says in a sentence, and its link. */
  #short(slug: string): PreparedReply {
    const { articles, frames, publicSite, say: strings } = this.#data;
    const about = articles[slug]?.description ?? { en: '', 'zh-CN': '' };
    const settings = { site: publicSite, frames, variables: { en: {}, 'zh-CN': {} } };
    const use = say(strings, 'reply.short');
    return {
      id: '',
      article: slug,
      use: { en: use, 'zh-CN': use },
      variables: [],
      text: {
        en: frameText(about.en, slug, 'en', settings),
        'zh-CN': frameText(about['zh-CN'], slug, 'zh-CN', settings),
      },
    };
  }
}
