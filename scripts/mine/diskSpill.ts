import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Spill, Waiting } from '../../src/core/mining/spill.ts';
import { makeFolder } from './writeReport.ts';

const TICKETS_A_BATCH = 500;
const LENGTH_BYTES = 4;

/** Tickets in files of a folder, made when there is one to keep; everything in them is redacted. */
export function diskSpills(folder: string): { open(): Spill; close(): Promise<void> } {
  const files: Promise<FileHandle>[] = [];
  return {
    open: () => {
      let file: Promise<FileHandle> | undefined;
      let waiting: Waiting[] = [];
      let count = 0;
      let length = 0;
      const write = async (): Promise<void> => {
        file ??= makeFolder(folder).then(() => open(path.join(folder, `others-${files.length}.bin`), 'w+'));
        if (!files.includes(file)) files.push(file);
        const bytes = serialize(waiting);
        const size = Buffer.alloc(LENGTH_BYTES);
        size.writeUInt32LE(bytes.length);
        waiting = [];
        await (await file).writev([size, bytes], length);
        length += LENGTH_BYTES + bytes.length;
      };
      return {
        get count() {
          return count;
        },
        add: async (ticket) => {
          waiting.push(ticket);
          count++;
          if (waiting.length === TICKETS_A_BATCH) await write();
        },
        read: async function* () {
          if (waiting.length > 0) await write();
          if (!file) return;
          for (let at = 0; at < length;) {
            const size = await bytesAt(await file, at, LENGTH_BYTES);
            const bytes = await bytesAt(await file, at + LENGTH_BYTES, size.readUInt32LE());
            at += LENGTH_BYTES + bytes.length;
            yield deserialize(bytes) as Waiting[];
          }
        },
      };
    },
    close: async () => {
      for (const file of files) await (await file).close();
    },
  };
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}
