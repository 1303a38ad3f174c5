import { describe, expect, it } from 'vitest';
import { judgeLure } from '../../../../src/core/mining/lures/judgeLure.ts';

describe('a lure in few words', () => {
  it.each([
    "dm'd you, check your requests so we can get this fixed :)",
    'hello dear user this is due to a server migration. Rectify at dapp-rectify.netlify.app',
    "Use my friend's recovery service @cyber_genius on IG, 100% legit hacker",
    '先转0.01个ETH做验证就能解锁提现',
    'Your case was logged as #TK-88213, continue here: firstline-care.help/chat',
  ])('is %j', (text) => {
    expect(judgeLure({ text }).isLure).toBe(true);
  });

  it.each([
    "someone dm'd you too? i got five messages",
    'is this 100% legit?',
    '提现要先付手续费吗？对方让我先转0.01eth，是真的吗',
    'I lost 0.05 eth gas on a failed swap',
    'which node do i use to sync? mine says syncing at 40%',
    'I sent you an email yesterday, my requests are still open',
  ])('is not %j', (text) => {
    expect(judgeLure({ text }).isLure).toBe(false);
  });
});
