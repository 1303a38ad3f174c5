import { test } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { DEPLOYMENT } from '../../helpers/deployment.ts';

test('the deployment is removed', async () => {
  await rm(DEPLOYMENT, { recursive: true });
});
