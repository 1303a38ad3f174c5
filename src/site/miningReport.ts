import { readFile } from 'node:fs/promises';
import { reportSchema, type MiningReport, type RecurringIssue } from '../core/mining/report.ts';

export type { MiningReport, RecurringIssue };
export type Community = NonNullable<MiningReport['community']>;

/**
 * The report of the last `npm run mine`, or undefined if there is none yet.
 * @throws Error if the file is there and is not a report of this version
 */
export async function loadMiningReport(
  file = import.meta.env.FIRSTLINE_MINING_REPORT,
): Promise<MiningReport | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return reportSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(
      `${file} is not a mining report of this version: run \`npm run mine\` again, or delete it.`,
      { cause: error },
    );
  }
}
