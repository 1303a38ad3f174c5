/** The CloseWatcher API (WHATWG HTML standard), which the types of the DOM do not know yet. */
interface CloseWatcher extends EventTarget {
  readonly destroy: () => void;
}

/**
 * Tells when somebody asks to close what is open the way their device has it: the Back button or gesture of a phone, or
 * Escape. The page's history is left alone, since it is the host's. Where a browser cannot tell, nothing happens.
 * @returns stops listening
 */
export function onCloseRequest(close: () => void): () => void {
  const { CloseWatcher } = window as { readonly CloseWatcher?: new () => CloseWatcher };
  if (!CloseWatcher) return () => undefined;
  const watcher = new CloseWatcher();
  watcher.addEventListener('close', close);
  return () => watcher.destroy();
}
