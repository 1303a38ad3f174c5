import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/content/readContent.ts';
import { CONTENT } from '../../scripts/lib/paths.ts';
import { triageProblemsIn } from '../../scripts/triage/lintFolder.ts';

let content: string;
let files: Awaited<ReturnType<typeof readContent>>;

beforeAll(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'firstline-triage-'));
  for (const part of ['triage', 'replies'])
    await cp(path.join(CONTENT, part), path.join(content, part), { recursive: true });
  files = await readContent();
});
afterAll(() => rm(content, { recursive: true, force: true }));

/** What is found after a change of one file, which is put back. */
async function problemsAfter(file: string, from: string, to: string) {
  const full = path.join(content, 'triage', file);
  const text = await readFile(full, 'utf8');
  expect(text).toContain(from);
  await writeFile(
    full,
    text.replace(from, () => to),
  );
  const problems = await triageProblemsIn(content, files);
  await writeFile(full, text);
  return problems.map(({ file, line, rule, severity, message }) => ({
    place: `${path.relative(content, path.resolve(file))}:${line}`,
    rule,
    severity,
    message,
  }));
}

async function lineOf(file: string, part: string): Promise<number> {
  const lines = (await readFile(path.join(content, 'triage', file), 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(part)) + 1;
}

describe('the trees of a content folder', () => {
  test('are in order', async () => {
    expect(await triageProblemsIn(content, files)).toEqual([]);
  });

  test('are named by file and line when an answer leads nowhere', async () => {
    const problems = await problemsAfter(
      'card-declined.yml',
      'next: authorisation\n',
      'next: authorization\n',
    );
    expect(problems[0]).toMatchObject({
      place: `triage/card-declined.yml:${await lineOf('card-declined.yml', 'next: authorisation')}`,
      rule: 'triage',
      severity: 'error',
    });
    expect(problems[0]!.message).toBe(
      'steps.0.answers.0.next: found authorization; expected the id of a step or an end. Fix: correct it, or add the step (perhaps authorisation?)',
    );
    // Everything that only that answer led to is out of reach: that is the same slip, and not said beside it.
    expect(problems).toHaveLength(1);
  });

  test('may not lead from a public one to a runbook', async () => {
    const problems = await problemsAfter(
      'public/card-declined.yml',
      'article: card/pin-blocked',
      'article: runbooks/triage/card-declines',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('found runbooks/triage/card-declines, which is internal'),
    ]);
  });

  test('are named when they are no YAML', async () => {
    const problems = await problemsAfter('swap-failed.yml', 'title:\n', 'title: {\n');
    expect(problems).toMatchObject([{ place: 'triage/swap-failed.yml:3' }]);
    expect(problems[0]!.message).toMatch(/^This is YAML that cannot be read/);
  });
});

test('a content folder without trees has nothing wrong with them', async () => {
  expect(await triageProblemsIn(path.join(content, 'replies'), files)).toEqual([]);
});
