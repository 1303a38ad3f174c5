import { check } from './lib/checks.ts';
import { main, UsageError } from './lib/commandLine.ts';

/** One check by itself; what follows its name goes to the tool underneath. */
await main(
  'npm run lint | format | typecheck | test:unit | test:e2e [-- arguments of the tool]',
  async () => {
    const [name, ...args] = process.argv.slice(2);
    if (name === undefined) throw new UsageError('Which check?');
    process.exitCode = await check(name, args);
  },
);
