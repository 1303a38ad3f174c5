import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** The files of a folder that hold a text in their names, their bytes, or what is compressed in them. */
export async function filesHolding(folder: string, needle: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const readings = [
      bytes,
      ...[gunzipSync, brotliDecompressSync].flatMap((unpack) => attempt(() => unpack(bytes))),
    ];
    if (file.includes(needle) || readings.some((reading) => reading.includes(needle)))
      found.push(path.relative(folder, file));
  }
  return found;
}

function attempt(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()];
  } catch {
    return [];
  }
}
