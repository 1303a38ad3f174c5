import { lintForBuild } from './content/lintForBuild.ts';
import { astro, parseEdition } from './lib/astro.ts';
import { main, parseArguments } from './lib/commandLine.ts';
import { CONTENT } from './lib/paths.ts';

/** Looks at the content, then builds one edition: public into dist/, internal into dist-internal/. */
await main('npm run build   or   npm run build:internal', async () => {
  const { values } = parseArguments({ edition: { type: 'string', default: 'public' } });
  const edition = parseEdition(values.edition);
  console.log(await lintForBuild(CONTENT));
  await astro('build', edition);
});
