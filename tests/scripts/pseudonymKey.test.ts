import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pseudonymKey } from '../../scripts/lib/pseudonymKey.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'firstline-key-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the key of pseudonyms', () => {
  it('is drawn once, kept for its owner, and the same for runs beside each other', async () => {
    const file = path.join(folder, 'new', 'a.key');
    const keys = await Promise.all([pseudonymKey(file), pseudonymKey(file), pseudonymKey(file)]);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(await pseudonymKey(file)).toBe(keys[0]);
    expect((await readFile(file, 'utf8')).trim()).toBe(keys[0]);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await pseudonymKey(path.join(folder, 'b.key'))).not.toBe(keys[0]);
  });

  it('lasts for a run where it cannot be kept', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, 'not a folder');
    expect(await pseudonymKey(path.join(file, 'a.key'))).toMatch(/^[0-9a-f]{64}$/);
  });
});
