import { describe, expect, it } from 'vitest';
import {
  articlePath,
  detectLanguage,
  parseLanguage,
  splitLocale,
} from '../../../src/core/article/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['我的usdt提到bsc了', 'zh-CN'],
    ['轉帳一直沒到', 'zh-CN'],
    ['sent to 币安 by mistake, please help me get it back', 'en'],
    ['my usdt never arrived', 'en'],
    ['12345 !!!', 'other'],
    ['', 'other'],
    ['Здравствуйте', 'other'],
    ['card declined', 'en'],
    ['café payment refused in São Paulo', 'en'],
    ['No puedo pagar el pedido con mi tarjeta', 'other'],
    ['ich kann nicht bezahlen', 'other'],
    ['la commande n’est pas arrivée', 'other'],
    ['Đơn hàng của tôi chưa đến', 'other'],
    ['Siparişim gelmedi', 'other'],
    ['Kupon saya tidak berfungsi', 'other'],
    ['注文が届きません', 'other'],
    ['쿠폰이 작동하지 않습니다', 'other'],
    ['注文 confirmation 没收到の', 'zh-CN'],
  ])('reads %j as %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('parseLanguage', () => {
  it.each([
    ['zh', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['EN-gb', 'en'],
    ['fr', undefined],
  ])('reads %j as %s', (value, language) => {
    expect(parseLanguage(value)).toBe(language);
  });
});

it('finds its way from a file to a page', () => {
  expect(splitLocale('zh-cn/wallet/wrong-network')).toEqual({
    language: 'zh-CN',
    slug: 'wallet/wrong-network',
  });
  expect(splitLocale('wallet/wrong-network')).toEqual({ language: 'en', slug: 'wallet/wrong-network' });
  expect(articlePath('wallet/wrong-network', 'zh-CN')).toBe('/zh-cn/wallet/wrong-network/');
  expect(articlePath('wallet/wrong-network', 'en')).toBe('/wallet/wrong-network/');
});
