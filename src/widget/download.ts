/** @throws Error that names the address, if it does not answer with what is there */
async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

export const fetchJson = async (url: string): Promise<unknown> => (await fetchOk(url)).json();
export const fetchBytes = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetchOk(url)).arrayBuffer());
