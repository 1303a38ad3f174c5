import { readFile } from 'node:fs/promises';
import { parseQuery, type LabelledQuery } from '../../src/core/retrieval/evaluation/query.ts';
import { ProblemsFound } from '../lib/commandLine.ts';

/**
 * Reads a file of labelled queries, one a line; a line that is none is named on stderr and skipped.
 * @throws ProblemsFound if there is no query at all
 */
export async function readQueries(file: string): Promise<LabelledQuery[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const queries = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [parseQuery(line)];
    } catch (error) {
      console.error(
        `${file}, line ${i + 1}, is skipped: ${error instanceof Error ? error.message : String(error)}`,
      );
      return [];
    }
  });
  if (queries.length === 0) throw new ProblemsFound(`${file} holds no query that can be used.`);
  return queries;
}
