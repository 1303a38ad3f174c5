import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { loadBase } from './lib/models.ts';

const USAGE = 'npm run --silent embed [-- --binary] < texts.txt    (one text a line)';
const BATCH = 256;

/** Standard input to vectors: one JSON array a line, or raw little-endian float32 with --binary. */
await main(USAGE, async () => {
  const { values, positionals } = parseArguments({ binary: { type: 'boolean', default: false } });
  if (positionals.length > 0) throw new UsageError('Texts are read from standard input, one a line.');
  const embedder = await loadBase();
  const write = async (texts: readonly string[]): Promise<void> => {
    const vectors = await embedder.embed(texts);
    const chunk = values.binary
      ? toBytes(vectors)
      : vectors.map((vector) => `${JSON.stringify([...vector])}\n`).join('');
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  };
  let batch: string[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
});

function toBytes(vectors: readonly Float32Array[]): Uint8Array {
  const bytes = new Uint8Array(vectors.reduce((sum, vector) => sum + vector.byteLength, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const value of vectors.flatMap((vector) => [...vector])) {
    view.setFloat32(offset, value, true);
    offset += 4;
  }
  return bytes;
}
