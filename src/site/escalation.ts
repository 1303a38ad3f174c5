import { readdir, readFile } from 'node:fs/promises';
import { parseSeverityMatrix, type SeverityMatrix } from '../core/operations/escalation/severityMatrix.ts';
import { parseTeam, type Team } from '../core/operations/escalation/team.ts';

const MATRIX = 'content/severity.yml';
const TEAMS = 'content/teams';
/** The most used first; others follow by name. */
const FIRST = ['engineering', 'provider', 'security', 'compliance'];

/** What each severity means, and the facts that lead to it; a mistake in the file stops the build. */
export async function severityMatrix(): Promise<SeverityMatrix> {
  return parseSeverityMatrix(MATRIX, await readFile(MATRIX, 'utf8'));
}

/** The templates of the teams that can be escalated to; a mistake in one stops the build. */
export async function escalationTeams(): Promise<readonly Team[]> {
  const ids = (await readdir(TEAMS)).flatMap((file) => /^(.+)\.ya?ml$/.exec(file)?.[1] ?? []);
  const place = (id: string): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  const sorted = ids.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return Promise.all(
    sorted.map(async (id) => {
      const file = `${TEAMS}/${id}.yml`;
      return parseTeam(id, file, await readFile(file, 'utf8'));
    }),
  );
}
