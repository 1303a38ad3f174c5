import { button } from './element.ts';
import type { Strings } from './strings.ts';

/** Copies a text. The button itself says whether it worked: where the person is looking. */
export function copyButton(copy: () => Promise<unknown>, strings: Strings): HTMLElement {
  const made = button(strings.copy, () => {
    void copy().then(
      () => (made.textContent = strings.copied),
      () => (made.textContent = strings.copyFailed),
    );
  });
  made.setAttribute('aria-live', 'polite');
  return made;
}

/** Absent where a page is not served securely: then it is a rejection like any other. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
