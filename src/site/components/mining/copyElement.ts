import { copyToClipboard } from '../clipboard.ts';

/** A text with a button that copies it. Where the clipboard is refused, the text is selected for Ctrl+C. */
export class CopyElement extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')!;
    button.hidden = false;
    button.addEventListener('click', () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const code = this.querySelector('code')!;
    const isCopied = await copyToClipboard(code.textContent);
    if (!isCopied) getSelection()?.selectAllChildren(code);
    this.querySelector('[role="status"]')!.textContent =
      (isCopied ? this.dataset['done'] : this.dataset['failed']) ?? '';
  }
}
