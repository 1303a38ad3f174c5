import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { reportSchema, type MiningReport } from '../../src/core/mining/report.ts';
import { ProblemsFound, UsageError } from '../lib/commandLine.ts';

/**
 * The report in a folder.
 * @throws UsageError if there is none
 * @throws ProblemsFound if it is of another version
 */
export async function readReport(folder: string): Promise<MiningReport> {
  const file = path.join(folder, 'report.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UsageError(
      `There is no report in ${folder}. Run npm run mine first, or name its folder with --report.`,
    );
  try {
    return reportSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ProblemsFound(`${file} is no report of this version. Run npm run mine again.`, {
      cause: error,
    });
  }
}
