import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintForBuild } from '../../scripts/content/lintForBuild.ts';
import { todayIso } from '../../scripts/content/readContent.ts';
import { renameInProject } from '../../scripts/content/renameElsewhere.ts';
import { ROOT } from '../../scripts/lib/paths.ts';
import { commandHere } from '../helpers/commandHere.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firstline-content-'));
  const phrasings = (word: string): string =>
    Array.from({ length: 24 }, (_, i) => `  - ${word} ${'abcdefghijklmnopqrstuvwxyz'[i]}`).join('\n');
  for (const name of ['wallet/one', 'wallet/two', 'security/three']) {
    write(`docs/${name}.md`, english(name));
    write(`docs/zh-cn/${name}.md`, chinese(name));
    write(`phrasings/${name}.yml`, `en:\n${phrasings(name)}\nzh-CN:\n${phrasings(`关于 ${name} 的说法`)}\n`);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function english(name: string): string {
  return `---
title: About ${name}
description: What ${name} is about.
type: faq
audience: public
confidence: not-validated
owner: wallet-support
reviewed: 2026-11-01
reviewEvery: 6 months
products: [wallet]
questions:
${[1, 2, 3, 4].map((number) => `  - Question ${number} on ${name}?`).join('\n')}
related: [wallet/two]
---

Wait for it. See [one](/wallet/one/#how-to-check).

## How to check

1. Open the app. You see it.
`.replace('related: [wallet/two]', name === 'wallet/two' ? 'related: [wallet/one]' : '$&');
}

function chinese(name: string): string {
  return english(name)
    .replace(/title: .*/, `title: 关于 ${name}`)
    .replace(/description: .*/, 'description: 这是要点。')
    .replace(/Question (\d) on (.*)\?/g, '关于 $2 的第 $1 个问题？')
    .replace(
      /Wait[\s\S]*/,
      '等一等，看[第一篇](/zh-cn/wallet/one/#怎么检查)。\n\n## 怎么检查\n\n1. 打开 App。你会看到它。\n',
    );
}

/** A reply whose variable has this label in Chinese. */
function reply(label: string): string {
  return `article: wallet/one
use: { en: When it waits, zh-CN: 还在等 }
variables:
  day: { type: date, label: { en: Day, zh-CN: '${label}' } }
body: { en: 'Wait until {day}.', zh-CN: '等到 {day}。' }
`;
}

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** Puts everything into the folder's history, as of a day. */
function commitAll(date: string): void {
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: folder, env });
  if (!existsSync(path.join(folder, '.git'))) git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'x');
}

const lint = (...args: string[]) => commandHere('contentLint', '--content', folder, ...today(args), ...args);
const today = (args: readonly string[]): string[] =>
  args.includes('--today') ? [] : ['--today', '2026-11-21'];
