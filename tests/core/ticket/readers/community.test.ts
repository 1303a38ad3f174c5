import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLureWatch } from '../../../../src/core/mining/lures/lureWatch.ts';
import { COMMUNITY_FORMATS } from '../../../../src/core/ticket/formats.ts';
import type { CommunityTicket, Post } from '../../../../src/core/ticket/readers/communityPost.ts';
import { looksLikeQuestion } from '../../../../src/core/ticket/readers/communityQuestion.ts';
import { statesTrouble } from '../../../../src/core/ticket/readers/communityTrouble.ts';
import { isStaffTitle } from '../../../../src/core/ticket/readers/communityStaff.ts';
import { createChatThreads } from '../../../../src/core/ticket/readers/communityThreads.ts';
import { collect, fileOf, fixture } from './streams.ts';

describe('a question', () => {
  it.each([
    'How long does a withdrawal take?',
    'my card was declined twice today',
    'swap stuck for 3 hours',
    'anyone else having this with Ledger',
    'I can’t log in any more',
    '提现三天没到账',
    '请问怎么改手机号',
    '转账卡住了',
    '登不上去了',
    '有人知道什么时候恢复吗',
  ])('is %j', (text) => {
    expect(looksLikeQuestion(text)).toBe(true);
  });

  it.each([
    'gm everyone',
    'nice update, love the new charts',
    'see https://x.example/?id=4&y=1',
    '今天天气不错',
    '早上好',
    '已升级，感谢团队',
  ])('is not %j', (text) => {
    expect(looksLikeQuestion(text)).toBe(false);
  });
});

describe('trouble', () => {
  it.each([
    'took my money twice for one order this morning',
    'since 4.2 it logs me out after five minutes',
    'my coupon always says expired since the update',
    'app drains battery like crazy after the update',
    '今天扣了我两次钱',
    '收到的奶茶是洒的',
    '更新之后一直要重新登录',
    '地图定位老是偏到隔壁街',
  ])('is %j', (text) => {
    expect(statesTrouble(text)).toBe(true);
  });

  it.each([
    'gm everyone',
    'lol nice',
    'love the app since the update',
    '今天天气不错',
    '已升级，感谢团队',
    '到账了，谢谢',
  ])('is not %j', (text) => {
    expect(statesTrouble(text)).toBe(false);
  });
});

describe('staff', () => {
  it.each([
    'Support Team',
    'Moderator',
    'Admin',
    'Firstline Staff',
    '🛡 Mods',
    '官方客服',
    '管理员',
    'Customer Care',
    'Community Manager',
  ])('are %j', (title) => {
    expect(isStaffTitle(title)).toBe(true);
  });
  it.each(['OG', 'Holder', 'Supporter', 'modest', 'Early Bird', '会员', ''])('are not %j', (title) => {
    expect(isStaffTitle(title)).toBe(false);
  });
});

function post(id: string, author: string, text: string, minute: number, more: Partial<Post> = {}): Post {
  const at = new Date(Date.UTC(2026, 4, 18, 7, minute)).toISOString().replace('.000Z', 'Z');
  return {
    id,
    authorKey: author,
    role: 'member',
    text,
    hiddenLinks: [],
    at,
    replyTo: undefined,
    mentions: [],
    place: `message ${id}`,
    people: [],
    ...more,
  };
}

function threadsOf(posts: readonly Post[]) {
  const chat = createChatThreads((id) => `chat-${id}`);
  const placed = [...posts.flatMap((each) => chat.add(each)), ...chat.end()];
  return {
    tickets: placed.flatMap(({ result }) => ('ticket' in result ? [result.ticket as CommunityTicket] : [])),
    skipped: placed.flatMap(({ result, place }) =>
      'skipped' in result ? [`${result.skipped} ${place}`] : [],
    ),
  };
}

