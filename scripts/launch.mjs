// The one file that runs on whatever Node is installed (20 or later, plain JavaScript).
// It installs what the lock file says when that is missing or out of date, then hands over to
// scripts/<command>.ts under the Node that the lock file pins.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const pinnedNode = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** npm writes node_modules/.package-lock.json last, so an interrupted install counts as missing. */
function isInstalled() {
  const lock = path.join(root, 'package-lock.json');
  const installed = path.join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', (error) => {
      console.error(`Could not run ${command}: ${error.message}`);
      resolve(2);
    });
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code ?? (signal ? 130 : 2));
    });
  });
}

async function install() {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.error('Installing what package-lock.json lists (about a minute on a first run) …');
  const progress = setInterval(() => console.error(`  … still installing, ${seconds()} s`), 10_000);
  // npm's own entry point when npm started us, so that one npm is used throughout.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  const code = npm ? await run(process.execPath, [npm, ...args], env) : await run('npm', args, env);
  clearInterval(progress);
  if (code !== 0) {
    console.error(
      '\nThe install failed. Check the network and the npm registry setting, then run the command again.',
    );
    process.exit(2);
  }
  console.error(`Installed in ${seconds()} s.`);
}

const [command, ...args] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${command}.ts`);
if (!/^[a-zA-Z]+$/.test(command ?? '') || !existsSync(script)) {
  console.error('usage: node scripts/launch.mjs <command> [arguments]   (see "scripts" in package.json)');
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node ${process.versions.node} is too old: Node 20 or later is needed. See .nvmrc.`);
  process.exit(2);
}
if (!isInstalled()) await install();
// A stray NODE_OPTIONS (a debugger's, another tool's loader) must not change what the scripts do.
delete process.env.NODE_OPTIONS;
process.exitCode = await run(existsSync(pinnedNode) ? pinnedNode : process.execPath, [script, ...args]);
