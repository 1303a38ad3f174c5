import { astro, parseEdition } from './lib/astro.ts';
import { main, parseArguments } from './lib/commandLine.ts';

/** Serves an edition while it is edited; pages reload as files change. */
await main('npm run dev [-- --edition public|internal] [--port 4321]', async () => {
  const { values } = parseArguments({
    edition: { type: 'string', default: 'internal' },
    port: { type: 'string', default: '4321' },
  });
  await astro('dev', parseEdition(values.edition), ['--port', values.port]);
});
