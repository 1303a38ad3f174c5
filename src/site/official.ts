import { readFile } from 'node:fs/promises';
import { config } from '../config.ts';
import type { OfficialList } from '../core/operations/official/officialList.ts';
import { parseOfficialList } from '../core/operations/official/parseOfficialList.ts';

const FILE = 'content/official.yml';

/** The official channels as the deployment lists them; a mistake in the list stops the build. */
export async function officialList(): Promise<OfficialList> {
  return parseOfficialList(FILE, await readFile(FILE, 'utf8'), config.variables);
}
