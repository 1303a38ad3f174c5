import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Hub {
  /** Its address, with a slash at the end. */
  readonly host: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  readonly close: () => void;
}

/** Serves a folder on localhost as the hub serves a model, whatever the revision; `proxy/…` gets a web page instead. */
export async function serveHub(folder: string, model: string): Promise<Hub> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = request.url!;
    asked.push(address);
    if (address.startsWith('/proxy/')) {
      response.end('<html>Sign in first</html>');
      return;
    }
    const [, owner, name] = /^\/(.+?)\/resolve\/[^/]+\/(.+)$/.exec(address) ?? [];
    readFile(path.join(folder, owner === model ? name! : 'missing')).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const host = `http://localhost:${(server.address() as AddressInfo).port}/`;
  return { host, asked, close: () => server.close() };
}
