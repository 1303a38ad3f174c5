import { format, loadConfig } from '@huacnlee/autocorrect';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../../../src/config.ts';
import { applyFixes } from '../../../../src/core/article/lint/fix.ts';
import { readPage } from '../../../../src/core/article/lint/page.ts';
import { typographyOf } from '../../../../src/core/article/lint/typography.ts';

/** Mends a text until there is nothing left to mend. */
function mended(text: string, language: 'en' | 'zh-CN' = 'zh-CN'): string {
  let current = text;
  for (let pass = 0; pass < 10; pass++) {
    const edits = typographyOf(current, language);
    if (edits.length === 0) return current;
    current = applyFixes(current, edits);
  }
  throw new Error(`Never ends: ${JSON.stringify(text)}`);
}

const pieces = fc.array(
  fc.constantFrom(
    ...'币转账a B 1,.;:!?()"，。；：！？（）“”、…Ａ１\n *',
    'USDT',
    '10:30',
    '1,000',
    'https://x.example/a?b=c',
    '...',
    '。。。',
  ),
  { maxLength: 30 },
);

describe('typography', () => {
  it.each([
    ['我转了3个USDT过去', '我转了 3 个 USDT 过去'],
    ['点“设置”（Settings）', '点“设置”（Settings）'],
    ['好的,谢谢.', '好的，谢谢。'],
    ['金额 1,000 元,时间 10:30', '金额 1,000 元，时间 10:30'],
    ['钱包(wallet)里', '钱包（wallet）里'],
    ['看 “设置” ，再点', '看 “设置”，再点'],
    ['他说"不行"', '他说“不行”'],
    ['T恤和K线', 'T恤和 K线'],
    ['等等...', '等等……'],
    ['网址https://help.example/a?b=c,打开', '网址 https://help.example/a?b=c，打开'],
    ['版本5.8.1', '版本 5.8.1'],
    ['完成100%', '完成 100%'],
    ['收1.5%的费用，用C++写', '收 1.5% 的费用，用 C++ 写'],
    ['查看余额.点“设置”', '查看余额。点“设置”'],
    ['余额,1,000 元?3 天', '余额，1,000 元？3 天'],
    ['打开 a.txt.', '打开 a.txt.'],
  ])('sets %j as %j', (text, expected) => {
    expect(mended(text)).toBe(expected);
  });

  it('mends once and for all, and changes no word', () => {
    const words = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const result = mended(text);
        expect(typographyOf(result, 'zh-CN')).toEqual([]);
        expect(words(result)).toBe(words(text));
      }),
    );
  });

  it('gives changes in order that do not overlap and do change something', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('en' as const, 'zh-CN' as const), (parts, language) => {
        const text = parts.join('');
        let position = -1;
        for (const { start, end, text: replacement } of typographyOf(text, language)) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(text.slice(start, end)).not.toBe(replacement);
          position = end;
        }
      }),
    );
  });

  it('leaves plain English alone, and mends full-width signs in it', () => {
    expect(typographyOf('Send 3 coins (USDT), "now" — please: 10:30.', 'en')).toEqual([]);
    expect(mended('Wait，then（if you can）try again。', 'en')).toBe('Wait, then (if you can) try again.');
  });
});

/** What AutoCorrect is asked about: what both of us know, and it does not get wrong on our pages. */
const RULES = {
  'space-word': 1,
  fullwidth: 1,
  'no-space-fullwidth': 1,
  'halfwidth-word': 1,
  // It would put half-width brackets and commas into Chinese, and a space into 你看“App”.
  'halfwidth-punctuation': 0,
  'space-bracket': 0,
  'no-space-fullwidth-quote': 0,
  'space-punctuation': 0,
  'space-backticks': 0,
  'space-dash': 0,
  'space-dollar': 0,
  spellcheck: 0,
};

describe('AutoCorrect, after us, has nothing to mend', () => {
  beforeAll(() => void loadConfig(JSON.stringify({ rules: RULES })));

  it('in any Chinese page of ours', () => {
    const folder = path.resolve(import.meta.dirname, '../../../../content/docs/zh-cn');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    const left = names.flatMap((name) => {
      const id = `zh-cn/${name.replaceAll('\\', '/').replace(/\.md$/, '')}`;
      const page = readPage(name, id, readFileSync(path.join(folder, name), 'utf8'), config.variables);
      const texts = 'blocks' in page ? page.blocks.map(({ text }) => text) : [];
      return texts
        .filter((text) => /\p{Script=Han}/u.test(text))
        .map((text) => mended(text))
        .filter((text) => format(text) !== text)
        .map((text) => `${name}: ${text} → ${format(text)}`);
    });
    expect(names.length).toBeGreaterThan(90);
    expect(left).toEqual([]);
  });

  it('in what is put together at random', () => {
    const words = fc.array(
      fc.constantFrom(
        ...['转账', '余额', '点', 'App', 'USDT', '3', '10:30', '1,000', '1.5%', 'C++', '→', '/'],
        ...[
          '，',
          '。',
          '！',
          '？',
          '（',
          '）',
          '“设置”',
          ',',
          '.',
          ':',
          '!',
          '?',
          ' ',
          'https://x.example/a?b=c',
        ],
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = mended(parts.join(''));
        // Without a Chinese character it takes a text for English.
        fc.pre(/\p{Script=Han}/u.test(text));
        expect(format(text)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});
