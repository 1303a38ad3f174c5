import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../../scripts/content/readContent.ts';
import { CONTENT } from '../../scripts/lib/paths.ts';
import { operationsProblemsIn } from '../../scripts/operations/lintFolder.ts';

it('has nothing to say of what is shipped, and names what is broken in a copy', async () => {
  const files = await readContent();
  expect(await operationsProblemsIn(CONTENT, files)).toEqual([]);

  const folder = await mkdtemp(path.join(tmpdir(), 'firstline-operations-'));
  try {
    for (const part of ['teams', 'severity.yml'])
      await cp(path.join(CONTENT, part), path.join(folder, part), { recursive: true });
    const team = path.join(folder, 'teams/security.yml');
    const text = await readFile(team, 'utf8');
    await writeFile(team, text.replace(/^runbook: .*$/m, 'runbook: runbooks/none'));
    await writeFile(path.join(folder, 'severity.yml'), 'levels: [');
    const changed = files.map((file) =>
      file.id === 'runbooks/access/onboarding'
        ? {
            ...file,
            text: file
              .text!.replace(/^(- \[ \] .*)Due: day \d+/m, '$1Due: someday')
              .replace('dashboard: access', 'dashboard: none'),
          }
        : file,
    );
    const found = await operationsProblemsIn(folder, changed);
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'signals warning',
      'checklist error',
      'team error',
      'severity error',
    ]);
    for (const { line } of found.slice(0, 3)) expect(line).toBeGreaterThan(1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
