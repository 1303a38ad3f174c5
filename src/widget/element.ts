/** Text goes in as text: nothing an article or a person wrote is ever parsed as HTML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (string | HTMLElement)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that does something here; `type=button`, because the panel sits inside the form and must not send it. */
export function button(label: string, act: () => void, kind = ''): HTMLElement {
  const made = element('button', { type: 'button', part: 'button', class: kind }, label);
  made.addEventListener('click', act);
  return made;
}

/** Buttons and the like beside one another. */
export function row(...controls: HTMLElement[]): HTMLElement {
  return element('div', { class: 'actions' }, ...controls);
}

/** Focusable by script, so that focus has somewhere to go when the button that was pressed goes away. */
export function panel(status: string, ...children: HTMLElement[]): HTMLElement {
  return element(
    'section',
    { class: `panel ${status}`, part: `panel ${status}`, tabindex: '-1' },
    ...children,
  );
}
