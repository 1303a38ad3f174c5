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
import { parseArticleFile, parsePhrasings } from '../../src/core/article/article.ts';
import { parseMarkdown } from '../../src/core/article/markdown.ts';
import { reportSchema, REPORT_VERSION, type MiningReport } from '../../src/core/mining/report.ts';
import { visit } from 'unist-util-visit';
import { commandHere } from '../helpers/commandHere.ts';
import { HOSTILE_TEXTS, UNSEEN } from '../helpers/hostileTexts.ts';

const ID = '0123456789ab';
const GOLDEN = '../fixtures/mining/golden';
/** What a command says beside its result: at most that the model learns the articles of this folder, the first time. */
const NOTHING_WRONG = /^(?:Tuning the model to 2 articles …\n[^]+\.\n)?$/;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firstline-draft-'));
  const phrasings = (word: string): string =>
    Array.from({ length: 24 }, (_, i) => `  - ${word} ${'abcdefghijklmnopqrstuvwxyz'[i]}`).join('\n');
  for (const slug of [
    'wallet/pending',
    'card/declined',
    'runbooks/incidents/declare',
    'runbooks/incidents/severity',
  ]) {
    const type = slug.startsWith('runbooks') ? 'guide' : 'faq';
    const audience = type === 'faq' ? 'public' : 'internal';
    const product = slug.startsWith('card') ? 'card' : 'wallet';
    const front = (title: string): string =>
      `---\ntitle: ${title}\ndescription: ${title}.\ntype: ${type}\naudience: ${audience}\nowner: ${product}-team\nproducts: [${product}]\nconfidence: not-validated\nreviewed: 2026-05-01\nreviewEvery: 6 months\n---\n\n`;
    write(`content/docs/${slug}.md`, `${front(`About ${slug}`)}Wait for it.\n`);
    write(`content/docs/zh-cn/${slug}.md`, `${front(`关于 ${slug}`)}等一等。\n`);
    write(`content/phrasings/${slug}.yml`, `en:\n${phrasings(slug)}\nzh-CN:\n${phrasings(`关于 ${slug}`)}\n`);
  }
  write('report/report.json', JSON.stringify(report()));
  write('report/ways.ndjson', WAYS.map((way) => `${JSON.stringify({ issueId: ID, ...way })}\n`).join(''));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WAYS = [
  { language: 'en', text: 'why is it stuck?' },
  { language: 'en', text: 'Write to maria.lindqvist@example.com, it is stuck' },
  { language: 'en', text: 'wallet/pending c' },
  ...HOSTILE_TEXTS.map((text) => ({ language: 'en', text: `stuck ${text}?` })),
  { language: 'zh-CN', text: '为什么一直卡住？' },
  ...HOSTILE_TEXTS.map((text) => ({ language: 'zh-CN', text: `一直卡住了 ${text}` })),
];

/** A report whose every text is a stranger's at their worst. */
function report(): MiningReport {
  const text = HOSTILE_TEXTS.join(' ').slice(0, 240).toWellFormed();
  const issue = {
    id: ID,
    change: 'new',
    title: HOSTILE_TEXTS[0],
    titles: { en: HOSTILE_TEXTS[6], 'zh-CN': `卡住了 ${HOSTILE_TEXTS[5]!}` },
    terms: { en: [HOSTILE_TEXTS[3]], 'zh-CN': ['卡住'] },
    tickets: 12,
    share: 0.5,
    duplicates: 1,
    languages: { en: 7, 'zh-CN': 5, other: 0 },
    products: [{ product: HOSTILE_TEXTS[7], tickets: 3 }],
    layer: null,
    firstDay: '2026-05-18',
    lastDay: '2026-06-01',
    weekly: [],
    trend: { direction: 'new', recent: 12, before: 0, ratio: null },
    alarm: { isRaised: false, since: null, observed: 3, expected: 2, probability: 0.4 },
    impact: { rank: 1, people: 11, reopenings: 0, medianHours: null, cost: null },
    linkedArticles: [{ slug: 'wallet/pending', tickets: 4 }],
    gap: {
      kind: 'missing',
      slug: null,
      asked: 12,
      answered: [{ slug: 'card/declined', share: 0.1, meanProbability: 0.5 }],
      linked: [],
      tried: { shown: 0, opened: 0 },
      staleness: null,
    },
    examples: { en: [{ ticketId: HOSTILE_TEXTS[0], text }], 'zh-CN': [], other: [] },
    resolutions: {
      compared: 9,
      said: [
        { language: 'en', text: 'The transfer waits in line.', tickets: 8 },
        { language: 'en', text: 'Open Activity and tap Speed up.', tickets: 5 },
        ...HOSTILE_TEXTS.map((said) => ({ language: 'en', text: `Open it ${said}`, tickets: 2 })),
        { language: 'zh-CN', text: '请您打开App里的“活动”,再点加速', tickets: 3 },
        { language: 'zh-CN', text: '请打开“代币管理”，切到对应网络。', tickets: 6 },
        ...HOSTILE_TEXTS.map((said) => ({ language: 'zh-CN', text: `打开它 ${said}`, tickets: 2 })),
      ],
    },
    centre: '',
  };
  return reportSchema.parse({
    version: REPORT_VERSION,
    generatedFrom: {
      input: 'tickets.ndjson',
      format: 'ndjson',
      encoding: 'utf-8',
      tickets: 24,
      skipped: {},
      duplicates: 1,
      redactions: { email: 2 },
      languages: { en: 12, 'zh-CN': 12, other: 0 },
      from: '2026-05-18',
      to: '2026-06-01',
      seed: 1,
      model: 'model',
      fingerprint: '0123456789abcdef',
    },
    changes: null,
    issues: [issue],
    noise: { tickets: 12 },
  });
}

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const files = (): string[] =>
  readdirSync(path.join(folder, 'content'), { recursive: true, encoding: 'utf8' }).sort();

