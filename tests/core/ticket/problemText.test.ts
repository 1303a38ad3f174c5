import { describe, expect, it } from 'vitest';
import { PROBLEM_CHARACTERS, problemText } from '../../../src/core/ticket/problemText.ts';

const ask = (body: string, subject = ''): string =>
  problemText({ subject, messages: [{ author: 'requester', body }] });

describe('the problem text', () => {
  it.each([
    [
      'Hi team,\nmy card was declined at the shop\n\nBest regards,\nDaniel',
      'my card was declined at the shop',
    ],
    [
      'Hello, my card was declined at the shop yesterday\n-- \nDaniel',
      'my card was declined at the shop yesterday',
    ],
    [
      'where is my deposit? it has been two days already\n\nSent from my iPhone',
      'where is my deposit? it has been two days already',
    ],
    ['您好，\n我的充值一直没有到账\n\n发自我的iPhone', '我的充值一直没有到账'],
    ['你好，提币选错网络了，能找回吗\n此致\n敬礼', '提币选错网络了，能找回吗'],
    [
      'it is still not working after I did what you wrote\n\nOn Tue, 3 Nov 2026 at 10:00, Support wrote:\n> Press Speed up',
      'it is still not working after I did what you wrote',
    ],
    [
      '按你们说的做了还是不行，币还是没到，交易所说已经发出来了，麻烦再查一下链上记录，谢谢了，急用\n2026年11月4日 我写道：\n> 币没到',
      '按你们说的做了还是不行，币还是没到，交易所说已经发出来了，麻烦再查一下链上记录',
    ],
    [
      'please see my earlier message, nothing has happened since then\n-----Original Message-----\nFrom: x\nold words',
      'please see my earlier message, nothing has happened since then',
    ],
    [
      '转账失败了三次，手续费每次都扣，怎么回事，能不能退给我，客服电话也打不通，急死了，请尽快回复我\n发件人: a\n旧内容',
      '转账失败了三次，手续费每次都扣，怎么回事，能不能退给我，客服电话也打不通',
    ],
  ])('of %j is %j', (body, expected) => {
    expect(ask(body)).toBe(expected);
  });

  it('joins subject and body, without saying the same twice', () => {
    expect(ask('It was declined twice.', 'Re: Card')).toBe('Card\nIt was declined twice.');
    expect(ask('close my account now', 'close')).toBe('close my account now');
  });

  it('uses what is quoted when the writer only points at it', () => {
    expect(ask('see below\n> they asked for my recovery phrase')).toContain(
      'they asked for my recovery phrase',
    );
  });

  it('leaves out placeholders', () => {
    expect(ask('reach me at [EMAIL] about XXXX/XXXX please')).toBe('reach me at about');
  });

  it('is the first message of the requester, not the agent’s', () => {
    const messages = [
      { author: 'agent', body: 'How can we help?' },
      { author: 'requester', body: 'no confirmations' },
    ] as const;
    expect(problemText({ subject: '', messages })).toBe('no confirmations');
    expect(problemText({ subject: '', messages: [] })).toBe('');
  });

  it('goes on with the requester’s next message where the first says nothing', () => {
    const said = (...bodies: string[]) =>
      problemText({ subject: '', messages: bodies.map((body) => ({ author: 'requester', body })) });
    expect(said('hi', 'Hello, anyone there?', 'my card was declined at the shop', 'and again')).toBe(
      'my card was declined at the shop',
    );
    expect(said('客服在吗？', '我的充值一直没有到账')).toBe('我的充值一直没有到账');
    expect(said('my card was declined at the shop', 'thanks, it works now')).toBe(
      'my card was declined at the shop',
    );
    expect(said('hi')).toBe('');
  });

  it('is cut between words, and never inside a character', () => {
    const english = ask('word '.repeat(300));
    expect(english.length).toBeLessThanOrEqual(PROBLEM_CHARACTERS);
    expect(english).toMatch(/word$/);
    expect([...ask('😀'.repeat(900))]).toHaveLength(PROBLEM_CHARACTERS);
  });

  it.each([
    'Re: Your request has been received',
    '回复：请补充资料',
    'Automatic reply: away',
    '[Ticket #4711]',
  ])('leaves out %s, which the requester did not write', (subject) => {
    expect(ask('my card was declined', subject)).toBe('my card was declined');
  });

  it('keeps a subject of the requester that begins like one', () => {
    expect(ask('see below', 'Your card was declined at the till')).toContain('declined at the till');
  });
});
