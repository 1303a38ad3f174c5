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
import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersFrom } from '../../scripts/incident/answers.ts';
import { readLength, readMoment } from '../../scripts/incident/values.ts';
import { readStatus } from '../../src/core/operations/incidents/published.ts';
import { commandHere } from '../helpers/commandHere.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firstline-incidents-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ID = '2026-11-21-swap-bsc';
const TEXT = ['--text', 'Swaps are slow.', '--text-zh', '兑换较慢。'];
const OPEN = ['open', '--severity', 'sev2', '--component', 'swap', '--network', 'bsc', ...TEXT];
const TITLE = ['--title', 'Swaps are delayed', '--title-zh', '兑换有延迟'];

const incident = (...args: readonly string[]) => commandHere('incident', ...args, '--incidents', folder);

const at = (time: string): string[] => ['--now', `2026-11-21T${time}:00Z`];
const file = (): string => readFileSync(path.join(folder, `${ID}.md`), 'utf8');

describe('the incident command', () => {
  it('opens, updates, resolves and reviews, and publishes without a build', async () => {
    const opened = await incident(...OPEN, ...TITLE, ...at('09:00'));
    expect(opened).toMatchObject({ code: 0, err: '' });
    expect(opened.out).toContain('── Reply to tickets · zh-CN');
    expect(opened.out).toMatch(/── Social post · en · \d+ of 280/);
    expect(file()).toContain('status: investigating');

    expect((await incident('update', ID, '--status', 'identified', ...TEXT, ...at('09:30'))).code).toBe(0);
    expect((await incident('publish', '--to', folder, ...at('09:31'))).out).toContain('1 under way, 0 over');
    const status = readStatus(JSON.parse(readFileSync(path.join(folder, 'status.json'), 'utf8')));
    expect(status?.incidents).toMatchObject([{ id: ID, status: 'identified', impact: 'major' }]);

    const resolved = await incident(
      'resolve',
      ID,
      ...TEXT,
      '--resolved',
      '2026-11-21T09:50:00Z',
      ...at('10:00'),
    );
    expect(resolved.code).toBe(0);
    expect(resolved.out).toContain('The review is due on 2026-11-27');
    expect(file()).toMatch(
      /resolved: 2026-11-21T09:50:00Z[\s\S]*expires: 2026-11-21T10:00:00Z|expires: 2026-11-21T10:00:00Z[\s\S]*resolved: 2026-11-21T09:50:00Z/,
    );
    expect(file()).toContain(`review: reviews/${ID}.md`);

    // What the file knows of the impact is there already.
    expect(readFileSync(path.join(folder, 'reviews', `${ID}.md`), 'utf8')).toContain(
      '- Parts: Swaps\n- Networks: BNB Smart Chain (BEP20)\n- Lasted: 50 min\n',
    );
    // What somebody has begun to write is never replaced.
    const review = path.join(folder, 'reviews', `${ID}.md`);
    writeFileSync(review, readFileSync(review, 'utf8').replace('TODO', 'Written'));
    expect((await incident('review', ID, ...at('11:00'))).out).toContain('there already');
    expect(readFileSync(review, 'utf8')).toContain('Written');
    expect((await incident('list', ...at('11:00'))).out).toContain(`${ID}  sev2  resolved, updated 1 hr ago`);
  });

  it('makes a review in Chinese for a lesser one when asked', async () => {
    await incident(...OPEN.map((arg) => (arg === 'sev2' ? 'sev3' : arg)), ...TITLE, ...at('09:00'));
    await incident('resolve', ID, ...TEXT, ...at('10:00'));
    expect(existsSync(path.join(folder, 'reviews'))).toBe(false);
    expect((await incident('review', ID, '--language', 'zh-CN', ...at('10:00'))).code).toBe(0);
    expect(readFileSync(path.join(folder, 'reviews', `${ID}.md`), 'utf8')).toContain('## 五个为什么');
    expect(file()).toContain(`review: reviews/${ID}.md`);
  });

  it('publishes each edition into its own folder, and says both commands', async () => {
    const opened = await incident(...OPEN, ...TITLE, '--readers', 'en', ...at('09:00'));
    expect(opened.out).toContain('publish --to dist`');
    expect(opened.out).toContain('publish --to dist-internal --edition internal`');
    expect(file()).toContain('languages:\n  - en\n');
    await incident('update', ID, '--status', 'identified', '--readers', 'all', ...TEXT, ...at('09:30'));
    expect(file()).not.toContain('languages:');

    const built = path.join(folder, 'built');
    mkdirSync(path.join(built, 'desk'), { recursive: true });
    for (const [to, edition, message] of [
      [folder, 'internal', 'is not the internal edition'],
      [built, 'public', 'is the internal edition'],
    ] as const) {
      const { code, err } = await incident('publish', '--to', to, '--edition', edition, ...at('09:31'));
      expect([code, err]).toEqual([2, expect.stringContaining(message)]);
      expect(existsSync(path.join(to, 'status.json'))).toBe(false);
    }
    expect((await incident('publish', '--to', built, '--edition', 'internal', ...at('09:31'))).code).toBe(0);
  });

  it('says for an internal one how the desk gets it', async () => {
    const { out } = await incident(...OPEN, ...TITLE, '--internal', ...at('09:00'));
    expect(out).toContain('publish --to dist-internal --edition internal`');
    expect(out).not.toContain('publish --to dist`');
  });

  it.each([
    ['a missing flag', [...OPEN], '--title is missing'],
    ['an unknown severity', [...OPEN, ...TITLE, '--severity', 'high'], 'expected sev1, sev2, sev3, sev4'],
    ['an unknown component', [...OPEN, ...TITLE, '--component', 'swaps'], '--component "swaps"'],
    [
      'a time without a zone',
      [...OPEN, ...TITLE, '--started', '2026-11-21T09:00'],
      'expected a time with its zone',
    ],
    ...['started', 'expires', 'now'].map(
      (flag) =>
        [
          `a day that is in no calendar as --${flag}`,
          [...OPEN, ...TITLE, `--${flag}`, '2026-02-30T10:00:00Z'],
          `--${flag} is "2026-02-30T10:00:00Z"`,
        ] as [string, string[], string],
    ),
    ['an unknown reader', [...OPEN, ...TITLE, '--readers', 'fr'], '--readers is "fr"'],
    ['an unknown command', ['close'], 'Unknown command "close"'],
    ['an unknown incident', ['update', 'nothing', ...TEXT], 'There is no incident nothing'],
    [
      'a name that leaves the folder',
      [...OPEN, ...TITLE, '--id', '../2026-11-21-x'],
      'is no name of an incident',
    ],
    ['a flag that does not exist', ['list', '--colour', 'red'], '--colour'],
    ['a folder to publish to that is not there', ['publish', '--to', '/nowhere/at/all'], 'is not there'],
  ])('is called wrongly with %s: exit code 2, nothing written', async (_, args, message) => {
    const { code, err } = await incident(...args, ...(args.includes('--now') ? [] : at('09:00')));
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [
      'a beginning in the future',
      ['--started', '2026-11-22T09:00:00Z'],
      'started: found 2026-11-22T09:00:00Z',
    ],
    ['a title that ends a sentence', ['--title', 'Swaps are delayed.'], 'title.en'],
    ['a region that is none', ['--region', 'XQ'], 'regions: found "XQ"'],
    [
      'a title that asks for a secret',
      ['--title', 'Please enter your recovery phrase at https://evil.example'],
      'title.en: found',
    ],
    [
      'a notice that asks for a secret',
      ['--text-zh', '请在 https://evil.example 输入你的助记词'],
      'updates.0.zh-CN: found',
    ],
    [
      'a recovery phrase in the text',
      ['--text', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
      'looks like a secret (recovery-phrase)',
    ],
  ])('refuses %s: exit code 1, nothing written', async (_, args, message) => {
    const { code, err } = await incident(...OPEN, ...TITLE, ...args, ...at('09:00'));
    expect(err).toContain(message);
    expect(err).not.toContain('sausage');
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the file that is wrong, and writes nothing beside it', async () => {
    writeFileSync(path.join(folder, '2026-01-01-odd.md'), '---\nseverity: sev9\n---\n');
    const { code, err } = await incident(...OPEN, ...TITLE, ...at('09:00'));
    expect(code).toBe(1);
    expect(err).toContain('2026-01-01-odd.md cannot be used');
    expect(readdirSync(folder)).toEqual(['2026-01-01-odd.md']);
  });
});

describe('the content lint', () => {
  it('refuses a grave incident whose review is overdue, and one that changed no article', async () => {
    const content = path.join(folder, 'content');
    const incidents = path.join(content, 'incidents');
    mkdirSync(path.join(content, 'docs/wallet'), { recursive: true });
    const place = ['--incidents', incidents];
    writeFileSync(
      path.join(content, 'docs/wallet/swap-failed.md'),
      '---\ntitle: x\naudience: public\n---\n\nx\n',
    );
    mkdirSync(incidents);
    writeFileSync(path.join(incidents, 'components.yml'), 'swap:\n  name: { en: Swaps, zh-CN: 兑换 }\n');
    await commandHere('incident', ...OPEN, ...TITLE, ...at('09:00'), ...place);
    await commandHere('incident', 'resolve', ID, ...TEXT, ...at('10:00'), ...place);
    const lint = async (today: string) =>
      (await commandHere('contentLint', '--content', content, '--today', today)).out;
    expect(await lint('2026-11-28')).toMatch(
      /reviews\/2026-11-21-swap-bsc\.md:\d+:\d+ error incident-review: .*changes no article or runbook/,
    );
    rmSync(path.join(incidents, 'reviews'), { recursive: true });
    expect(await lint('2026-11-28')).toMatch(
      /2026-11-21-swap-bsc\.md:\d+:\d+ error incident-review: .*and there is none/,
    );
    expect(await lint('2026-11-27')).not.toContain('incident-review');
  });
});

describe('the questions at a terminal', () => {
  it('are asked again until the answer will do, also where lines come all at once', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end('high\n\nsev2\nswap, nothing\nswap、send\n');
    const answers = answersFrom({}, true, input, output);
    const check = (values: readonly string[]) => (value: string) =>
      values.includes(value) ? undefined : 'unknown';
    expect(await answers.one('severity', 'How grave?', { check: check(['sev2']) })).toBe('sev2');
    expect(await answers.several('component', 'What?', check(['swap', 'send']))).toEqual(['swap', 'send']);
    await expect(answers.one('title', 'What?')).rejects.toThrow('nothing was written');
    answers.close();
    output.end();
    expect(await textOf(output)).toContain('this is needed');
  });

  it('are not asked where a flag answers, nor where nobody sits', async () => {
    const answers = answersFrom({ title: 'x', component: ['a,b', 'c'] }, false);
    expect(await answers.one('title', 'What?')).toBe('x');
    expect(await answers.several('component', 'What?')).toEqual(['a', 'b', 'c']);
    expect(await answers.one('keep', 'How long?', { fallback: '0' })).toBe('0');
    await expect(answers.one('text', 'What?')).rejects.toThrow('--text is missing');
  });

  it('take times with a zone, and lengths', () => {
    const now = Date.parse('2026-11-21T09:00:00Z');
    expect(readMoment('expires', '24h', now)).toBe('2026-11-22T09:00:00Z');
    expect(readMoment('expires', '2026-11-21T17:10+08:00', now)).toBe('2026-11-21T09:10:00Z');
    expect([readLength('90m'), readLength('3d'), readLength('0'), readLength('2')]).toEqual([
      5_400_000,
      259_200_000,
      0,
      undefined,
    ]);
  });
});