describe('threads of a chat', () => {
  it('take the asker’s first words together, staff as agents, others as advice', () => {
    const { tickets } = threadsOf([
      post('1', 'anna', 'hi, I need help', 0),
      post('2', 'ben', 'gm', 1),
      post('3', 'anna', 'my card was declined at the airport', 2),
      post('4', 'ben', 'same here', 3, { replyTo: '3' }),
      post('5', 'mod', 'Please unfreeze it in the app.', 4, { replyTo: '1', role: 'staff' }),
      post('6', 'anna', 'thanks, that was it', 5, { replyTo: '5' }),
    ]);
    expect(tickets).toEqual([
      {
        id: 'chat-1',
        createdAt: '2026-05-18T07:00:00Z',
        subject: '',
        messages: [
          {
            author: 'requester',
            body: 'hi, I need help\nmy card was declined at the airport',
            createdAt: '2026-05-18T07:00:00Z',
          },
          { author: 'agent', body: 'Please unfreeze it in the app.', createdAt: '2026-05-18T07:04:00Z' },
          { author: 'requester', body: 'thanks, that was it', createdAt: '2026-05-18T07:05:00Z' },
        ],
        tags: [],
        requesterKey: 'anna',
        advice: [{ body: 'same here', createdAt: '2026-05-18T07:03:00Z' }],
      },
    ]);
  });

  it('begin anew after a pause, and with another person', () => {
    const { tickets } = threadsOf([
      post('1', 'anna', 'why is my card declined?', 0),
      post('2', 'ben', 'why is my transfer stuck?', 1),
      post('3', 'anna', 'how do I change my phone number?', 60),
    ]);
    expect(tickets.map(({ id }) => id)).toEqual(['chat-1', 'chat-2', 'chat-3']);
  });

  it('take an answer that names the asker', () => {
    const { tickets } = threadsOf([
      post('1', 'anna', 'why is my card declined?', 0),
      post('2', 'mod', 'anna, please unfreeze it', 90, { role: 'staff', mentions: ['anna'] }),
      post('3', 'mod', 'anna, are you still there', 900, { role: 'staff', mentions: ['anna'] }),
    ]);
    expect(tickets[0]!.messages.map(({ body }) => body)).toEqual([
      'why is my card declined?',
      'anna, please unfreeze it',
    ]);
  });

  it('count what is none, and never begin with staff or a program', () => {
    const { tickets, skipped } = threadsOf([
      post('1', 'mod', 'Any questions? Maintenance tonight', 0, { role: 'staff' }),
      post('2', 'bot', 'Need help? Read the rules', 1, { role: 'bot' }),
      post('3', 'ben', 'gm', 2),
      post('4', 'ben', ' ', 3),
      post('5', 'ben', 'thanks', 4, { replyTo: '99' }),
    ]);
    expect(tickets).toEqual([]);
    expect(skipped).toEqual([
      'no-question message 1',
      'automatic message 2',
      'no-question message 3',
      'empty message 4',
      'no-question message 5',
    ]);
  });

  it('account for every post, whatever replies to what', () => {
    const authors = fc.constantFrom('anna', 'ben', 'carl', 'mod', 'bot');
    const some = fc.record({
      author: authors,
      text: fc.constantFrom('why is it stuck?', 'gm', 'ok thanks', '没到账怎么办', ' '),
      minutes: fc.integer({ min: 0, max: 5000 }),
      replyTo: fc.option(fc.nat(30), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (drafts) => {
        let minute = 0;
        const posts = drafts.map(({ author, text, minutes, replyTo }, i) =>
          post(String(i), author, text, (minute += minutes), {
            ...(replyTo !== undefined && { replyTo: String(replyTo) }),
            role: author === 'mod' ? 'staff' : author === 'bot' ? 'bot' : 'member',
          }),
        );
        const { tickets, skipped } = threadsOf(posts);
        const lines = tickets.flatMap(({ messages, advice }) =>
          [...messages, ...advice].flatMap(({ body }) => body.split('\n')),
        );
        expect(lines.length + skipped.length).toBe(posts.length);
        for (const { messages } of tickets) expect(messages[0]!.author).toBe('requester');
      }),
      { numRuns: 300 },
    );
  });
});

describe('lures', () => {
  const FIXTURES = [
    'discord/help-channel.json',
    'telegram/result.json',
    'discourse/topic.json',
    'reddit/thread.json',
  ];
  it.each(FIXTURES)('never reach a ticket of %s', async (name) => {
    const format = COMMUNITY_FORMATS.find((each) => name.startsWith(each.name))!;
    const bytes = readFileSync(fixture(name));
    const textOf = async (options?: Parameters<typeof format.read>[1]): Promise<string> =>
      JSON.stringify((await collect(format.read(fileOf(bytes), options))).map(({ result }) => result));
    const lure = /firstline-desk|Firstline_Admin_CN|on this portal|DM me/;
    expect(await textOf()).toMatch(lure);
    const watch = createLureWatch();
    expect(await textOf({ keepPost: watch.keepPost })).not.toMatch(lure);
    expect(watch.summary().lures).toBe(1);
  });
});
