/** Offers a text as a file to save; it does not leave the browser. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers have not begun to read when click() returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
