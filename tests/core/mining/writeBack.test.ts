import { describe, expect, it } from 'vitest';
import { loadTable } from '../../../scripts/lib/models.ts';
import { parseArticleFile, toArticle } from '../../../src/core/article/article.ts';
import { customerWays, WAY_CHARACTERS, wayOf } from '../../../src/core/mining/customerWays.ts';
import { createDeflectionEvents, withTried } from '../../../src/core/mining/deflectionEvents.ts';
import { gapOf, type Knowledge } from '../../../src/core/mining/gap.ts';
import { EMPTY_SUMMARY, type IssueSummary } from '../../../src/core/mining/issueSummary.ts';
import { likenessFinder } from '../../../src/core/mining/likeness.ts';
import type { MinedTicket } from '../../../src/core/mining/minedTicket.ts';
import { prepareTicket } from '../../../src/core/mining/minedTicket.ts';
import { choosePhrasings, isDisputed, type AskedWay } from '../../../src/core/mining/proposals.ts';
import { buildKnowledgeIndex } from '../../../src/core/retrieval/knowledgeIndex.ts';
import { RESOLUTION_CHARACTERS, resolutionsOf } from '../../../src/core/mining/resolutions.ts';
import { sentencesIn } from '../../../src/core/mining/sentences.ts';

const embedder = await loadTable();

const ticket = (id: string, text: string, reply = '', resolution = ''): MinedTicket => ({
  id,
  atMs: 0,
  language: 'en',
  subject: '',
  text,
  reply,
  resolution,
  answered: reply !== '',
  slugs: [],
  shown: [],
  opened: [],
  person: undefined,
  product: undefined,
  reopenings: 0,
  solvedHours: undefined,
  versions: [],
});

const summaryOf = (tickets: readonly MinedTicket[], rest: Partial<IssueSummary> = {}): IssueSummary => ({
  ...EMPTY_SUMMARY,
  tickets: tickets.length,
  central: tickets.map((each) => ({ ticket: each, similarity: 9_000 })),
  ...rest,
});

describe('sentences', () => {
  it('end with their signs, in both languages, and at line breaks', () => {
    expect(sentencesIn('Open it. See 5.8.2?  Yes\nthen  go\n\n请打开 App。再点“发送”！好')).toEqual([
      'Open it.',
      'See 5.8.2?',
      'Yes',
      'then go',
      '请打开 App。',
      '再点“发送”！',
      '好',
    ]);
  });
});

