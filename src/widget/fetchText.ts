export async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}.`);
  return response.text();
}
