import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { config } from '../config.ts';
import { parseSafetyTable, requireArticles } from '../core/retrieval/parseSafetyTable.ts';
import { NO_SAFETY, type SafetyTable } from '../core/retrieval/safetyTable.ts';

const FILE = 'content/safety.yml';

/**
 * The safety rules as an edition publishes them.
 * @param slugs of the articles the edition holds: a warning that leads nowhere stops the build
 */
export async function publishedSafety(slugs: ReadonlySet<string>): Promise<SafetyTable> {
  if (!existsSync(FILE)) return NO_SAFETY;
  const table = parseSafetyTable(FILE, await readFile(FILE, 'utf8'), config.variables);
  requireArticles(FILE, table, slugs);
  return table;
}