describe('resolutions', () => {
  const answers = [
    'Hi Maria, please open the transaction in Activity and tap Speed up. Thanks for waiting. Tom',
    'Open the transaction in Activity and tap Speed up!\nYour order 99812345 is on its way to you.',
    'Dear John, 1. Open your transaction under Activity and then tap Speed up. We charged [email] for it, sorry about that.',
    'The moon is made of something else entirely. Read more here: ',
  ];

  it('are what most answers say, in the words of one of them, counted by tickets', async () => {
    const issue = summaryOf(answers.map((reply, i) => ticket(`a${i}`, 'stuck', reply)));
    const [found] = await resolutionsOf([issue], embedder);
    expect(found).toEqual({
      compared: 4,
      said: [{ language: 'en', text: 'Open the transaction in Activity and tap Speed up!', tickets: 3 }],
    });
  });

  it('are taken from the last answer too, and once for each ticket', async () => {
    const issue = summaryOf([
      ticket(
        '1',
        'stuck',
        'Let us have a look at it together.',
        '请打开“活动”，点那一笔转账，再点“加速”。请打开“活动”，点那一笔转账，再点“加速”。',
      ),
      ticket('2', 'stuck', '您好，请打开“活动”，点那一笔转账，再点“加速”。'),
    ]);
    const [found] = await resolutionsOf([issue], embedder);
    expect(found!.said).toEqual([
      { language: 'zh-CN', text: '请打开“活动”，点那一笔转账，再点“加速”。', tickets: 2 },
    ]);
  });

  it('are not what every issue is answered with', async () => {
    const macro = 'Never send your recovery phrase to anybody at all.';
    const issues = ['swap', 'card', 'login', 'bridge'].map((name) =>
      summaryOf(
        [1, 2].map((i) =>
          ticket(`${name}${i}`, name, `${macro} Check the ${name} page for the newest news on it.`),
        ),
      ),
    );
    const found = await resolutionsOf(issues, embedder);
    expect(found.map(({ said }) => said.map(({ text }) => text))).toEqual(
      ['swap', 'card', 'login', 'bridge'].map((name) => [
        `Check the ${name} page for the newest news on it.`,
      ]),
    );
  });

  it('say nothing of one customer, nor what is too long or cut', async () => {
    const reply = [
      'Your parcel 1234567 is on its way to you now.',
      'We wrote to [email 2] about the case yesterday.',
      `Open ${'the list and '.repeat(30)}go.`,
      'You will find the answer to this here:',
      'Thank you very much for your patience.',
    ].join('\n');
    expect(reply.split('\n').some((line) => line.length > RESOLUTION_CHARACTERS)).toBe(true);
    const [found] = await resolutionsOf(
      [summaryOf([ticket('1', 'x', reply), ticket('2', 'x', reply)])],
      embedder,
    );
    expect(found).toEqual({ compared: 2, said: [] });
  });

  it('come from the first and the last answer of an agent, redacted, whatever stands between', () => {
    const message = (author: 'agent' | 'requester', body: string) => ({ author, body });
    const { mined } = prepareTicket(
      {
        id: 'T-1',
        createdAt: undefined,
        subject: 'Stuck',
        tags: [],
        messages: [
          message('requester', 'my transfer is stuck'),
          message('agent', 'Please wait one hour.'),
          message('requester', 'still stuck'),
          message('agent', 'A word between.'),
          message('agent', 'Write to maria.lindqvist@example.com and tap Speed up.'),
        ],
      },
      new Set(),
    );
    expect(mined.reply).toBe('Please wait one hour.');
    expect(mined.resolution).toBe('Write to [email] and tap Speed up.');
    expect(JSON.stringify(mined)).not.toMatch(/lindqvist|between/);
  });
});

describe('ways of customers', () => {
  it('are whole texts, or their first sentences, on one line', () => {
    const long = `First sentence here. ${'Second one goes on and on. '.repeat(10)}`;
    expect(wayOf({ text: 'Stuck\nmy transfer is pending' })).toBe('Stuck my transfer is pending');
    expect(wayOf({ text: long }).length).toBeLessThanOrEqual(WAY_CHARACTERS);
    expect(long.startsWith(wayOf({ text: long }))).toBe(true);
    expect(wayOf({ text: long })).toMatch(/\.$/);
    expect(wayOf({ text: 'word '.repeat(100) })).toBe('');
  });

  it('are in their own language, each once, without numbers of orders', () => {
    const ways = customerWays(
      'abc',
      summaryOf([
        ticket('1', '我的转账一直卡在待确认'),
        ticket('2', 'my transfer is stuck'),
        ticket('3', 'my transfer is stuck'),
        ticket('4', 'order 12345678 stuck transfer'),
        ticket('5', '???'),
      ]),
    );
    expect(ways.map(({ language, text }) => [language, text])).toEqual([
      ['en', 'my transfer is stuck'],
      ['zh-CN', '我的转账一直卡在待确认'],
    ]);
  });
});

