/** An element with a class and a text. Text goes in as text: nothing is ever parsed as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A button that does something here, and the key that does the same. */
export function actionButton(label: string, act: () => void, key = ''): HTMLButtonElement {
  const made = make('button', '', label);
  made.type = 'button';
  if (key !== '') {
    // Screen readers are told by the attribute; voice control finds the button by its label alone.
    made.setAttribute('aria-keyshortcuts', key);
    const shown = make('kbd', '', key);
    shown.setAttribute('aria-hidden', 'true');
    made.append(shown);
  }
  made.addEventListener('click', act);
  return made;
}
