import type { ExportFile, FileFormat, Placed } from '../format.ts';
import { readMail } from './mailMessage.ts';
import { createMailThreads } from './mailThreads.ts';
import { mailsOfMbox } from './mboxMails.ts';

/** Reads an mbox (RFC 4155), mail by mail; threads are held until the end, up to about 64 million characters of text. */
export const mboxFormat: FileFormat = {
  name: 'mbox',
  detect: ({ head }) => /^\s*From [^\n]{1,400}\r?\n(?:>?From [^\n]*\r?\n|[!-9;-~]+[ \t]*:)/.test(head),
  async *read(file: ExportFile): AsyncGenerator<Placed> {
    const threads = createMailThreads();
    for await (const { raw, line, number } of mailsOfMbox(file.bytes())) {
      const place = `mail ${number} (line ${line})`;
      const mail = await readMail(raw);
      if (typeof mail === 'string') yield { result: { skipped: mail }, place };
      else yield* threads.add(mail, place);
    }
    yield* threads.end();
  },
};
