import { existsSync } from 'node:fs';
import path from 'node:path';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { ROOT } from './lib/paths.ts';
import { serveStatic } from './lib/staticServer.ts';

/** Serves a folder that was built, on exactly the port that is asked for. */
await main('node scripts/serve.ts <folder> <port>', async () => {
  const { positionals } = parseArguments({});
  const [folder, port] = positionals;
  if (folder === undefined || port === undefined) throw new UsageError('A folder and a port are needed.');
  const full = path.resolve(ROOT, folder);
  if (!existsSync(full)) throw new UsageError(`${folder} is not there: build it first.`);
  const server = await serveStatic(full, Number(port), 1);
  console.log(`${folder} on http://localhost:${server.port}/`);
});
