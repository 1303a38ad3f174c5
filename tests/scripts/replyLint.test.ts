import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/content/readContent.ts';
import { CONTENT } from '../../scripts/lib/paths.ts';
import { replyProblemsIn } from '../../scripts/replies/lintFolder.ts';

let content: string;
let files: Awaited<ReturnType<typeof readContent>>;

beforeAll(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'firstline-replies-'));
  await cp(path.join(CONTENT, 'replies'), path.join(content, 'replies'), { recursive: true });
  files = await readContent();
});
afterAll(() => rm(content, { recursive: true, force: true }));

describe('the replies of a content folder', () => {
  test('are in order', async () => {
    expect(await replyProblemsIn(content, files, {})).toEqual([]);
  });

  test('are named by file and line when their article is not there, and told where it has gone', async () => {
    const file = path.join(content, 'replies/card-fee.yml');
    const text = await readFile(file, 'utf8');
    const moved = text.replace(/^article: .*$/m, 'article: card/old-name');
    expect(moved).not.toBe(text);
    await writeFile(file, moved);
    const [problem, ...others] = await replyProblemsIn(content, files, {});
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'reply-links', severity: 'error' });
    expect(problem!.message).toContain('card/old-name');
    expect(moved.split('\n')[problem!.line - 1]).toBe('article: card/old-name');
    const redirects = { 'card/old-name': 'card/fees-and-exchange-rate' };
    const [told] = await replyProblemsIn(content, files, redirects);
    expect(told!.message).toContain('card/fees-and-exchange-rate');
    await writeFile(file, text);
  });

  test('are none of a folder without any', async () => {
    expect(await replyProblemsIn(path.join(content, 'replies'), files, {})).toEqual([]);
  });
});
