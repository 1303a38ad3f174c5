import { describe, expect, it } from 'vitest';
import { demandsIn } from '../../../../src/core/mining/lures/demands.ts';

const WANTED = [
  ['Dear customer your account is locked, transfer 100 USDT to unlock it', ['pays-first']],
  ['pay a tax of 300 usdt to release your withdrawal', ['pays-first']],
  ['Top up 50 USDT gas to withdraw your 3,200 USDT prize', ['pays-first']],
  ['您的钱包存在风险，请将资产转移到以下安全账户', ['pays-first']],
  ['您的提现被风控，需要充值 500 USDT 验证资金后自动解冻', ['pays-first']],
  ['Please reply with your 12 word recovery phrase so we can restore it', ['gives-secret', 'types-secret']],
  ['把助记词发给我核对一下，我帮你恢复', ['gives-secret']],
  ['what is the OTP code you just received? tell me to confirm', ['gives-secret']],
  ['提供一下验证码，我这边给你核销订单', ['gives-secret']],
  ['请登录网站导入你的助记词完成升级', ['types-secret']],
  ['install anydesk so I can fix your wallet', ['remote-control']],
  ['远程协助：请下载 AnyDesk 让我操作', ['remote-control']],
  ['麻烦打开共享屏幕，我一步步教你', ['remote-control']],
  ['Your wallet must be validated before the migration', ['wallet-validation']],
] as const;

const HARMLESS = [
  'Your refund has been processed',
  'Firstline: Your code is 123456. Do not share it with anyone.',
  '【Firstline】验证码 839201，5 分钟内有效，请勿告诉他人',
  'We received your ticket #20231. We will reply within one working day. We never ask for your recovery phrase.',
  '我们绝不会向你索要助记词、密码或验证码',
  'Your card was charged 12.00 at Tesco',
  '您尾号 1234 的卡于 5 月 3 日消费 12.00 元',
  'Your verification was approved. Your card will arrive in 15 working days',
  'We need a selfie with your ID to verify your identity in the app',
  '你的退款已经受理，预计 10 个工作日到账',
  'Your monthly statement is ready in the app',
];

describe('demandsIn', () => {
  it.each(WANTED)('%s', (message, demands) => {
    expect(demandsIn(message)).toEqual(demands);
  });

  it.each(HARMLESS)('nothing: %s', (message) => {
    expect(demandsIn(message)).toEqual([]);
  });

  it('reads the sender’s words as they stand, where a post about them would count as a warning', () => {
    expect(demandsIn('“Send me your recovery phrase”, he said')).toEqual(['gives-secret']);
  });
});
