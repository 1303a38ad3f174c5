import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A line to the server: how long a request takes to get there and back, and how much goes through in a second. */
export interface Line {
  readonly roundTripMs: number;
  readonly bitsPerSecond: number;
}

export interface SlowServer {
  readonly origin: string;
  /** Bytes as they went over the line since the last call, by path. */
  readonly taken: () => Map<string, number>;
  readonly close: () => void;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
};
/** What goes out at once: small enough that files share the line fairly. */
const PIECE_BYTES = 16_384;

/** Every file below some folders as a good host serves it, with Brotli, by its path. */
export async function compressed(
  folders: Readonly<Record<string, string>>,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [prefix, folder] of Object.entries(folders)) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const name = prefix + path.relative(folder, file).replaceAll(path.sep, '/');
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 };
      files.set(name.replace(/index\.html$/, ''), brotliCompressSync(await readFile(file), { params }));
    }
  }
  return files;
}

/** Serves files over a line that all requests share. @param line none: as fast as the machine can */
export async function slowServer(files: ReadonlyMap<string, Uint8Array>, line?: Line): Promise<SlowServer> {
  let taken = new Map<string, number>();
  let freeAt = 0;
  /** When so many bytes have gone through the line, behind all that were given to it before. */
  const through = (bytes: number): Promise<void> => {
    if (!line) return Promise.resolve();
    const now = performance.now();
    freeAt = Math.max(now, freeAt) + (bytes * 8000) / line.bitsPerSecond;
    return new Promise((resolve) => setTimeout(resolve, freeAt - now));
  };
  const server = createServer((request, response) => {
    const name = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = files.get(name);
    void (async () => {
      if (line) await new Promise((resolve) => setTimeout(resolve, line.roundTripMs));
      if (!body) {
        response.writeHead(404).end();
        return;
      }
      taken.set(name, body.length);
      response.writeHead(200, {
        'Content-Type':
          TYPES[name.endsWith('/') ? 'html' : (name.split('.').at(-1) ?? '')] ?? 'application/octet-stream',
        'Content-Encoding': 'br',
        'Content-Length': body.length,
      });
      for (let at = 0; at < body.length; at += PIECE_BYTES) {
        const piece = body.subarray(at, at + PIECE_BYTES);
        await through(piece.length);
        response.write(piece);
      }
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const before = taken;
      taken = new Map();
      return before;
    },
    close: () => server.close(),
  };
}
