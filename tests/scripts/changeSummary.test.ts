import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/paths.ts';

let folder: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function commit(message: string): string {
  git('add', '-A');
  git('commit', '-m', message);
  return git('rev-parse', 'HEAD');
}

function summary(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/changeSummary.ts', '--root', folder, ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
}

const page = (title: string, answer: string): string =>
  `---\ntitle: ${title}\naudience: public\n---\n${answer}\n\n## Steps\n\n1. Look at it for a while.\n2. Wait until tomorrow.\n`;

let base: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firstline-changes-'));
  git('init', '--initial-branch=main');
  write('content/docs/wallet/one.md', page('One', 'Wait.'));
  write('content/docs/zh-cn/wallet/one.md', page('一', '等。'));
  write('content/docs/wallet/two.md', page('Two', 'Go on.'));
  write('content/phrasings/wallet/one.yml', 'en:\n  - first\n');
  write('src/code.ts', '1');
  base = commit('first');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('content:changes', () => {
  it('shows a branch as its pull request does: what it did since it began, not what happened elsewhere', () => {
    git('switch', '-c', 'branch');
    write('content/docs/wallet/one.md', page('One', 'Wait a day.'));
    write('content/phrasings/wallet/one.yml', 'en:\n  - first\n  - second\nzh-CN:\n  - 第二\n');
    mkdirSync(path.join(folder, 'content/docs/card'));
    renameSync(
      path.join(folder, 'content/docs/wallet/two.md'),
      path.join(folder, 'content/docs/card/second one.md'),
    );
    write('src/code.ts', '2');
    commit('branch');
    git('switch', 'main');
    write('content/docs/wallet/three.md', page('Three', 'Elsewhere.'));
    commit('main');
    const { code, out } = summary('--base', 'main', '--head', 'branch');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "<!-- firstline: content changes -->

      ## What changes for readers

      ### Articles (2)

      - **renamed** \`card/second one\` (en) Two: was \`wallet/two\`; only what readers do not see
      - **changed** \`wallet/one\` (en) One: changed: the answer at the top

      ### Chinese pages that wait for a translator (2)

      - \`card/second one\`: there is none yet
      - \`wallet/one\`: it does not say what it was made from

      ### Phrasings (1)

      - \`wallet/one\`: en +1 −0, zh-CN +1 −0
      "
    `);
  });

  it('shows what is not committed yet, new files too, and writes data where it is told', () => {
    write('content/docs/wallet/one.md', page('One', 'Wait a day.'));
    write('content/docs/wallet/new.md', page('New', 'Yes.'));
    rmSync(path.join(folder, 'content/docs/wallet/two.md'));
    const file = path.join(folder, 'changes.json');
    expect(summary('--json', '--out', file)).toMatchObject({ code: 0, out: '' });
    const { articles, translations } = JSON.parse(readFileSync(file, 'utf8')) as {
      articles: { slug: string; kind: string }[];
      translations: { slug: string; state: string }[];
    };
    expect(articles.map(({ slug, kind }) => `${slug} ${kind}`)).toEqual([
      'wallet/new added',
      'wallet/one changed',
      'wallet/two removed',
    ]);
    expect(translations.map(({ slug, state }) => `${slug} ${state}`)).toEqual([
      'wallet/new missing',
      'wallet/one unstamped',
    ]);
  });

  it.each([
    [['--base', 'nowhere'], 'git knows no commit "nowhere"'],
    [['--base=--output=/tmp/x'], 'git knows no commit'],
    [['--head', ''], 'git knows no commit ""'],
    [['left over'], 'Did not expect "left over"'],
  ])('%j is refused with a word why', (args, message) => {
    const { code, err } = summary(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('says when two histories have nothing in common', () => {
    git('switch', '--orphan', 'other');
    write('content/docs/wallet/one.md', page('One', 'Other.'));
    commit('other');
    expect(summary('--base', base)).toMatchObject({ code: 2 });
  });
});
