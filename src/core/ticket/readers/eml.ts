import type { ExportFile, FileFormat, Placed } from '../format.ts';
import { readMail } from './mailMessage.ts';
import { createMailThreads } from './mailThreads.ts';
import { LONGEST_MAIL } from './mboxMails.ts';

/** Reads one mail in a file of its own (.eml, RFC 5322). For a folder of them use `readMailFiles`, which finds the threads. */
export const emlFormat: FileFormat = {
  name: 'eml',
  detect: ({ head }) => {
    const header = head.replace(/^\uFEFF/, '').split(/\r?\n\r?\n/, 1)[0]!;
    const names = [...header.matchAll(/^([!-9;-~]+)[ \t]*:/gm)].map(([, name]) => name!.toLowerCase());
    return /^[!-9;-~]+[ \t]*:/.test(header) && names.filter((name) => TELLING.has(name)).length >= 2;
  },
  read: (file) => readMailFiles([file]),
};

/** Headers that only a mail has. Two of them: a CSV or YAML may well have one word like it before a colon. */
const TELLING = new Set([
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'received',
  'return-path',
  'delivered-to',
  'mime-version',
  'in-reply-to',
  'content-type',
]);

/** Reads mails of which each is a file, and brings those of one conversation together. */
export async function* readMailFiles(
  files: Iterable<ExportFile> | AsyncIterable<ExportFile>,
): AsyncGenerator<Placed> {
  const threads = createMailThreads();
  let number = 0;
  for await (const file of files) {
    // Not the file's name: mail programs put the subject and the sender into it.
    const place = `mail ${++number}`;
    const mail = await readMail(await headOf(file.bytes()));
    if (typeof mail === 'string') yield { result: { skipped: mail }, place };
    else yield* threads.add(mail, place);
  }
  yield* threads.end();
}

/** A mail up to `LONGEST_MAIL` bytes: what follows are attachments. */
async function headOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk.subarray(0, LONGEST_MAIL - size));
    size += chunk.length;
    if (size >= LONGEST_MAIL) break;
  }
  const whole = new Uint8Array(Math.min(size, LONGEST_MAIL));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
