import { demandsIn } from '../../../core/mining/lures/demands.ts';
import { judgeText } from '../../../core/operations/official/judge.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import { answerTo, type Answer } from './verifyAnswer.ts';
import { answerView, type VerifyData } from './verifyView.ts';

/** How long after the last key the text is judged. */
const PAUSE_MS = 250;

/** The field of the page /verify/. What is in it is judged in memory, and neither stored nor sent. */
export class VerifyElement extends HTMLElement {
  #data!: VerifyData;
  #field!: HTMLTextAreaElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = '';

  connectedCallback(): void {
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as VerifyData;
    this.#field = this.querySelector('textarea')!;
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#judge(), PAUSE_MS);
    });
    this.querySelector('.fl-check')!.addEventListener('click', () => this.#check());
    this.querySelector('.fl-clear')!.addEventListener('click', () => this.#clear());
    // Typed before this script ran.
    if (this.#field.value !== '') this.#judge();
  }

  /** On demand: the answer is brought into view and focused, also when it was there already. */
  #check(): void {
    this.#judge();
    const heading = this.querySelector<HTMLElement>('.fl-answer h2');
    if (heading === null) this.#field.focus();
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  }

  #clear(): void {
    this.#field.value = '';
    this.#judge();
    this.#field.focus();
  }

  #judge(): void {
    clearTimeout(this.#timer);
    const text = this.#field.value;
    const secrets = [...new Set(findSecrets(text).map(({ kind }) => kind))];
    const answer = answerTo(
      text,
      secrets,
      () => judgeText(text, this.#data.list),
      () => demandsIn(text),
    );
    this.#show(answer);
  }

  #show(answer: Answer | undefined): void {
    this.querySelector<HTMLElement>('.fl-clear')!.hidden = this.#field.value === '';
    // The same answer again would take the focus and the reader's place away.
    const key = JSON.stringify(answer ?? '');
    if (key === this.#shown) return;
    this.#shown = key;
    const view = answer && answerView(answer, this.#data, () => this.#clear());
    this.querySelector('.fl-answer')!.replaceChildren(...(view ? [view.element] : []));
    const status = this.querySelector('.fl-status')!;
    const announcement = view?.announcement ?? '';
    if (status.textContent !== announcement) status.textContent = announcement;
  }
}