const run = (script: string, ...args: readonly string[]) =>
  commandHere(
    script,
    '--report',
    path.join(folder, 'report'),
    '--content',
    path.join(folder, 'content'),
    ...args,
  );

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: path.join(folder, 'content'), encoding: 'utf8' });

function commitAll(): void {
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.email', 'maintainer@example.com');
  git('config', 'user.name', 'Maintainer');
  git('add', '.');
  git('commit', '--quiet', '-m', 'articles');
}

const NEW = ['docs/wallet/stuck.md', 'docs/zh-cn/wallet/stuck.md', 'phrasings/wallet/stuck.yml'];
const MADE = ['draft.en.md', 'draft.zh-CN.md', 'draft.yml'];

/** Puts the draft of the first test there: the command that makes it asks the suggestions, which takes seconds. */
function putDraft(): void {
  NEW.forEach((file, i) =>
    write(`content/${file}`, readFileSync(path.join(import.meta.dirname, GOLDEN, MADE[i]!), 'utf8')),
  );
}

describe('mine:draft', () => {
  it('makes an article in both languages and its phrasings, and what strangers wrote is data in all of them', async () => {
    const before = files();
    const { code, out, err } = await run('mineDraft', '--issue', ID, '--slug', 'wallet/stuck');
    expect(code).toBe(0);
    expect(err).toMatch(NOTHING_WRONG);
    expect(files().filter((file) => !before.includes(file))).toEqual(NEW);
    for (const [i, file] of NEW.entries()) {
      const text = read(`content/${file}`);
      expect(text).not.toMatch(UNSEEN);
      expect(text).not.toMatch(/lindqvist/);
      await expect(text).toMatchFileSnapshot(`${GOLDEN}/${MADE[i]!}`);
    }
    expect(out).not.toMatch(UNSEEN);
    for (const file of NEW.slice(0, 2)) {
      const { frontMatter, body } = parseArticleFile('x', 'x', read(`content/${file}`));
      expect(frontMatter).toMatchObject({
        audience: 'internal',
        confidence: 'work-in-progress',
        draft: true,
        owner: 'wallet-team',
        products: ['wallet'],
        related: ['wallet/pending', 'card/declined'],
        minedFrom: {
          issue: ID,
          tickets: 12,
          people: 11,
          from: new Date('2026-05-18'),
          to: new Date('2026-06-01'),
        },
      });
      expect(Object.keys(frontMatter)).not.toContain('owned');
      const kinds = new Set<string>();
      visit(parseMarkdown(body), (node) => void kinds.add(node.type));
      // The link is the template's own, to the contact form.
      expect([...kinds].sort().filter((kind) => kind !== 'inlineCode')).toEqual([
        'heading',
        'link',
        'list',
        'listItem',
        'paragraph',
        'root',
        'text',
      ]);
      expect(body.match(/\]\(/g)).toHaveLength(1);
    }
    const phrasings = parsePhrasings('x', parse(read(`content/${NEW[2]!}`)));
    expect(phrasings.en[0]).toEqual({ text: 'why is it stuck?', from: ID });
    expect(phrasings.en.map(({ text }) => text)).not.toContain('wallet/pending c');
    for (const { from } of [...phrasings.en, ...phrasings['zh-CN']]) expect(from).toBe(ID);
  });

  it('passes content:lint, with warnings', async () => {
    putDraft();
    await run(
      'mineDraft',
      '--issue',
      ID,
      '--type',
      'runbook',
      '--slug',
      'runbooks/triage/waits',
      '--title',
      'It waits',
      '--title-zh',
      '一直等',
    );
    const content = path.join(folder, 'content');
    const { out: linted } = await commandHere('contentLint', '--content', content, '--format', 'json');
    const { problems } = JSON.parse(linted) as {
      problems: { file: string; severity: string; message: string }[];
    };
    const own = problems.filter(({ file }) => /stuck\.(?:md|yml)|waits/.test(file));
    expect(own.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(own.length).toBeGreaterThan(0);
    expect(
      parseArticleFile('x', 'x', read('content/docs/zh-cn/runbooks/triage/waits.md')).frontMatter,
    ).toMatchObject({
      title: '一直等',
      type: 'runbook',
      audience: 'internal',
    });
  });

  it('refuses what it cannot make, says why, and writes nothing', async () => {
    const before = files();
    const cases: readonly (readonly [args: readonly string[], message: string])[] = [
      [[], 'There is no --issue'],
      [['--issue', 'ffffffffffff'], 'There is no issue "ffffffffffff"'],
      [['--issue', ID, '--type', 'poem'], 'Unknown type "poem"'],
      [['--issue', ID, '--slug', '../../etc/x'], 'is no name of an article'],
      [['--issue', ID, '--slug', 'moon/x'], 'There is no section "moon"'],
      [['--issue', ID, '--slug', 'wallet/x', '--type', 'runbook'], 'What stands below runbooks/'],
      [['--issue', ID, '--slug', 'wallet/pending'], 'wallet/pending is there already'],
      [
        ['--issue', ID, '--slug', 'wallet/x', '--title', 'Write to maria.lindqvist@post.com'],
        'A title holds',
      ],
    ];
    for (const [args, message] of cases) {
      const { code, err } = await run('mineDraft', ...args);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) as string });
    }
    expect(files()).toEqual(before);
  });
});

