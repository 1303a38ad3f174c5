import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { LastRun } from '../../src/core/mining/lastRun.ts';
import { reportSchema } from '../../src/core/mining/report.ts';

const line = z.object({ ticketId: z.string(), issueId: z.string().nullable() });

/** The report that is in a folder and its assignments; undefined if there is none, or one that this version cannot read. */
export async function loadLastRun(folder: string): Promise<LastRun | undefined> {
  const text = await readFile(path.join(folder, 'report.json'), 'utf8').catch(() => undefined);
  const report = text === undefined ? undefined : reportSchema.safeParse(parseJson(text));
  if (!report?.success) {
    if (report) console.error('The last report cannot be compared with: it is of another version.');
    return undefined;
  }
  const issueOf = new Map<string, string>();
  try {
    const input = createReadStream(path.join(folder, 'assignments.ndjson'));
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      const parsed = line.safeParse(parseJson(text));
      if (parsed.success && parsed.data.issueId !== null)
        issueOf.set(parsed.data.ticketId, parsed.data.issueId);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return { report: report.data, issueOf };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
