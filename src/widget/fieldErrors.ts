import { element } from './element.ts';

/** A control that a sentence can stand at. */
type Named = HTMLElement & { readonly name: string };

/**
 * Shows at each control of a form what is wrong with it, and takes away what is not any more.
 * @param sentences by the controls
 * @returns the first control with something wrong, in the order of the form
 */
export function showErrors(
  form: HTMLFormElement,
  sentences: ReadonlyMap<Element, string>,
): HTMLElement | undefined {
  const named = [...form.elements].filter(
    (control): control is Named => control instanceof HTMLElement && 'name' in control && control.name !== '',
  );
  for (const control of named) showError(control, sentences.get(control));
  return named.find((control) => sentences.has(control));
}

/** @param sentence undefined takes the error away */
export function showError(control: Named, sentence: string | undefined): void {
  const id = `firstline-error-${control.name}`;
  const known = document.getElementById(id);
  const described = new Set((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (sentence === undefined) {
    if (!known) return;
    known.remove();
    control.removeAttribute('aria-invalid');
    described.delete(id);
  } else {
    control.setAttribute('aria-invalid', 'true');
    described.add(id);
    if (known) known.textContent = sentence;
    else control.after(element('p', { id, class: 'firstline-error' }, sentence));
  }
  if (described.size > 0) control.setAttribute('aria-describedby', [...described].join(' '));
  else control.removeAttribute('aria-describedby');
}
