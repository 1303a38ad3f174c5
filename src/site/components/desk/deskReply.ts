import type { Language } from '../../../core/article/language.ts';
import { maskSecrets } from '../../../core/operations/desk/ticketText.ts';
import { fillReply, fillRest, unfilled } from '../../../core/operations/replies/fillReply.ts';
import { lightForms, type LightForms } from '../../../core/operations/replies/lightText.ts';
import { frameText, type PreparedReply } from '../../../core/operations/replies/preparedReply.ts';
import { isOfType, type VariableType } from '../../../core/operations/replies/variables.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import type { DeskData } from './deskData.ts';
import { make } from '../dom.ts';
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

/** The box in which a reply is filled in and changed. Nothing of it is kept when the page goes. */
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

  constructor(section: HTMLElement, data: DeskData) {
    this.#section = section;
    this.#data = data;
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
    this.#choices = [...this.#repliesTo(slug), this.#short(slug)];
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
    this.#fields.replaceChildren(...reply.variables.map((variable) => this.#field(variable)));
    const draft = this.#drafts.get(this.#key());
    this.#text.lang = this.#language;
    this.#show(
      draft?.isEdited ? draft : { text: fillReply(reply, this.#values, this.#language), isEdited: false },
    );
  }

  #field({ name, type, label }: PreparedReply['variables'][number]): HTMLElement {
    const id = `reply-${name}`;
    const input = make('input');
    Object.assign(input, {
      id,
      type: type === 'date' ? 'date' : 'text',
      autocomplete: 'off',
      spellcheck: false,
    });
    input.dataset['name'] = name;
    input.value = this.#values[name] ?? '';
    if (type === 'lastFour') input.inputMode = 'numeric';
    const error = make('p', 'fl-field-error');
    error.id = `${id}-error`;
    input.setAttribute('aria-describedby', error.id);
    input.addEventListener('input', () => this.#typed(name, type, input, error));
    input.addEventListener('change', () => this.#judge(type, input, error));
    const caption = make('label', '', label[this.#data.language]);
    caption.htmlFor = id;
    const isLong = type === 'hash' || type === 'link';
    return make('div', isLong ? 'fl-variable fl-wide' : 'fl-variable', caption, input, error);
  }

  #typed(name: string, type: VariableType, input: HTMLInputElement, error: HTMLElement): void {
    const masked = maskSecrets(input.value, findSecrets);
    if (masked.kinds.length > 0) input.value = masked.text;
    this.#values = { ...this.#values, [name]: input.value };
    if (input.getAttribute('aria-invalid') === 'true') this.#judge(type, input, error);
    const reply = this.#reply!;
    const isEdited = this.#drafts.get(this.#key())?.isEdited ?? false;
    const text = isEdited
      ? fillRest(reply, this.#text.value, this.#values, this.#language)
      : fillReply(reply, this.#values, this.#language);
    this.#show({ text, isEdited });
  }

  #judge(type: VariableType, input: HTMLInputElement, error: HTMLElement): void {
    const isWrong = input.value.trim() !== '' && !isOfType(type, input.value);
    input.setAttribute('aria-invalid', String(isWrong));
    error.textContent = isWrong ? say(this.#data.say, `reply.wrong.${type}`) : '';
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
    this.#show({ text: fillReply(this.#reply, this.#values, this.#language), isEdited: false });
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

  /** What can be sent as it is comes first: the others say that somebody has looked something up. */
  #repliesTo(slug: string): PreparedReply[] {
    const replies = this.#data.replies.filter(({ article }) => article === slug);
    return replies.toSorted((a, b) => a.variables.length - b.variables.length);
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
