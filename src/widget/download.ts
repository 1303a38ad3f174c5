import { EDITIONS } from '../core/article/edition.ts';

/** Files whose names carry a hash of their content, kept for the next page and for when there is no network. */
const CACHE = 'firstline-files-1';

/** Brings the files of a knowledge base. */
export interface Download {
  readonly json: (path: string) => Promise<unknown>;
  readonly bytes: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Downloads below an address. Hashed files come from the browser's cache storage if they are there; the others from the
 * network, and from the cache only where that fails: so what was loaded once works offline.
 *
 * @param kb absolute, with a slash at the end
 * @param received is told of the bytes of each piece, once unpacked
 */
export function downloadFrom(kb: string, received: (bytes: number) => void): Download {
  const bytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const url = kb + path;
    const cache = await opened();
    const kept = isHashed(path) ? await cache?.match(url) : undefined;
    const response = kept ?? (await fetched(url, cache));
    return unpacked(response, received);
  };
  return {
    bytes,
    json: async (path) => JSON.parse(new TextDecoder().decode(await bytes(path))) as unknown,
  };
}

/** Forgets the files of this knowledge base that are not needed any more; those of another edition's index stay. */
export async function forgetOthers(kb: string, edition: string, paths: readonly string[]): Promise<void> {
  const cache = await opened();
  const needed = new Set(paths.map((path) => kb + path));
  for (const { url } of (await cache?.keys()) ?? []) {
    if (!url.startsWith(`${kb}knowledge/`) || needed.has(url)) continue;
    const isOthers = EDITIONS.some(
      (other) => other !== edition && url.startsWith(`${kb}knowledge/${other}.`),
    );
    if (!isOthers) await cache!.delete(url);
  }
}

/** Whether all of these files, which have hashes in their names, need not be fetched. */
export async function areKept(kb: string, paths: readonly string[]): Promise<boolean> {
  const cache = await opened();
  const found = await Promise.all(paths.filter(isHashed).map((path) => cache?.match(kb + path)));
  return found.every(Boolean);
}

/** A content hash in the name of the file, or of a folder around it. */
function isHashed(path: string): boolean {
  return /[./][0-9a-f]{12}[./]/.test(path);
}

/** @throws Error that names the address, if it does not answer with what is there */
async function fetched(url: string, kept: Cache | undefined): Promise<Response> {
  try {
    // A help site behind a login is asked with its own cookies, one of another origin without any. What has no hash in its
    // name is asked for again each time, whatever the host says of caching.
    const cache = isHashed(url) ? 'default' : 'no-cache';
    const response = await fetch(url, { credentials: 'same-origin', cache });
    if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
    // Keeping it must not delay it, nor make it fail: a full disk is no reason for having no answer.
    void kept?.put(url, response.clone()).catch(() => undefined);
    return response;
  } catch (error) {
    const before = await kept?.match(url);
    if (before) return before;
    throw error;
  }
}

async function unpacked(
  response: Response,
  received: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body!.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    length += read.value.length;
    received(read.value.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Cache storage is not there on pages that are not served securely, and may be forbidden. */
async function opened(): Promise<Cache | undefined> {
  try {
    return await caches.open(CACHE);
  } catch {
    return undefined;
  }
}
