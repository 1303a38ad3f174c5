import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../../src/core/article/language.ts';
import type { CustomerWay } from '../../src/core/mining/customerWays.ts';

/** Beside the report: how customers put each issue, from which phrasings are proposed. */
export const WAYS_FILE = 'ways.ndjson';

const line = z.object({ issueId: z.string(), language: z.enum(LANGUAGES), text: z.string() });

export function wayLines(ways: readonly CustomerWay[]): string {
  return ways.map((way) => `${JSON.stringify(way)}\n`).join('');
}

/** The ways in a folder of a report; none if the file is not there, or of another version. */
export async function readWays(folder: string): Promise<CustomerWay[]> {
  const text = await readFile(path.join(folder, WAYS_FILE), 'utf8').catch(() => '');
  return text.split('\n').flatMap((json) => {
    if (json === '') return [];
    const parsed = line.safeParse(parseJson(json));
    return parsed.success ? [parsed.data] : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
