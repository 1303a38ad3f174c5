/** Whoever has waited so long for an article is better off with the part of it that is at hand. */
const LONGEST_MS = 8000;

export async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(LONGEST_MS) });
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}.`);
  return response.text();
}
