/**
 * Tells when more is put into a field than it takes: the browser cuts what is pasted or dropped at `maxlength`, and says
 * nothing. Lets it do so, because a text that was in the box for a moment has been laid out already.
 */
export function onOverlong(
  field: HTMLTextAreaElement | HTMLInputElement,
  most: number,
  tell: () => void,
): void {
  const look = (added: string | undefined): void => {
    const { value, selectionStart, selectionEnd } = field;
    const chosen = (selectionEnd ?? 0) - (selectionStart ?? 0);
    // Line breaks are one character in a field, whatever they were.
    if (value.length - chosen + (added ?? '').replaceAll('\r\n', '\n').length > most) tell();
  };
  field.addEventListener('paste', (event) =>
    look((event as ClipboardEvent).clipboardData?.getData('text/plain')),
  );
  field.addEventListener('drop', (event) => look((event as DragEvent).dataTransfer?.getData('text/plain')));
}
