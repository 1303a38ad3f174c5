import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastCommits } from '../../src/site/history.ts';

let folder: string;

function git(day: string, ...args: string[]): void {
  const time = `${day}T12:00:00+08:00`;
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time },
  });
}

function commit(day: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  git(day, 'add', '.');
  git(day, 'commit', '-m', file);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firstline-history-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function daysIn(place: string): Promise<Record<string, string>> {
  const commits = await lastCommits(path.join(folder, place), 'docs');
  return Object.fromEntries([...commits].map(([file, date]) => [file, date.toISOString()]));
}

describe('when files last changed', () => {
  it('is the time of the last commit of each, from the folder the site is in, in UTC', async () => {
    git('2026-01-01', 'init');
    commit('2026-01-01', 'site/docs/a.md', '1');
    commit('2026-01-02', 'site/docs/账户/b.md', '1');
    commit('2026-01-03', 'site/docs/a.md', '2');
    commit('2026-01-04', 'site/other/c.md', '1');
    expect(await daysIn('site')).toEqual({
      'docs/a.md': '2026-01-03T04:00:00.000Z',
      'docs/账户/b.md': '2026-01-02T04:00:00.000Z',
    });
  });

  it('is not known outside of a repository, nor from a copy without its history', async () => {
    mkdirSync(path.join(folder, 'docs'));
    expect(await daysIn('.')).toEqual({});
    git('2026-01-01', 'init');
    commit('2026-01-01', 'docs/a.md', '1');
    commit('2026-01-02', 'docs/b.md', '1');
    git('2026-01-02', 'clone', '--depth=1', `file://${folder}`, 'copy');
    expect(await daysIn('copy')).toEqual({});
    expect(Object.keys(await daysIn('.'))).toHaveLength(2);
  });
});
