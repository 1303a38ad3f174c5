import { test as base } from '@playwright/test';
import { serveStatic } from '../../scripts/lib/staticServer.ts';
import { built } from './deployment.ts';

/** Where the editions of the deployment are served, without a slash at the end. */
interface Deployment {
  readonly publicOrigin: string;
  readonly internalOrigin: string;
}

/** A test that looks at the deployment of deployment.ts. */
export const test = base.extend<object, { deployment: Deployment }>({
  deployment: [
    async ({}, use) => {
      const [open, internal] = [
        await serveStatic(built('dist'), 4400),
        await serveStatic(built('dist-internal'), 4400),
      ];
      await use({
        publicOrigin: `http://localhost:${open.port}`,
        internalOrigin: `http://localhost:${internal.port}`,
      });
      await open.close();
      await internal.close();
    },
    { scope: 'worker' },
  ],
});
