import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBasis, readContent } from '../../scripts/content/readContent.ts';
import { CONTENT } from '../../scripts/lib/paths.ts';
import { replyProblemsIn, type ReplyTargets } from '../../scripts/replies/lintFolder.ts';
import { factsOf } from '../../src/core/article/lint/factsOf.ts';
import { readPage } from '../../src/core/article/lint/page.ts';

let content: string;
let targets: ReplyTargets;

beforeAll(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'firstline-replies-'));
  await cp(path.join(CONTENT, 'replies'), path.join(content, 'replies'), { recursive: true });
  const { settings } = await readBasis(CONTENT, '2026-11-21', 0);
  const files = (await readContent()).filter(({ kind }) => kind === 'article');
  const pages = files.flatMap(({ file, id, text }) => {
    const page = readPage(file, id, text!, settings.variables);
    return 'message' in page ? [] : [factsOf(page, settings.variables[page.language])];
  });
  targets = { files, pages, redirects: {} };
});
afterAll(() => rm(content, { recursive: true, force: true }));

describe('the replies of a content folder', () => {
  test('are in order', async () => {
    expect(await replyProblemsIn(content, targets)).toEqual([]);
  });

  test('are named by file and line when their article is not there, and told where it has gone', async () => {
    const file = path.join(content, 'replies/card-fee.yml');
    const text = await readFile(file, 'utf8');
    const moved = text.replace(/^article: .*$/m, 'article: card/old-name');
    expect(moved).not.toBe(text);
    await writeFile(file, moved);
    const [problem, ...others] = await replyProblemsIn(content, targets);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'reply-links', severity: 'error' });
    expect(problem!.message).toContain('card/old-name');
    expect(moved.split('\n')[problem!.line - 1]).toBe('article: card/old-name');
    const redirects = { 'card/old-name': 'card/fees-and-exchange-rate' };
    const [told] = await replyProblemsIn(content, { ...targets, redirects });
    expect(told!.message).toContain('card/fees-and-exchange-rate');
    await writeFile(file, text);
  });

  test('say in one line what YAML cannot be read', async () => {
    const file = path.join(content, 'replies/broken.yml');
    await writeFile(file, 'article: {\n  a: [\n\n');
    const problems = await replyProblemsIn(content, targets);
    await rm(file);
    expect(problems).toMatchObject([
      {
        line: 4,
        message: expect.stringMatching(/^This is YAML that cannot be read: [^\n]+\. Put text /) as unknown,
      },
    ]);
  });

  test('must name steps that their article has', async () => {
    const file = path.join(content, 'replies/card-declined.yml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/(steps:\n {2}en: ).*/, '$1No such heading'));
    expect(await replyProblemsIn(content, targets)).toMatchObject([{ rule: 'reply-steps' }]);
    await writeFile(file, text);
  });

  test('are none of a folder without any', async () => {
    expect(await replyProblemsIn(path.join(content, 'replies'), targets)).toEqual([]);
  });
});
