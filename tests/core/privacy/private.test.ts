import { describe, expect, it } from 'vitest';
import { inTurn } from '../../../src/core/privacy/pattern.ts';
import { PRIVATE_FINDERS } from '../../../src/core/privacy/private.ts';

const find = inTurn(PRIVATE_FINDERS);
const found = (text: string): string[] =>
  find(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('what the words beside it make private', () => {
  it.each([
    ['deliver to 12 Kestrel Close, Swindon SN5 7AB', 'postal-address: 12 Kestrel Close, Swindon SN5 7AB'],
    ['14 rue des Lilas, 75011 Paris', 'postal-address: 14 rue des Lilas, 75011 Paris'],
    [
      '地址是杭州市西湖区文三路478号华星时代广场C座',
      'postal-address: 杭州市西湖区文三路478号华星时代广场C座',
    ],
    ['my birthday is 14 March 1987', 'birth-date: 14 March 1987'],
    ['我是1987年3月14号出生的', 'birth-date: 1987年3月14号'],
    ['加我微信lqz19880101', 'handle: lqz19880101'],
    ['skype live:thibault.lef', 'handle: live:thibault.lef'],
    ['NI number QQ 12 34 56 C', 'national-id: QQ 12 34 56 C'],
    ['车牌 沪A88D21', 'national-id: 沪A88D21'],
    ['mac 3c:52:82:4f:aa:10', 'device-id: 3c:52:82:4f:aa:10'],
    ['sort code 20-00-00 account 55779911', 'bank-account: 55779911'],
    ['routing 021000021, acct no. 4471 8820 36', 'bank-account: 4471 8820 36'],
    ['my account number is 5577-9911.', 'bank-account: 5577-9911'],
    ['收款账号：6222021234567890', 'bank-account: 6222021234567890'],
    ['卡号 6222021234567890124 一直不到账', 'bank-account: 6222021234567890124'],
    ['I stand at 31.230416, 121.473701 now', 'postal-address: 31.230416, 121.473701'],
    ['secret answer: Fluffymcwhiskers', 'security-answer: Fluffymcwhiskers'],
    ['call 一三八零零一三八零零零', 'phone: 一三八零零一三八零零零'],
    ['call +44 7700 900123', 'phone: +44 7700 900123'],
    ['我老公唐明轩下的单', 'name: 唐明轩'],
    ['the package was handed to Harriet Winterbottom next door', 'name: Harriet Winterbottom'],
    ['发件人：何倩 <a@b.example>', 'name: 何倩'],
    ['阿依古丽·买买提没有收到', undefined],
    [
      'I live at 12 Kestrel Close, Flat 3B, Swindon SN5 7AB',
      'postal-address: 12 Kestrel Close, Flat 3B, Swindon SN5 7AB',
    ],
    ['write to P.O. Box 4471, Reno, NV 89501', 'postal-address: P.O. Box 4471, Reno, NV 89501'],
    ['寄到成都市武侯区天府大道北段1700号', 'postal-address: 成都市武侯区天府大道北段1700号'],
    ['台北市信義區松仁路100號12樓', 'postal-address: 台北市信義區松仁路100號12樓'],
    ['HKID A123456(3)', 'national-id: A123456(3)'],
    ['it was sent to me by Lysander Coppergate', 'name: Lysander Coppergate'],
    ['I am signed in as Guinevere Lockhart, not him', 'name: Guinevere Lockhart'],
    ['the name on the card is WILHELMINA STROUD', 'name: WILHELMINA STROUD'],
    ['Zhang Weiliang is my legal name', 'name: Zhang Weiliang'],
    ['客服孙佳琪之前答复过我', 'name: 孙佳琪'],
    ['全名张雨桐，请尽快', 'name: 张雨桐'],
    ['实名认证的是郑秀兰', 'name: 郑秀兰'],
  ])('%j holds %j', (text, expected) => {
    if (expected === undefined) expect(found(text).length).toBeGreaterThan(0);
    else expect(found(text)).toContain(expected);
  });

  it.each([
    'I waited 5 minutes and it would close the app on the way',
    'sent 1500 usdt on 2026-10-03, block 19283746',
    'wechat payment fails, wechat is blocked here',
    'call Visa or contact Binance Support please',
    'my telegram support chat is gone',
    'the security answer is wrong every time',
    'is there a driver update for Windows',
    '我知道5号会到账，走这条路3次了',
    '微信支付失败，客服一直没回复',
    '朋友转账给我，朋友向我借了钱',
    '我的生日礼物没到',
    'gas +12%, price +5 USD',
    'Our invoice shows the old VAT number. How do we change it?',
    'spoke to support yesterday, my friend said no',
    'I was signed in as Guest, the mail was sent by Trust Wallet',
    '实名认证成功之后客服说请等，实名认证是什么',
    'the PO box opens, I pressed it (3) times',
    'account 1234567 / EUR, account number wrong 3 times, sort code 20-00-00',
    '账号错误 10086，卡号尾号 4444，订单号 4242424242424241',
    'from 0.482913, 0.512345 ETH each, rate 1.0842, 1.0851',
  ])('%j holds nothing', (text) => {
    expect(found(text)).toEqual([]);
  });
});
