import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command was called wrongly, or something it was pointed at is not there: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command ran and found problems it has already described: exit code 1. */
export class ProblemsFound extends Error {
  override readonly name = 'ProblemsFound';
}

/** Parses arguments, turning Node's own complaints into usage errors. */
export function parseArguments<Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs a command and turns how it ended into an exit code: 0 done, 1 found problems, 2 wrong usage.
 * Nothing below this line of a script exits by itself.
 */
export async function main(usage: string, run: () => Promise<void>): Promise<void> {
  // A reader that closed the pipe early (`| head`) has what it wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await run();
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\nusage: ${usage}`);
      process.exitCode = 2;
    } else if (error instanceof Error) {
      const known =
        error instanceof ProblemsFound || error.name === 'ContentError' || error.name === 'ModelError';
      console.error(known || !error.stack ? error.message : error.stack);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}
