import { test } from '@playwright/test';
import {
  addArticles,
  addIncidents,
  addMined,
  DEPLOYMENT,
  markWork,
  neglect,
} from '../../helpers/deployment.ts';
import { copyProject } from '../../helpers/projectCopy.ts';

test('both editions are built from what a deployment has', async () => {
  test.setTimeout(900_000);
  const project = await copyProject(DEPLOYMENT);
  await addArticles(project);
  await markWork(project);
  await neglect(project);
  await addIncidents(project);
  await addMined(project);
  // The internal edition first: its caches must not leak into the public one built after it.
  await project.build('internal');
  await project.build('public');
});
