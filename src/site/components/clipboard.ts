/**
 * Copies a text; with HTML, what is pasted into a rich editor is formatted, and elsewhere is the text.
 * @returns whether the browser let it
 */
export async function copyToClipboard(text: string, html?: string): Promise<boolean> {
  try {
    if (html !== undefined && 'ClipboardItem' in globalThis) {
      const blobs = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
      const rich = { 'text/html': new Blob([html], { type: 'text/html' }) };
      await navigator.clipboard.write([new ClipboardItem({ ...blobs, ...rich })]);
    } else {
      await navigator.clipboard.writeText(html ?? text);
    }
    return true;
  } catch {
    return false;
  }
}
