import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCourtesy } from '../../../src/core/ticket/courtesy.ts';

describe('courtesy', () => {
  it.each([
    ['my card was declined\n\nplease help', 'my card was declined'],
    ['my card was declined. Please help me asap!!', 'my card was declined.'],
    ['my card was declined please help', 'my card was declined'],
    ['card declined, thanks in advance', 'card declined'],
    ['where is my food? Looking forward to your reply', 'where is my food?'],
    ['pdf is blank\n\norder 881234', 'pdf is blank'],
    ['退款没到，麻烦尽快处理', '退款没到'],
    ['退款没到请尽快处理', '退款没到'],
    ['退款没到。急！在线等', '退款没到。'],
    ['转账失败\n订单号：8812345', '转账失败'],
    ['求助！汤全洒了，谢谢', '汤全洒了'],
  ])('is left out of %j', (text, rest) => {
    expect(withoutCourtesy(text).trim()).toBe(rest);
  });

  it.each([
    'please cancel my order',
    'how do I stop card please cancel it',
    'it is still not working',
    '怎么申请',
    '能帮我取消订单吗',
    'order 881234 never arrived',
    '问一下手续费怎么算',
  ])('%j says something', (text) => {
    expect(withoutCourtesy(text)).toBe(text);
  });

  it('is nothing but what stood there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(withoutCourtesy(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
