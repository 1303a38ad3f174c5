import { writeFile } from 'node:fs/promises';
import { contentChanges } from '../src/core/article/changes/contentChanges.ts';
import { describeContentChanges } from '../src/core/article/changes/describeChanges.ts';
import { gitChanges } from './changes/gitChanges.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { ROOT } from './lib/paths.ts';

const USAGE = 'npm run content:changes [-- --base <commit> --head <commit> --json --out <file>]';
const HELP = `usage: ${USAGE}

Says what a change means for readers: articles (and which sections), Chinese pages that now wait for a translator, phrasings,
and floors of the suggestions. Pull requests show the same.

--base  the commit to compare with (HEAD: what is not committed yet). A pull request is compared with where it began
--head  the commit that has the change; without it, the files as they lie here
--json  as data: {articles, translations, phrasings, floors}
--out   writes to a file instead
--root  another repository
exit code: 0 whatever changed, 2 the command was called wrongly`;

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    base: { type: 'string', default: 'HEAD' },
    head: { type: 'string' },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    root: { type: 'string', default: ROOT },
  });
  if (values.help) return console.log(HELP);
  if (positionals.length > 0) throw new UsageError(`Did not expect "${positionals[0]}".`);
  const { files, pairs } = await gitChanges(values.root, values.base, values.head);
  const changes = contentChanges(files, pairs);
  const text = values.json ? `${JSON.stringify(changes, null, 2)}\n` : describeContentChanges(changes);
  if (values.out) await writeFile(values.out, text);
  else process.stdout.write(text);
});