describe('mine:phrasings --apply', () => {
  const proposal = (accept: boolean, text: string, article = 'wallet/pending'): string =>
    `  - article: ${article}\n    phrasings:\n      - { accept: ${String(accept)}, language: en, text: ${JSON.stringify(text)}, from: '${ID}' }\n`;

  it('adds what was accepted and nothing else, looks at it again, and does so once', async () => {
    const before = read('content/phrasings/wallet/pending.yml');
    write(
      'report/proposals.yml',
      `articles:\n${[
        proposal(true, 'still not there after \u202Ehours'),
        proposal(false, 'not accepted'),
        proposal(true, 'mail maria.lindqvist@post.com about it'),
        proposal(true, 'card/declined b'),
        proposal(true, 'anything', '../../../etc/passwd'),
      ].join('')}`,
    );
    const { code, err, out } = await run('minePhrasings', '--apply');
    expect(code).toBe(1);
    expect(out).toContain('1 added');
    expect(err).toContain('phrasing 3 (wallet/pending, en) holds what looks personal or secret');
    expect(err).toContain('phrasing 4 (wallet/pending, en) is there already, in card/declined');
    expect(err).toContain('phrasing 5 (../../../etc/passwd, en) is for an article that is not there');
    expect(err).not.toContain('lindqvist');
    const after = read('content/phrasings/wallet/pending.yml');
    expect(after).toBe(
      before.replace('\nzh-CN:', `\n  - text: "still not there after hours"\n    from: "${ID}"\nzh-CN:`),
    );
    write('report/proposals.yml', `articles:\n${proposal(true, 'still not there after hours')}`);
    expect(await run('minePhrasings', '--apply')).toMatchObject({ code: 0, out: 'Nothing was added.\n' });
    expect(read('content/phrasings/wallet/pending.yml')).toBe(after);
  });

  it.each([
    ['articles: [', 'found YAML that cannot be read'],
    [
      `articles:\n${proposal(true, 'x').replace('true', 'yes please')}`,
      'write accept: true or accept: false',
    ],
  ])('says what is wrong with %j', async (yaml, message) => {
    write('report/proposals.yml', yaml);
    const { code, err } = await run('minePhrasings', '--apply');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(message) as string });
  });
});