describe('events of the suggestions', () => {
  const slugs = new Set(['wallet/a', 'wallet/b']);
  const at = '2026-05-18T10:00:00Z';

  it('are counted by article and day, and known again by ticket', () => {
    const events = createDeflectionEvents(slugs);
    expect(events.add({ at, slug: 'wallet/a', kind: 'shown', ticketId: 'T-1' })).toBeUndefined();
    expect(events.add({ at, slug: 'wallet/b', kind: 'rejected', ticketId: 'T-1', more: 1 })).toBeUndefined();
    expect(events.add({ at: '2026-06-01T00:00:00+02:00', slug: 'wallet/a', kind: 'solved' })).toBeUndefined();
    expect(events.add({ at, slug: 'wallet/a', kind: 'continued', ticketId: 17 })).toBeUndefined();
    expect(events.read).toBe(4);
    expect(events.ofArticle('wallet/a')).toEqual({
      shown: 1,
      opened: 0,
      solved: 1,
      rejected: 0,
      continued: 1,
    });
    const may = { first: 20_591, last: 20_595 };
    expect(events.ofArticle('wallet/a', may)).toEqual({
      shown: 1,
      opened: 0,
      solved: 0,
      rejected: 0,
      continued: 1,
    });
    expect(events.triedBefore('T-1')).toEqual({ shown: ['wallet/a', 'wallet/b'], opened: ['wallet/b'] });
    expect(events.triedBefore('17')).toEqual({ shown: ['wallet/a'], opened: [] });
    expect(withTried({ shown: ['wallet/b'], opened: [], id: 'x' }, events.triedBefore('T-1'))).toEqual({
      id: 'x',
      shown: ['wallet/a', 'wallet/b'],
      opened: ['wallet/b'],
    });
  });

  it.each([
    [null, 'not-an-event'],
    [[], 'not-an-event'],
    [{ slug: 'wallet/a', kind: 'shown' }, 'not-an-event'],
    [{ at: '18 May', slug: 'wallet/a', kind: 'shown' }, 'not-an-event'],
    [{ at, slug: 'wallet/a', kind: 'liked' }, 'not-an-event'],
    [{ at, slug: 'wallet/gone', kind: 'shown' }, 'unknown-article'],
  ])('%j is left out: %s', (record, reason) => {
    const events = createDeflectionEvents(slugs);
    expect(events.add(record)).toBe(reason);
    expect(events.read).toBe(0);
  });

  const articleFor = async (rejected: number, solved: number, opened = 0) => {
    const events = createDeflectionEvents(slugs);
    for (let i = 0; i < rejected; i++) events.add({ at, slug: 'wallet/a', kind: 'rejected' });
    for (let i = 0; i < solved; i++) events.add({ at, slug: 'wallet/a', kind: 'solved' });
    for (let i = 0; i < 500; i++) events.add({ at, slug: 'wallet/a', kind: 'continued' });
    const source = parseArticleFile(
      'wallet/a',
      'a.md',
      '---\ntitle: My transfer is stuck\naudience: public\nquestions: [Why is my transfer stuck?]\n---\nWait.\n',
    );
    const knowledge: Knowledge = {
      embedder,
      indexes: [
        await buildKnowledgeIndex(
          'en',
          [toArticle(source, { en: {}, 'zh-CN': {} })],
          new Map(),
          embedder,
          [],
        ),
      ],
      threshold: 0,
      ages: new Map(),
      agentsLink: true,
      lastDay: 20_595,
      events,
      days: undefined,
    };
    const tickets = Array.from({ length: 10 }, (_, i) => ticket(String(i), 'my transfer is stuck'));
    const summary = summaryOf(tickets, {
      answered: 10,
      links: new Map([['wallet/a', 9]]),
      shown: new Map([['wallet/a', opened]]),
      opened: new Map([['wallet/a', opened]]),
    });
    return gapOf(summary, knowledge);
  };

  it('stand in the gap beside the tickets that came all the same', async () => {
    const gap = await articleFor(1, 2, 3);
    expect(gap).toMatchObject({
      kind: 'covered',
      slug: 'wallet/a',
      tried: { shown: 3, opened: 3, events: { shown: 0, opened: 0, solved: 2, rejected: 1, continued: 500 } },
    });
  });

  it.each([
    ['most who say whether it helped say no', 12, 8, 'ineffective'],
    ['more say yes', 11, 9, 'covered'],
    ['too few say anything', 15, 4, 'covered'],
  ])(
    'make an article ineffective where %s, whoever wrote on without a word',
    async (_, rejected, solved, kind) => {
      expect((await articleFor(rejected, solved)).kind).toBe(kind);
    },
  );
});

