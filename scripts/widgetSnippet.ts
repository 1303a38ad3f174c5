import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../src/config.ts';
import { integrityOf, widgetSnippet } from '../src/core/deflection/snippet.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { ROOT } from './lib/paths.ts';

const USAGE = 'npm run widget:snippet [-- --kb https://help.example.com/]';

/** Prints what a host puts into a page, with the hash of the widget as it was built last. */
await main(USAGE, async () => {
  const { values } = parseArguments({ kb: { type: 'string', default: config.site + config.base } });
  if (!URL.canParse(values.kb)) throw new UsageError(`--kb is "${values.kb}", expected an address.`);
  const kb = values.kb.replace(/\/*$/, '/');
  const file = 'dist/widget/v1/firstline.js';
  const content = await readFile(path.join(ROOT, file)).catch(() => {
    throw new ProblemsFound(`${file} is not there: run npm run build first.`);
  });
  console.log(widgetSnippet(kb, integrityOf(content)));
});