const translations = (...args: string[]) => commandHere('translations', '--content', folder, ...args);
/** Output without the way to the temporary folder. */
const shortened = (text: string): string => text.replaceAll(/[^\s=]*firstline-content-[^/]+\//g, '');

async function stampedAndClean(): Promise<void> {
  await translations('--stamp', '--all');
  expect(shortened((await lint()).out)).toBe('9 files: 0 errors, 0 warnings.\n');
}

describe('content:lint', () => {
  it('has nothing to say of good content; warnings alone are no failure, and are counted', async () => {
    const { code, out } = await lint();
    expect(code).toBe(0);
    expect(out).toContain('9 files: 0 errors, 3 warnings.');
    await stampedAndClean();
  });

  it('says every problem in one run, sorted, whatever one file is like', async () => {
    await translations('--stamp', '--all');
    write('docs/wallet/one.md', '---\ntitle: a: b\n---\n');
    write('docs/wallet/two.md', english('wallet/two').replace('/wallet/one/#how-to-check', '/wallet/none/'));
    write('docs/zh-cn/wallet/two.md', chinese('wallet/two').replace('等一等，', '等3天,'));
    write('phrasings/wallet/two.yml', 'en: {');
    mkdirSync(path.join(folder, 'docs/wallet/folder.md'));
    const { code, out } = await lint();
    expect(code).toBe(1);
    expect(shortened(out)).toMatchSnapshot();
  });

  it('reports on the paths it is given, and knows the rest', async () => {
    await translations('--stamp', '--all');
    write('docs/wallet/one.md', english('wallet/one').replace('## How to check', '## How to look'));
    const { code, out } = await lint(path.join(folder, 'docs/wallet/two.md'));
    expect(code).toBe(1);
    expect(shortened(out)).toMatch(
      /^docs\/wallet\/two\.md:\d+:\d+ error links: .*#how-to-check\. It has #how-to-look\.\n\n1 file: 1 error, 0 warnings\.\n$/,
    );
  });

  it('looks at the words of replies and trees, and counts their files', async () => {
    await translations('--stamp', '--all');
    write('replies/wait.yml', reply('等一等,再来。'));
    write('replies/broken.yml', 'article: {\n  a: [\n\n');
    write(
      'triage/stuck.yml',
      'title: { en: "Use the seed phrase", zh-CN: 输入种子短语 }\nsteps:\n  - why:\n      en: |\n        Wait.\n\n        Kindly wait.\n',
    );
    const { out } = await lint(path.join(folder, 'replies'), path.join(folder, 'triage'));
    const lines = shortened(out).split('\n');
    expect(lines.filter((line) => line.startsWith('replies/broken.yml'))).toEqual([
      expect.stringMatching(/^replies\/broken\.yml:4:1 error reply: This is YAML that cannot be read: /),
    ]);
    const words = lines.filter((line) => / (?:glossary|typography): /.test(line));
    expect(words.map((line) => line.replace(/:[^:]*$/, ''))).toEqual([
      expect.stringContaining('replies/wait.yml:4:51 error typography: "等一等,再来。"'),
      expect.stringContaining('triage/stuck.yml:1:23 error glossary: "seed phrase"'),
      expect.stringContaining('triage/stuck.yml:1:46 error glossary: "种子短语"'),
      expect.stringContaining('triage/stuck.yml:7:9 error glossary: "Kindly"'),
    ]);
    expect(lines.at(-2)).toMatch(/^3 files: /);
  });

  it('takes a folder outside of the content as if it were moved there', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'firstline-content-'));
    try {
      mkdirSync(path.join(other, 'docs/wallet'), { recursive: true });
      writeFileSync(path.join(other, 'docs/wallet/four.md'), english('wallet/four'));
      const { out } = await lint(other);
      expect(shortened(out)).toContain('docs/wallet/four.md:1:1 error language-pairs');
      expect(shortened(out)).not.toContain('links');
      expect(out).toContain('1 file: 2 errors');
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('--fix mends what is safe and nothing else', async () => {
    await translations('--stamp', '--all');
    const good = read('docs/zh-cn/wallet/two.md');
    write(
      'docs/zh-cn/wallet/two.md',
      good.replace('等一等，', '等3天,').replace('你会看到它。', '你会看到它。  '),
    );
    const { code, out } = await lint('--fix');
    expect({ code, out }).toEqual({ code: 0, out: '9 files: 0 errors, 0 warnings.\n' });
    expect(read('docs/zh-cn/wallet/two.md')).toBe(good.replace('等一等，', '等 3 天，'));
    expect(readdirSync(path.join(folder, 'docs/zh-cn/wallet'))).toEqual(['one.md', 'two.md']);
  });

  it('is read by programs and by GitHub', async () => {
    write('docs/wallet/two.md', english('wallet/two').replace('## How', '# How'));
    const report = JSON.parse((await lint('--format', 'json')).out) as {
      errors: number;
      problems: { rule: string }[];
    };
    expect(report.errors).toBeGreaterThan(0);
    expect(report.problems.map(({ rule }) => rule)).toContain('headings');
    expect(shortened((await lint('--format', 'github')).out)).toMatch(
      /^::error file=docs\/wallet\/two\.md,line=21,col=1,title=headings::/m,
    );
  });

  it('goes on when the glossary is broken', async () => {
    write('glossary.yml', 'terms: [');
    const { code, out } = await lint();
    expect(code).toBe(1);
    expect(shortened(out)).toMatch(/^docs[\s\S]*glossary\.yml:1:1 error settings: .*cannot be used/m);
  });

  it.each([[['--format', 'xml']], [['--frob']], [['no/such/file.md']], [['--today', 'soon']]])(
    'refuses %j with its usage',
    async (args) => {
      const { code, out, err } = await lint(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('usage: npm run content:lint');
    },
  );
});

describe('content:new', () => {
  it.each([
    ['faq', 'wallet/dust-attack', 'wallet/dust-attack'],
    ['guide', 'security/new-phone', 'security/new-phone'],
    ['runbook', 'triage/push-delays', 'runbooks/triage/push-delays'],
  ])('%s %s makes files that pass', async (type, given, slug) => {
    await translations('--stamp', '--all');
    // Runbooks refer to the matrix of severities.
    for (const page of ['severity', 'declare'])
      for (const name of [`docs/runbooks/incidents/${page}.md`, `docs/zh-cn/runbooks/incidents/${page}.md`])
        write(name, readFileSync(path.join(ROOT, 'content', name), 'utf8'));
    expect((await commandHere('contentNew', type, given, '--content', folder)).code).toBe(0);
    const files = [`docs/${slug}.md`, `docs/zh-cn/${slug}.md`, `phrasings/${slug}.yml`];
    const { code, out } = await lint('--today', todayIso(), ...files.map((file) => path.join(folder, file)));
    expect({ code, out: shortened(out) }).toEqual({
      code: 0,
      out:
        ['Chinese', 'English']
          .map(
            (language) =>
              `${files[2]!}:1:1 warning phrasings: There are 0 phrasings in ${language}; expected at least 24 different ones.\n`,
          )
          .join('') + '\n3 files: 0 errors, 2 warnings.\n',
    });
    expect(read(files[0]!)).toMatch(
      /audience: internal.*\nconfidence: work-in-progress\nowner: (.+)\nauthor: \1\nreviewed: /,
    );
    const again = await commandHere('contentNew', type, given, '--content', folder);
    expect(again.code).toBe(2);
    expect(again.err).toContain('is there already');
  });

  it('tells nobody to publish a runbook', async () => {
    const { out } = await commandHere('contentNew', 'runbook', 'triage/push-delays', '--content', folder);
    expect(out).toContain('when it is ready, set confidence in both files');
    expect(out).not.toContain('audience');
    expect(
      read('docs/runbooks/triage/push-delays.md').replace(/^reviewed: .*/m, 'reviewed: today'),
    ).toMatchSnapshot();
    expect(read('docs/zh-cn/runbooks/triage/push-delays.md')).toContain(
      'audience: internal # 手册只给内部看\n',
    );
    expect(read('docs/zh-cn/runbooks/triage/push-delays.md')).toContain('客服会怎么问');
  });

  it('takes titles as they are', async () => {
    await commandHere(
      'contentNew',
      'faq',
      'wallet/x',
      '--title',
      'What is "dust": a scam?',
      '--title-zh',
      '“粉尘”: 是什么 #1',
      '--content',
      folder,
    );
    expect(read('docs/wallet/x.md')).toContain('title: "What is \\"dust\\": a scam?"');
    expect((parse(read('docs/zh-cn/wallet/x.md').split('---')[1]!) as { title: string }).title).toBe(
      '“粉尘”: 是什么 #1',
    );
  });

  it.each([
    [['poem', 'wallet/x']],
    [['faq', 'Wallet/X']],
    [['faq', 'kitchen/x']],
    [['faq', '../x']],
    [['faq', 'runbooks/x/y']],
  ])('refuses %j', async (args) => {
    const { code, err } = await commandHere('contentNew', ...args, '--content', folder);
    expect(code).toBe(2);
    expect(err).toContain('usage: npm run content:new');
    expect(readdirSync(folder).sort()).toEqual(['docs', 'phrasings']);
  });
});

describe('content:rename', () => {
  it('moves an article with all that belongs to it, and everything is as good as before', async () => {
    await stampedAndClean();
    write('safety.yml', 'rules:\n  - articles: [wallet/one, wallet/one-more]\n    say: 等一等\n');
    write('replies/wait.yml', reply('哪天').replace('until', '[here](/wallet/one/) until'));
    write(
      'triage/public/stuck.yml',
      'article: wallet/one\nends:\n  - article: wallet/one # once more\n    tree: one\n',
    );
    write(
      'incidents/2026-11-01-x.md',
      '---\nmatch: { articles: [wallet/one] }\n---\n\n[One](/wallet/one/).\n',
    );
    const { code } = await commandHere('contentRename', 'wallet/one', 'security/first', '--content', folder);
    expect(code).toBe(0);
    const after = shortened((await lint(path.join(folder, 'docs'), path.join(folder, 'phrasings'))).out);
    expect(after).toBe('9 files: 0 errors, 0 warnings.\n');
    for (const gone of ['docs/wallet/one.md', 'docs/zh-cn/wallet/one.md', 'phrasings/wallet/one.yml'])
      expect(existsSync(path.join(folder, gone))).toBe(false);
    expect(read('docs/wallet/two.md')).toContain('(/security/first/#how-to-check)');
    expect(read('docs/zh-cn/wallet/two.md')).toContain('(/zh-cn/security/first/#怎么检查)');
    expect(parse(read('redirects.yml'))).toEqual({ 'wallet/one': 'security/first' });
    expect(read('safety.yml')).toBe(
      'rules:\n  - articles: [security/first, wallet/one-more]\n    say: 等一等\n',
    );
    expect(read('replies/wait.yml')).toMatch(
      /^article: security\/first\n[\s\S]*\[here\]\(\/security\/first\/\)/,
    );
    expect(read('triage/public/stuck.yml')).toBe(
      'article: security/first\nends:\n  - article: security/first # once more\n    tree: one\n',
    );
    expect(read('incidents/2026-11-01-x.md')).toBe(
      '---\nmatch: { articles: [security/first] }\n---\n\n[One](/security/first/).\n',
    );
  });

  it('rewrites what to read next, and shortens redirects', async () => {
    await commandHere('contentRename', 'wallet/two', 'wallet/second', '--content', folder);
    await commandHere('contentRename', 'wallet/second', 'wallet/2', '--content', folder);
    expect(read('docs/wallet/one.md')).toContain('related: [wallet/2]');
    expect(parse(read('redirects.yml'))).toEqual({ 'wallet/two': 'wallet/2', 'wallet/second': 'wallet/2' });
    await commandHere('contentRename', 'wallet/2', 'wallet/two', '--content', folder);
    expect(parse(read('redirects.yml'))).toEqual({ 'wallet/second': 'wallet/two', 'wallet/2': 'wallet/two' });
  });

  it('takes no address that replies lead another article by', async () => {
    await commandHere('contentRename', 'wallet/two', 'wallet/second', '--content', folder);
    const { code, err } = await commandHere('contentRename', 'wallet/one', 'wallet/two', '--content', folder);
    expect(code).toBe(2);
    expect(err).toContain('wallet/two is an old address of wallet/second');
    expect(read('docs/wallet/one.md')).toContain('title: About wallet/one');
  });

  it('does not call an outdated translation up to date', async () => {
    await translations('--stamp', '--all');
    write('docs/wallet/two.md', english('wallet/two').replace('Wait for it.', 'Do not wait.'));
    await commandHere('contentRename', 'wallet/one', 'wallet/first', '--content', folder);
    expect((await translations()).out).toContain('outdated   zh-cn/wallet/two');
  });

  it.each([
    [['wallet/one']],
    [['wallet/none', 'wallet/x']],
    [['wallet/one', 'wallet/two']],
    [['wallet/one', '../../x']],
    [['wallet/one', 'runbooks/triage/one']],
  ])('refuses %j and changes nothing', async (args) => {
    const { code } = await commandHere('contentRename', ...args, '--content', folder);
    expect(code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['docs', 'phrasings']);
    expect(read('docs/wallet/one.md')).toBe(english('wallet/one'));
  });
});

describe('content:translations', () => {
  it('lists what is missing, outdated and orphaned, for people and programs', async () => {
    await translations('--stamp', '--all');
    write('docs/wallet/two.md', `${english('wallet/two')}\n## New\n\nText.\n`);
    write('docs/wallet/four.md', english('wallet/four'));
    write('docs/zh-cn/wallet/five.md', chinese('wallet/five'));
    const { code, out, err } = await translations();
    expect(code).toBe(1);
    expect(out).toMatch(/^4 English articles, 4 translations\.\noutdated {3}zh-cn\/wallet\/two: .*\n$/);
    expect(err).toMatchInlineSnapshot(`
      "orphaned   zh-cn/wallet/five: there is no English page of that slug: rename or remove it
      missing    zh-cn/wallet/four: write it beside wallet/four
      "
    `);
    const listed = JSON.parse((await translations('--json')).out) as {
      listed: { state: string; slug: string }[];
    };
    expect(listed.listed.map(({ state, slug }) => [state, slug])).toEqual([
      ['orphaned', 'wallet/five'],
      ['missing', 'wallet/four'],
      ['outdated', 'wallet/two'],
    ]);
  });

  it('stamps the articles that are named', async () => {
    await translations('--stamp', 'wallet/one');
    expect((await translations()).out).toMatch(
      /^3 English articles, 3 translations\.\nunstamped  zh-cn\/security\/three.*\nunstamped  zh-cn\/wallet\/two.*\n$/,
    );
    expect((await translations('--stamp', 'wallet/none')).code).toBe(2);
    for (const args of [['--stamp'], ['--stamp', '--all', 'wallet/one'], ['--all'], ['--unchanged']])
      expect((await translations(...args)).code).toBe(2);
  });

  it('stamps no translation that nobody has touched since it was last stamped', async () => {
    await translations('--stamp', '--all');
    commitAll('2026-10-01T12:00:00Z');
    write('docs/wallet/one.md', english('wallet/one').replace('Wait', 'Hurry'));
    write('docs/wallet/two.md', english('wallet/two').replace('Wait', 'Hurry'));
    write('docs/zh-cn/wallet/two.md', read('docs/zh-cn/wallet/two.md').replace('等一等', '快一点'));
    commitAll('2026-10-02T12:00:00Z');
    const { code, err } = await translations('--stamp', '--all');
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "stamped    zh-cn/wallet/two
      refused    zh-cn/wallet/one: nothing in it has changed since it was last stamped. Bring it up to date; if it is right as it stands, add --unchanged
      "
    `);
    expect((await translations()).out).toMatch(
      /^3 English articles, 3 translations\.\noutdated {3}zh-cn\/wallet\/one[^\n]*\n$/,
    );
    expect((await translations('--stamp', 'wallet/one', '--unchanged')).code).toBe(0);
    expect((await translations()).out).toBe('3 English articles, 3 translations.\n');
  });

  it('fails for a security article that has been outdated for longer than the grace', async () => {
    await translations('--stamp', '--all');
    commitAll('2026-10-01T12:00:00Z');
    write('docs/security/three.md', english('security/three').replace('Wait', 'Hurry'));
    commitAll('2026-11-01T12:00:00Z');
    write('docs/security/three.md', english('security/three').replace('Wait', 'Run'));
    commitAll('2026-11-10T12:00:00Z');
    const late = await translations('--today', '2026-11-16');
    expect(late.code).toBe(1);
    expect(late.err).toContain('outdated   zh-cn/security/three');
    expect(late.err).toContain('15 days ago');
    expect((await translations('--today', '2026-11-15')).code).toBe(0);
    expect((await lint('--today', '2026-11-16')).out).toMatch(
      /three\.md:1:1 error translation-current: .*15 days ago/,
    );
    expect((await lint('--today', '2026-11-16', '--grace', '20')).code).toBe(0);
  });
});

describe('a build', () => {
  it('says how many warnings there are, and where they are listed', async () => {
    expect(await lintForBuild(folder, '2026-11-21')).toBe(
      '9 files: 0 errors, 3 warnings (npm run content:lint lists them).',
    );
  });

  it('fails with every error, such as a security translation that is behind for longer than the grace', async () => {
    await translations('--stamp', '--all');
    commitAll('2026-10-01T12:00:00Z');
    write('docs/security/three.md', english('security/three').replace('Wait', 'Hurry'));
    write('docs/wallet/one.md', english('wallet/one').replace('## How', '# How'));
    commitAll('2026-11-01T12:00:00Z');
    await expect(lintForBuild(folder, '2026-11-15')).rejects.toThrow(/: 1 error, 3 warnings/);
    const failed = await lintForBuild(folder, '2026-11-16').catch((error: unknown) => error);
    expect(shortened((failed as Error).message)).toMatchInlineSnapshot(`
      "docs/wallet/one.md:21:1 error headings: "How to check" is a first-level heading, which the title already is. Write \`## How to check\`.
      docs/zh-cn/security/three.md:1:1 error translation-current: The English page has changed since this translation was made, 15 days ago (changed: (opening)). Bring it up to date, then run \`npm run content:translations -- --stamp security/three\`.

      9 files: 2 errors, 2 warnings (npm run content:lint lists them).
      Nothing was built. Mend the errors, then build again."
    `);
  });
});

describe("the project's lists", () => {
  it('follow a rename, and keep the old address', async () => {
    write(
      'tests/fixtures/retrieval/test.jsonl',
      '{"text":"wallet/one?","slugs":["wallet/one","wallet/one-more"]}\n',
    );
    write('tests/fixtures/publishedSlugs.txt', '# every slug\nwallet/one');
    write('src/config.ts', "mostAsked: ['wallet/one', 'wallet/two'],\n");
    const done = await renameInProject(folder, 'wallet/one', 'wallet/first', true);
    expect(done.map((file) => path.relative(folder, file))).toEqual([
      'src/config.ts',
      'tests/fixtures/retrieval/test.jsonl',
      'tests/fixtures/publishedSlugs.txt',
    ]);
    expect(read('tests/fixtures/retrieval/test.jsonl')).toBe(
      '{"text":"wallet/one?","slugs":["wallet/first","wallet/one-more"]}\n',
    );
    expect(read('tests/fixtures/publishedSlugs.txt')).toBe('# every slug\nwallet/one\nwallet/first\n');
    expect(read('src/config.ts')).toBe("mostAsked: ['wallet/first', 'wallet/two'],\n");
    expect(await renameInProject(folder, 'runbooks/a', 'runbooks/b', false)).toEqual([]);
  });
});
