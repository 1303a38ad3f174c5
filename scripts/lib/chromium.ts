import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { ProblemsFound } from './commandLine.ts';
import { run, runTool } from './run.ts';

/** Where a Chromium may be: first the ones without a window, which open a page in half the time. */
const SYSTEM_PATHS = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function found(): string | undefined {
  return [...SYSTEM_PATHS, chromium.executablePath()].find((file) => file !== '' && existsSync(file));
}

/**
 * The path of a Chromium: the system's, else Playwright's, else Debian's package, installed on the way.
 * @throws ProblemsFound that says what to install, if none can be had
 */
export async function ensureChromium(): Promise<string> {
  const installed = found();
  if (installed) return installed;
  console.error('There is no Chromium here. Asking Playwright to download one …');
  await runTool('playwright', ['install', 'chromium']);
  if (!found() && process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    console.error('That did not work. Installing Debian’s package …');
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const [command, ...args] = [...sudo, 'apt-get'];
    await run(command!, [...args, 'update', '-qq']);
    await run(
      command!,
      [
        ...args,
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium-headless-shell',
        'fonts-noto-cjk',
      ],
      {
        DEBIAN_FRONTEND: 'noninteractive',
      },
    );
  }
  const path = found();
  if (path) return path;
  throw new ProblemsFound(
    'The end-to-end tests need Chromium, and none could be had.\n' +
      'Install one (Debian: apt-get install chromium-headless-shell; macOS: brew install chromium; any: npx playwright install chromium)\n' +
      'or set CHROMIUM_PATH to the program, then run the command again.',
  );
}
