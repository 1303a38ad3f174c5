import { EDITIONS, type Edition } from '../../src/core/article/edition.ts';
import { ProblemsFound, UsageError } from './commandLine.ts';
import { runTool } from './run.ts';

export function parseEdition(value: string): Edition {
  const edition = EDITIONS.find((known) => known === value);
  if (!edition) throw new UsageError(`Unknown edition "${value}": expected ${EDITIONS.join(' or ')}.`);
  return edition;
}

/** Runs Astro for an edition; src/site/siteConfig.ts reads which one from the environment. */
export async function astro(
  command: 'build' | 'dev',
  edition: Edition,
  args: readonly string[] = [],
): Promise<void> {
  const code = await runTool('astro', [command, ...args], { FIRSTLINE_EDITION: edition });
  if (code !== 0)
    throw new ProblemsFound(
      `The ${edition} edition could not be ${command === 'build' ? 'built' : 'served'}; see above.`,
    );
}
