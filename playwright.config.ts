import { defineConfig, devices } from '@playwright/test';
import { RESULTS } from './scripts/lib/checks.ts';

const executablePath = process.env['FIRSTLINE_CHROMIUM'];

/** Both editions as they were built, each at a port of its own. */
const PORTS = { dist: 4331, 'dist-internal': 4332 } as const;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/test-results',
  fullyParallel: true,
  // A test waits for its page half of the time: one more than two cores keeps them busy.
  workers: 3,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 60_000,
  // Patience, not a demand: a page that is slow because the machine is busy is right all the same.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: RESULTS.e2e }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${PORTS.dist}`,
    trace: 'retain-on-failure',
    launchOptions: {
      // A browser that calls nobody: the tests look at every request.
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  projects: [
    // First, so that the other worker has the site's tests meanwhile.
    { name: 'build of a deployment', testMatch: '**/*.setup.ts', teardown: 'end of the deployment' },
    { name: 'site', testIgnore: '**/e2e/deployment/**' },
    {
      name: 'deployment',
      testMatch: '**/e2e/deployment/*.spec.ts',
      dependencies: ['build of a deployment'],
    },
    { name: 'end of the deployment', testMatch: '**/*.teardown.ts' },
  ],
  webServer: Object.entries(PORTS).map(([folder, port]) => ({
    command: `node scripts/serve.ts ${folder} ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  })),
});
