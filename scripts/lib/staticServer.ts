import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { config } from '../../src/config.ts';
import { ProblemsFound } from './commandLine.ts';

export interface StaticServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built edition on localhost, the way every static host does: directories by their index.html, 404.html for the rest.
 * @param port the port to try first; the next ones are tried while it is taken
 * @throws ProblemsFound if a hundred ports in a row are taken
 */
export async function serveStatic(folder: string, port: number, attempts = 100): Promise<StaticServer> {
  // Pages of other origins may read the public edition, for the widget in their forms; nobody else the internal one.
  const isPublic = path.basename(folder) === 'dist';
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    setHeaders: (response) => {
      if (isPublic) response.setHeader('Access-Control-Allow-Origin', '*');
    },
  });
  const notFound = await readFile(path.join(folder, '404.html')).catch(() => 'Not found');
  const prefix = config.base.replace(/\/$/, '');
  const server = createServer((request, response) => {
    if (request.url?.startsWith(prefix)) request.url = request.url.slice(prefix.length) || '/';
    // `npm run incident -- publish` writes it while we serve, and what sirv knows of a file is its length at the start.
    if (request.url?.split('?')[0] === '/status.json') {
      void serveAfresh(path.join(folder, 'status.json'), isPublic, response);
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    });
  });
  for (let candidate = port; candidate < port + attempts; candidate++) {
    const isListening = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen({ port: candidate, host: 'localhost' }, () => resolve(true));
    });
    if (!isListening) continue;
    return {
      port: (server.address() as AddressInfo).port,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
  throw new ProblemsFound(`No port from ${port} to ${port + attempts - 1} is free.`);
}

async function serveAfresh(file: string, isPublic: boolean, response: ServerResponse): Promise<void> {
  const json = await readFile(file).catch(() => undefined);
  response.writeHead(json ? 200 : 404, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-cache',
    ...(isPublic && { 'Access-Control-Allow-Origin': '*' }),
  });
  response.end(json ?? '{}');
}