describe('likeness', () => {
  const find = likenessFinder([
    { text: 'got free coins i didnt buy', place: 'a' },
    { text: '重複扣款', place: 'b' },
  ]);

  it('is equality but for case, signs and script, or most of the words', () => {
    expect(find('Free coins i didnt buy!')?.place).toBe('a');
    expect(find('重复扣款！')?.place).toBe('b');
    expect(find('my card was stolen')).toBeUndefined();
    expect(find('???')).toBeUndefined();
  });
});

describe('phrasings to propose', () => {
  const articles: Readonly<Record<string, readonly string[]>> = {
    'wallet/pending': [
      'my transfer is stuck on pending',
      'transfer pending for hours and hours',
      'the transfer does not confirm, pending',
      'pending transfer since this morning',
      'transaction pending, no confirmation',
      '转账一直待确认',
      '转账卡在待确认三小时',
    ],
    'card/declined': [
      'card declined in the shop',
      'the shop declined my card',
      'card payment declined twice',
      'declined card at the till',
      'my card was declined online',
      'why is my card declined again',
    ],
  };
  const asked = async (
    answer: (text: string, article: string) => AskedWay['answer'],
  ): Promise<AskedWay[]> => {
    const ways = Object.entries(articles).flatMap(([article, texts]) =>
      texts.map((text) => ({ article, text })),
    );
    const vectors = await embedder.embed(ways.map(({ text }) => text));
    return ways.map(({ article, text }, i) => ({
      issueId: '0123456789ab',
      language: /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en',
      text,
      article,
      vector: vectors[i]!,
      answer: answer(text, article),
    }));
  };
  const sure = (slug: string | null, probability = 0.99) => ({ slug, probability });

  it('are those that are answered wrongly or not at all first, then the unsure, and never the sure', async () => {
    const ways = await asked((text, article) => {
      if (text === 'pending transfer since this morning') return sure(null, 0);
      if (text === '转账一直待确认') return sure('card/declined', 0.7);
      return text === 'transfer pending for hours and hours' ? sure(article, 0.6) : sure(article);
    });
    expect(choosePhrasings(ways).map(({ language, text }) => [language, text])).toEqual([
      ['en', 'pending transfer since this morning'],
      ['en', 'transfer pending for hours and hours'],
      ['zh-CN', '转账一直待确认'],
    ]);
  });

  it('are at most so many of a language, none of them twice', async () => {
    const ways = await asked(() => sure(null, 0));
    const doubled = [...ways, ...ways.map((way) => ({ ...way, text: `${way.text}!` }))];
    const chosen = choosePhrasings(doubled, 2);
    for (const [, own] of Map.groupBy(chosen, ({ article, language }) => `${article} ${language}`)) {
      expect(own.length).toBeLessThanOrEqual(2);
      expect(new Set(own.map(({ text }) => text.replace('!', ''))).size).toBe(own.length);
    }
    expect(chosen).toHaveLength(6);
  });

  it('are none that lies among the words for another article', async () => {
    const ways = await asked((_, article) => sure(article));
    const stray = {
      ...ways.at(-1)!,
      article: 'wallet/pending',
      text: 'card declined?!',
      answer: sure('card/declined'),
    };
    expect(choosePhrasings([...ways, stray])).toEqual([]);
  });

  it('are none that a related article certainly answers', () => {
    const areRelated = (one: string, other: string): boolean =>
      [one, other].sort().join() === 'wallet/cancel,wallet/pending';
    const isLeft = (answer: AskedWay['answer']): boolean =>
      isDisputed({ article: 'wallet/pending', answer }, areRelated);
    expect(isLeft(sure('wallet/cancel'))).toBe(true);
    expect(isLeft(sure('wallet/cancel', 0.8))).toBe(false);
    expect(isLeft(sure('card/declined'))).toBe(false);
    expect(isLeft(sure('wallet/pending'))).toBe(false);
    expect(isLeft(sure(null, 0))).toBe(false);
  });
});
