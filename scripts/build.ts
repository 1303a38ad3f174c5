import { astro, parseEdition } from './lib/astro.ts';
import { main, parseArguments } from './lib/commandLine.ts';

/** Builds one edition: public into dist/, internal into dist-internal/. */
await main('npm run build   or   npm run build:internal', async () => {
  const { values } = parseArguments({ edition: { type: 'string', default: 'public' } });
  await astro('build', parseEdition(values.edition));
});
