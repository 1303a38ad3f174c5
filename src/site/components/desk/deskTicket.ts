import { LANGUAGES, type Language } from '../../../core/article/language.ts';
import { customerLanguage, maskSecrets } from '../../../core/operations/desk/ticketText.ts';
import { MAX_TICKET } from '../../../core/operations/desk/visit.ts';
import type { SecretKind } from '../../../core/privacy/secret.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import type { DeskData } from './deskData.ts';
import { make } from '../dom.ts';
import { onOverlong } from '../overlong.ts';
import { say } from '../words.ts';

/** A text is long, in UTF-16 units, and then looked through only in pauses. */
const LONG = 4_000;
const PAUSE_MS = 300;

/** The box for the ticket: what leaves it has no secrets, and a language. */
export class DeskTicket {
  readonly #root: HTMLElement;
  readonly #data: DeskData;
  readonly #field: HTMLTextAreaElement;
  readonly #changed: (what: 'text' | 'language') => void;
  readonly #kinds = new Set<SecretKind>();
  /** What the agent says the language is, against what was found. */
  #override: Language | undefined;
  #found: ReturnType<typeof customerLanguage> & { readonly of: string } = {
    of: '',
    language: 'en',
    isOther: false,
  };
  #isCut = false;
  /** Typed since the box was last looked through. */
  #isUnseen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed the text or its language is another */
  constructor(root: HTMLElement, data: DeskData, changed: (what: 'text' | 'language') => void) {
    this.#root = root;
    this.#data = data;
    this.#changed = changed;
    this.#field = root.querySelector('textarea')!;
    onOverlong(this.#field, MAX_TICKET, () => (this.#isCut = true));
    this.#field.addEventListener('input', (event) => this.#hear(event));
    this.#field.addEventListener('compositionend', () => this.#take());
    root.querySelector('.fl-languages')!.addEventListener('change', (event) => {
      const { value } = event.target as HTMLInputElement;
      this.override = LANGUAGES.find((language) => language === value);
      changed('language');
    });
    // Typed before this script ran, or kept by the browser over a reload.
    this.#mask();
    this.#show();
  }

  /** Without secrets, whenever it is asked for. */
  get text(): string {
    if (this.#isUnseen) this.#mask();
    return this.#field.value;
  }

  set text(text: string) {
    this.#override = undefined;
    this.#kinds.clear();
    this.#isCut = text.length > MAX_TICKET;
    const taken = text.slice(0, MAX_TICKET).toWellFormed();
    this.#field.value = maskSecrets(taken, (found) => this.#find(found)).text.slice(0, MAX_TICKET);
    this.#show();
  }

  /** Says that what came was longer than what was taken. */
  markCut(): void {
    this.#isCut = true;
    this.#show();
  }

  get language(): Language {
    return this.#override ?? (this.text.trim() === '' ? this.#data.language : this.#foundLanguage.language);
  }

  get override(): Language | undefined {
    return this.#override;
  }

  set override(language: Language | undefined) {
    this.#override = language;
    this.#show();
  }

  switchLanguage(): void {
    this.override = this.language === 'en' ? 'zh-CN' : 'en';
  }

  focus(): void {
    this.#field.focus();
  }

  #hear(event: Event): void {
    // Half a word of pinyin is no text yet, and changing it would end the composition.
    if (event instanceof InputEvent && event.isComposing) return;
    const isTyped =
      event instanceof InputEvent && /^(?:insertText|insertLineBreak|delete)/.test(event.inputType);
    clearTimeout(this.#timer);
    this.#isUnseen = true;
    // Looking through a long text at every key would hold the keys up; what is pasted is looked through at once.
    if (isTyped && this.#field.value.length > LONG) this.#timer = setTimeout(() => this.#take(), PAUSE_MS);
    else this.#take();
  }

  #take(): void {
    this.#mask();
    if (this.#field.value.trim() === '') {
      this.#override = undefined;
      this.#kinds.clear();
    }
    if (this.#field.value.length < MAX_TICKET / 2) this.#isCut = false;
    this.#show();
    this.#changed('text');
  }

  get #foundLanguage(): ReturnType<typeof customerLanguage> {
    const { text } = this;
    if (this.#found.of !== text) this.#found = { of: text, ...customerLanguage(text) };
    return this.#found;
  }

  #find(text: string) {
    const found = findSecrets(text);
    for (const { kind } of found) this.#kinds.add(kind);
    return found;
  }

  #mask(): void {
    clearTimeout(this.#timer);
    this.#isUnseen = false;
    const { value, selectionStart } = this.#field;
    const masked = maskSecrets(value, (text) => this.#find(text), selectionStart);
    if (masked.text === value) return;
    this.#field.value = masked.text;
    this.#field.setSelectionRange(masked.caret, masked.caret);
  }

  #show(): void {
    const { say: strings } = this.#data;
    const radio = this.#root.querySelector<HTMLInputElement>(`.fl-languages [value="${this.language}"]`);
    if (radio) radio.checked = true;
    const isOther = this.#override === undefined && this.#foundLanguage.isOther;
    this.#root.querySelector('.fl-other')!.textContent = isOther ? say(strings, 'ticket.other') : '';
    const cut = this.#root.querySelector('.fl-cut')!;
    const most = MAX_TICKET.toLocaleString('en');
    const said = this.#isCut ? say(strings, 'ticket.cut', { most }) : '';
    if (cut.textContent !== said) cut.textContent = said;
    this.#showMasked();
  }

  #showMasked(): void {
    const { say: strings, hrefs } = this.#data;
    const warning = this.#root.querySelector<HTMLElement>('.fl-masked')!;
    const key = [...this.#kinds].join();
    if (warning.dataset['kinds'] === key) return;
    warning.dataset['kinds'] = key;
    if (this.#kinds.size === 0) return warning.replaceChildren();
    const kinds = [...this.#kinds].map((kind) => say(strings, `secret.${kind}`)).join(say(strings, 'and'));
    const isWallet = this.#kinds.has('recovery-phrase') || this.#kinds.has('private-key');
    const link = make('a', '', say(strings, isWallet ? 'masked.walletLink' : 'masked.otherLink'));
    link.href = isWallet ? hrefs.exposed : hrefs.scam;
    warning.replaceChildren(
      make('strong', '', say(strings, 'masked.title', { kinds })),
      make('p', '', say(strings, isWallet ? 'masked.wallet' : 'masked.other')),
      link,
    );
  }
}
