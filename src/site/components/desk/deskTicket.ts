import { LANGUAGES, type Language } from '../../../core/article/language.ts';
import { customerLanguage, maskSecrets } from '../../../core/operations/desk/ticketText.ts';
import type { SecretKind } from '../../../core/privacy/secret.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import type { DeskData } from './deskData.ts';
import { make } from '../dom.ts';
import { say } from '../words.ts';

/** The box for the ticket: what leaves it has no secrets, and a language. */
export class DeskTicket {
  readonly #root: HTMLElement;
  readonly #data: DeskData;
  readonly #field: HTMLTextAreaElement;
  readonly #kinds = new Set<SecretKind>();
  /** What the agent says the language is, against what was found. */
  #override: Language | undefined;

  /** @param changed the text or its language is another */
  constructor(root: HTMLElement, data: DeskData, changed: () => void) {
    this.#root = root;
    this.#data = data;
    this.#field = root.querySelector('textarea')!;
    const take = (): void => {
      this.#mask();
      this.#show();
      changed();
    };
    this.#field.addEventListener('input', (event) => {
      // Half a word of pinyin is no text yet, and changing it would end the composition.
      if (!(event instanceof InputEvent && event.isComposing)) take();
    });
    this.#field.addEventListener('compositionend', take);
    root.querySelector('.fl-languages')!.addEventListener('change', (event) => {
      const { value } = event.target as HTMLInputElement;
      this.#override = LANGUAGES.find((language) => language === value);
      this.#show();
      changed();
    });
    // Typed before this script ran, or kept by the browser over a reload.
    this.#mask();
    this.#show();
  }

  get text(): string {
    return this.#field.value;
  }

  set text(text: string) {
    this.#override = undefined;
    this.#kinds.clear();
    this.#field.value = maskSecrets(text, (found) => this.#find(found)).text;
    this.#show();
  }

  get language(): Language {
    return (
      this.#override ?? (this.text.trim() === '' ? this.#data.language : customerLanguage(this.text).language)
    );
  }

  switchLanguage(): void {
    this.#override = this.language === 'en' ? 'zh-CN' : 'en';
    this.#show();
  }

  focus(): void {
    this.#field.focus();
  }

  #find(text: string) {
    const found = findSecrets(text);
    for (const { kind } of found) this.#kinds.add(kind);
    return found;
  }

  #mask(): void {
    const { value, selectionStart } = this.#field;
    const masked = maskSecrets(value, (text) => this.#find(text), selectionStart);
    if (masked.text === value) return;
    this.#field.value = masked.text;
    this.#field.setSelectionRange(masked.caret, masked.caret);
  }

  #show(): void {
    const { say: strings } = this.#data;
    if (this.text.trim() === '') {
      this.#override = undefined;
      this.#kinds.clear();
    }
    const radio = this.#root.querySelector<HTMLInputElement>(`.fl-languages [value="${this.language}"]`);
    if (radio) radio.checked = true;
    const isOther = this.#override === undefined && customerLanguage(this.text).isOther;
    this.#root.querySelector('.fl-other')!.textContent = isOther ? say(strings, 'ticket.other') : '';
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
