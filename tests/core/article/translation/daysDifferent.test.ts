import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysDifferent, type Git } from '../../../../src/core/article/translation/daysDifferent.ts';

let folder: string;
const file = (): string => path.join(folder, 'page.md');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firstline-history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git: Git = async (name, args) =>
  execFileSync('git', args, {
    cwd: path.dirname(name),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function commit(text: string, day: string): void {
  const date = `${day}T12:00:00Z`;
  writeFileSync(file(), text);
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@firstline.example'];
  execFileSync('git', ['add', '.'], { cwd: folder });
  execFileSync('git', [...who, 'commit', '-q', '-m', day], { cwd: folder, env });
}

describe('how long a page has been different', () => {
  beforeEach(() => execFileSync('git', ['init', '-q'], { cwd: folder }));
  const isOne = (text: string): boolean => text === 'one';

  it('counts from the first commit after the last one that was the same', async () => {
    commit('one', '2026-11-01');
    commit('two', '2026-11-10');
    commit('three', '2026-11-15');
    expect(await daysDifferent(file(), isOne, '2026-11-21', git)).toBe(11);
  });

  it('is none for a change that is not committed yet', async () => {
    commit('one', '2026-11-01');
    writeFileSync(file(), 'two');
    expect(await daysDifferent(file(), isOne, '2026-11-21', git)).toBe(0);
  });

  it('is unknown where the history never was the same', async () => {
    commit('two', '2026-11-01');
    expect(await daysDifferent(file(), isOne, '2026-11-21', git)).toBeUndefined();
  });
});

it('is unknown outside of a repository', async () => {
  writeFileSync(file(), 'one');
  expect(await daysDifferent(file(), () => true, '2026-11-21', git)).toBeUndefined();
});