describe('mine:pr', () => {
  it('puts drafts and phrasings in one commit on a branch, with a summary in which nothing is live', async () => {
    commitAll();
    putDraft();
    write(
      'report/proposals.yml',
      `articles:\n  - article: card/declined\n    phrasings:\n      - { accept: true, language: en, text: refused at the till, from: '${ID}' }\n`,
    );
    await run('minePhrasings', '--apply');
    const { code, out, err } = await run('minePr');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('git push -u origin mining/2026-06-01');
    expect(git('rev-parse', '--abbrev-ref', 'HEAD').trim()).toBe('mining/2026-06-01');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '-1', '--format=%B').trim()).toBe(
      [
        'content: draft 1 article, add 1 phrasing from 24 tickets',
        '',
        'Mined from tickets of 2026-05-18 to 2026-06-01 (0123456789abcdef).',
        '',
        `- draft wallet/stuck: issue ${ID}, 12 tickets`,
        '- card/declined: 1 phrasing added',
      ].join('\n'),
    );
    expect(git('show', '--name-only', '--format=').trim().split('\n')).toEqual([
      ...NEW.slice(0, 2),
      'phrasings/card/declined.yml',
      NEW[2],
    ]);
    const summary = read('report/pull-request.md');
    expect(summary).not.toMatch(UNSEEN);
    expect(summary).not.toMatch(/<[a-z!/?]|(?<!\\)\]\(|https?:/i);
    await expect(summary).toMatchFileSnapshot(`${GOLDEN}/pull-request.md`);
  });

  it.each([
    ['another file', () => write('content/other.txt', 'x'), 'other.txt is changed, and is neither'],
    [
      'a deleted file',
      () => rmSync(path.join(folder, 'content/docs/card/declined.md')),
      'docs/card/declined.md is changed, and is neither',
    ],
    [
      'an article that is no draft',
      () =>
        write(
          'content/docs/wallet/pending.md',
          read('content/docs/wallet/pending.md').replace('Wait', 'Hope'),
        ),
      'docs/wallet/pending.md is changed, and is no draft from mining',
    ],
    [
      'a phrasing that was taken out',
      () =>
        write(
          'content/phrasings/card/declined.yml',
          read('content/phrasings/card/declined.yml').replace('  - card/declined b\n', ''),
        ),
      'has other changes than phrasings added from issues',
    ],
    [
      'a phrasing that somebody wrote',
      () =>
        write(
          'content/phrasings/card/declined.yml',
          read('content/phrasings/card/declined.yml').replace('en:\n', 'en:\n  - mine\n'),
        ),
      'has other changes than phrasings added from issues',
    ],
    [
      'a secret in a phrasing',
      () =>
        write(
          'content/phrasings/card/declined.yml',
          `${read('content/phrasings/card/declined.yml')}  - { text: mail maria.lindqvist@post.com, from: '${ID}' }\n`,
        ),
      'no-secrets: This looks like the email address of a person',
    ],
  ])('refuses a tree with %s, and leaves it as it is', async (_, change, message) => {
    commitAll();
    change();
    const [status, head] = [git('status', '--porcelain'), git('rev-parse', 'HEAD')];
    const { code, err } = await run('minePr');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(message) as string });
    expect(err).not.toContain('lindqvist');
    expect([git('status', '--porcelain'), git('rev-parse', 'HEAD')]).toEqual([status, head]);
    expect(git('branch', '--list', 'mining/*')).toBe('');
    expect(existsSync(path.join(folder, 'report/pull-request.md'))).toBe(false);
  });

  it('says when there is nothing to bring, and when a branch is there or cannot be', async () => {
    commitAll();
    expect(await run('minePr')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing to bring') as string,
    });
    git('branch', 'taken');
    expect(await run('minePr', '--branch', 'taken')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already') as string,
    });
    expect(await run('minePr', '--branch', '--upload-pack=x')).toMatchObject({ code: 2 });
    expect(await run('minePr', '--branch', 'a b')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is no name of a branch') as string,
    });
  });

  it('leaves all as it was when the commit fails', async () => {
    commitAll();
    putDraft();
    write('content/.git/hooks/pre-commit', '#!/bin/sh\necho not today >&2\nexit 1\n');
    execFileSync('chmod', ['+x', path.join(folder, 'content/.git/hooks/pre-commit')]);
    const status = git('status', '--porcelain');
    const { code, err } = await run('minePr');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('not today') as string });
    expect(git('status', '--porcelain')).toBe(status);
    expect(git('rev-parse', '--abbrev-ref', 'HEAD').trim()).toBe('main');
    expect(git('branch', '--list', 'mining/*')).toBe('');
  });
});
