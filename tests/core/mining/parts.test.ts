import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../src/core/mining/clusters.ts';
import { communitiesOf } from '../../../src/core/mining/communities.ts';
import { groupSums, meanSimilarity, selfSimilarities } from '../../../src/core/mining/groupSums.ts';
import { labelTerms } from '../../../src/core/mining/labels.ts';
import { nearestNeighbours } from '../../../src/core/mining/neighbours.ts';
import { linkedSlugs } from '../../../src/core/mining/replyLinks.ts';
import { escapeMarkdown, visibleText } from '../../../src/core/mining/safeText.ts';
import { addTermProducts, termVectors } from '../../../src/core/mining/termVectors.ts';
import { titlesOf } from '../../../src/core/mining/titles.ts';
import { trendOf } from '../../../src/core/mining/trend.ts';
import { weekName, weekNumber } from '../../../src/core/mining/weeks.ts';
import { seededRandom } from '../../../src/core/random.ts';

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

const number = fc.float({ min: -1, max: 1, noNaN: true });
const word = fc.constantFrom('card', 'declined', 'network', 'wrong', 'usdt', 'pending');
const points = fc.array(
  fc.record({
    row: fc.array(number, { minLength: 3, maxLength: 3 }),
    words: fc.array(word, { maxLength: 4 }),
    language: fc.constantFrom('en', 'zh-CN'),
  }),
  { minLength: 2, maxLength: 25 },
);

function featuresOfPoints(list: readonly { row: readonly number[]; words: readonly string[] }[]) {
  return {
    dim: 3,
    rows: Float32Array.from(list.flatMap(({ row }) => row)),
    terms: termVectors(
      list.map(({ words }) => words.join(' ')),
      0.5,
    ),
  };
}

function similarityIn(features: ReturnType<typeof featuresOfPoints>, a: number, b: number): number {
  const { rows, terms } = features;
  let sum = 0;
  for (let i = 0; i < 3; i++) sum += rows[a * 3 + i]! * rows[b * 3 + i]!;
  terms.terms[a]!.forEach((term, i) => {
    const other = terms.terms[b]!.indexOf(term);
    if (other >= 0) sum += terms.weights[a]![i]! * terms.weights[b]![other]!;
  });
  return sum;
}

describe('neighbours', () => {
  it('are those of a full sort', () => {
    fc.assert(
      fc.property(points, (list) => {
        const features = featuresOfPoints(list);
        const languages = list.map(({ language }) => language);
        const found = nearestNeighbours(features, languages, 3);
        list.forEach(({ language }, a) => {
          const nearest = (same: boolean) =>
            [...list.keys()]
              .filter((b) => b !== a && (languages[b] === language) === same)
              .map((b) => similarityIn(features, a, b))
              .filter((similarity) => similarity > 1e-6)
              .sort((p, q) => q - p)
              .slice(0, 3)
              .map((similarity) => expect.closeTo(similarity, 4) as number);
          const known = (side: 'own' | 'other') =>
            found[side][a]!.map(({ similarity }) => similarity).filter((similarity) => similarity > 1e-6);
          expect(known('own')).toEqual(nearest(true));
          expect(known('other')).toEqual(nearest(false));
        });
      }),
    );
  });
});

describe('groups of tickets', () => {
  it('are as alike as all their pairs', () => {
    fc.assert(
      fc.property(points, (list) => {
        const features = featuresOfPoints(list);
        const all = [...list.keys()];
        const [even, odd] = [all.filter((i) => i % 2 === 0), all.filter((i) => i % 2 === 1)];
        const sumOf = (a: number, group: readonly number[]): number =>
          group.reduce((sum, b) => sum + similarityIn(features, a, b), 0);
        const selves = selfSimilarities(features);
        groupSums(features, [even, odd]).forEach((sums, a) => {
          expect([...sums]).toEqual([expect.closeTo(sumOf(a, even), 4), expect.closeTo(sumOf(a, odd), 4)]);
          expect(selves[a]).toBeCloseTo(similarityIn(features, a, a), 4);
        });
        const pairs = all.flatMap((a) => all.filter((b) => b !== a).map((b) => similarityIn(features, a, b)));
        const mean = pairs.reduce((sum, similarity) => sum + similarity, 0) / pairs.length;
        expect(meanSimilarity(features, all)).toBeCloseTo(mean, 4);
      }),
    );
  });

  /** Three directions of eight tickets each, and three tickets like nothing. */
  const directions = Array.from({ length: 24 }, (_, i) => {
    const row = [0.1, 0.1, 0.1];
    row[i % 3] = 1;
    return { row, words: [] };
  });
  const strays = [
    [0.3, -0.3, 0],
    [0, 0.3, -0.3],
    [-0.3, 0, 0.3],
  ].map((row) => ({ row, words: [] }));
  const features = featuresOfPoints([...directions, ...strays]);

  it('are divided until their tickets are alike, even from one whole', () => {
    // Ten neighbours, three of them of another direction: everything hangs together.
    const neighbours = nearestNeighbours(
      features,
      [...directions, ...strays].map(() => 'en'),
      10,
    );
    const alike = (members: readonly number[]): boolean => meanSimilarity(features, members) >= 0.6;
    const divide = (enough: typeof alike) =>
      communitiesOf(neighbours, { resolution: 0.01, smallest: 3, alike: enough }, seededRandom(1));
    expect(divide(() => true)).toHaveLength(1);
    const found = divide(alike).map((members) => members.filter((ticket) => ticket < directions.length));
    expect(found.flat().sort((a, b) => a - b)).toEqual([...directions.keys()]);
    for (const members of found) expect(new Set(members.map((ticket) => ticket % 3)).size).toBe(1);
  });

  it('are merged when alike, and leave out what is like none', () => {
    const halves = [0, 1, 2].flatMap((direction) => {
      const members = [...directions.keys()].filter((ticket) => ticket % 3 === direction);
      return [members.slice(0, 4), members.slice(4)];
    });
    const clusters = clustersOf(features, halves, { smallest: 3, together: 0.6, belongs: 0.4 });
    expect(clusters.map((members) => members.map((ticket) => ticket % 3).join(''))).toEqual([
      '00000000',
      '11111111',
      '22222222',
    ]);
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
