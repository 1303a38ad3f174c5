import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelTerms } from '../../../src/core/mining/labels.ts';
import { linkedSlugs } from '../../../src/core/mining/replyLinks.ts';
import { escapeMarkdown, visibleText } from '../../../src/core/mining/safeText.ts';
import { addTermProducts, termVectors } from '../../../src/core/mining/termVectors.ts';
import { titlesOf } from '../../../src/core/mining/titles.ts';
import { trendOf } from '../../../src/core/mining/trend.ts';
import { weekName, weekNumber } from '../../../src/core/mining/weeks.ts';

describe('links in replies', () => {
  const known = new Set(['wallet/wrong-network', 'card/card-declined']);
  const agent = (body: string) => ({ messages: [{ author: 'agent', body } as const] });

  it.each([
    'https://help.firstline.example/wallet/wrong-network/',
    'https://help.firstline.example/zh-cn/wallet/wrong-network/。',
    '<https://x.example/docs/wallet/wrong-network.html?utm=1#a>',
    '看这里：https://help.firstline.example/wallet/wrong-network，谢谢',
  ])('%s names its article', (body) => {
    expect(linkedSlugs(agent(body), known)).toEqual(['wallet/wrong-network']);
  });

  it('count only as agents’ and for known articles', () => {
    expect(linkedSlugs(agent('https://x.example/wallet/unknown/ and /wallet/wrong-network'), known)).toEqual(
      [],
    );
    const requester = {
      messages: [{ author: 'requester', body: 'https://x.example/card/card-declined/' } as const],
    };
    expect(linkedSlugs(requester, known)).toEqual([]);
  });
});

describe('weeks', () => {
  it.each([
    ['2026-05-18T00:00:00Z', '2026-W21'],
    ['2026-05-24T23:59:59Z', '2026-W21'],
    ['2026-05-25T00:00:00Z', '2026-W22'],
    ['2024-12-30T12:00:00Z', '2025-W01'],
    ['2021-01-03T12:00:00Z', '2020-W53'],
    ['1969-12-31T12:00:00Z', '1970-W01'],
  ])('%s lies in %s', (at, week) => {
    expect(weekName(weekNumber(Date.parse(at)))).toBe(week);
  });
});

describe('a trend', () => {
  it.each([
    [[...Array<number>(20).fill(2), 2, 2, 2, 2], 'steady'],
    [[...Array<number>(20).fill(2), 6, 7, 6, 8], 'rising'],
    [[...Array<number>(20).fill(4), 1, 0, 1, 0], 'falling'],
    [[...Array<number>(20).fill(0), 0, 2, 4, 5], 'new'],
    [[5, 5], 'steady'],
    [[], 'steady'],
    [[9, ...Array<number>(20).fill(0)], 'steady'],
  ])('of %j is %s', (weekly, direction) => {
    expect(trendOf(weekly).direction).toBe(direction);
  });

  it('gives the numbers it rests on', () => {
    expect(trendOf([9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3])).toEqual({
      direction: 'rising',
      recent: 12,
      before: 8,
      ratio: 3,
    });
  });
});

describe('labels', () => {
  it('name what sets a group apart, in readable words', () => {
    const [card, network] = labelTerms([
      [
        'my card was declined',
        'card declined at the shop',
        'the shop declined my card [EMAIL]',
        'please help declined',
      ],
      ['wrong network chosen', 'I chose the wrong network https://x.example/declined', 'please help network'],
    ]);
    expect(card!.slice(0, 2).sort()).toEqual(['card', 'declined']);
    expect(card).not.toContain('email');
    expect(network![0]).toBe('network');
    expect(network).not.toContain('please');
  });

  it('in Chinese are words, not pairs of characters', () => {
    const [terms] = labelTerms([
      ['助记词泄露了', '我的助记词被看到', '助记词怎么换'],
      ['银行卡被拒', '刷卡被拒绝'],
    ]);
    expect(terms![0]).toBe('助记词');
    expect(terms).not.toContain('记词');
  });
});

describe('text from strangers', () => {
  it('loses what cannot be seen', () => {
    expect(visibleText('a\u001B[31mred\u001B[0m\u0007\u202Eevil\u200B \u001B]0;title\u0007b\r\nc')).toBe(
      'aredevil b\nc',
    );
  });

  it('is no Markdown, HTML, link or table', () => {
    const escaped = escapeMarkdown(
      '| <img src=x onerror=alert(1)> [a](https://evil.example) `code` **b**\n# h @me www.evil.example',
    );
    expect(escaped).not.toMatch(/<|>|(?<!\\)[|[\]`*]|(?<![\\&])#|https?:|@|www\./);
    expect(escaped).not.toContain('\n');
  });

  it('whatever it is, holds no control or bidirectional character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).not.toMatch(
          /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
        );
      }),
    );
  });
});

describe('titles', () => {
  const ticket = (language: 'en' | 'zh-CN', subject: string, body = '') => ({
    language,
    subject,
    text: [subject, body].filter((part) => part !== '').join('\n'),
  });
  const terms = { en: ['declined', 'card', 'terminal'], 'zh-CN': ['刷卡', '余额'] };

  it('are a subject that names the problem, in each language, the main one that of most tickets', () => {
    const { main, byLanguage } = titlesOf(
      [
        ticket('en', 'Help'),
        ticket('en', 'I think I messed up'),
        ticket('zh-CN', '急', '今天超市刷卡被拒绝，余额还有很多。怎么回事'),
        ticket('en', 'Card declined at every terminal', 'please help'),
        ticket('zh-CN', 'card declined at terminal'),
      ],
      terms,
    );
    expect(main).toBe('Card declined at every terminal');
    expect(byLanguage).toEqual({ en: main, 'zh-CN': '今天超市刷卡被拒绝，余额还有很多' });
  });

  it('are a first sentence where no subject says anything, and never another order’s number', () => {
    const { main, byLanguage } = titlesOf(
      [
        ticket('en', 'Order 8812345 card declined terminal'),
        ticket('en', '', 'Hello. The bakery terminal declined my card. I am upset'),
      ],
      terms,
    );
    expect(main).toBe('The bakery terminal declined my card');
    expect(byLanguage).toEqual({ en: main });
  });

  it('are at least something', () => {
    expect(titlesOf([ticket('en', 'Help')], terms)).toEqual({ main: 'Help', byLanguage: {} });
  });
});

describe('term vectors', () => {
  const texts = [
    'card declined shop',
    'card declined online',
    'wrong network usdt',
    'usdt wrong network',
    '',
  ];

  it('are more alike the more rare words two texts share, at most by their weight', () => {
    const vectors = termVectors([...texts, 'filler one two', 'filler three four'], 0.5);
    const row = new Float32Array(7);
    addTermProducts(row, 2, vectors);
    expect(row[3]).toBeCloseTo(0.5, 5);
    expect(row[0]).toBe(0);
    expect(row[4]).toBe(0);
  });
});
