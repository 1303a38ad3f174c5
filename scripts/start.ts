import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { config } from '../src/config.ts';
import { astro } from './lib/astro.ts';
import { main, parseArguments, ProblemsFound } from './lib/commandLine.ts';
import { REPORTS, ROOT, SAMPLE, SAMPLE_REPORT } from './lib/paths.ts';
import { runTool } from './lib/run.ts';
import { serveStatic } from './lib/staticServer.ts';

const PREFERRED_PORT = 4321;
const DIST = path.join(ROOT, 'dist-internal');
const STAMP = path.join(ROOT, '.cache/start.txt');
/** Everything the report and the site are made from. */
const INPUTS = [
  'src',
  'content',
  'scripts',
  'public',
  'astro.config.mjs',
  'content.config.ts',
  'package-lock.json',
];

/** Mines the sample tickets, builds the internal edition and serves it; skips what would come out the same. */
await main('npm start', async () => {
  parseArguments({});
  // Somebody's own report is shown instead of the sample's, and never written over.
  const own = path.join(REPORTS, 'report.json');
  const isOwn = existsSync(own);
  const fingerprint = await fingerprintOf(isOwn ? [...INPUTS, path.relative(ROOT, own)] : INPUTS);
  const done = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (done === fingerprint && existsSync(DIST)) {
    console.log('Nothing has changed since the last start: serving what was built then.');
  } else {
    // Gone until all is built: a failure half-way must not pass for done.
    await rm(STAMP, { force: true });
    if (isOwn) console.log(`1/2  Showing your report, ${path.relative(ROOT, own)}, not the sample's.`);
    else await mineSample();
    console.log('\n2/2  Building the internal edition …');
    process.env['FIRSTLINE_MINING_REPORT'] ??= isOwn ? own : path.join(SAMPLE_REPORT, 'report.json');
    await astro('build', 'internal');
    await mkdir(path.dirname(STAMP), { recursive: true });
    await writeFile(STAMP, fingerprint);
  }
  await serve();
});

async function mineSample(): Promise<void> {
  console.log('1/2  Mining the sample tickets …');
  const code = await runTool('node', ['scripts/mine.ts', '--input', SAMPLE, '--out', SAMPLE_REPORT]);
  if (code !== 0) throw new ProblemsFound('The sample tickets could not be mined; see above.');
}

async function serve(): Promise<void> {
  const { port } = await serveStatic(DIST, PREFERRED_PORT);
  if (port !== PREFERRED_PORT) console.log(`\nPort ${PREFERRED_PORT} is taken, so this is port ${port}.`);
  const at = (page: string): string => `http://localhost:${port}${config.base}${page}`;
  console.log(`
Firstline is up, in its internal edition. Open:

  Home                 ${at('')}
  Chinese home         ${at('zh-cn/')}
  Contact support      ${at('contact/')}
  Recurring issues     ${at('mining/')}

Ctrl+C stops it.`);
}

async function fingerprintOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const full = path.join(ROOT, input);
    const files = path.extname(input)
      ? [full]
      : (await readdir(full, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(path.relative(ROOT, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}
