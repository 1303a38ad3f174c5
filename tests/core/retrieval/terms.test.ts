import fc from 'fast-check';
import { expect, it } from 'vitest';
import { termsOf } from '../../../src/core/retrieval/terms.ts';

it.each([
  ['My transfers never arrived', ['transfer', 'never', 'arriv']],
  ['ARRIVING arrives arrive', ['arriv', 'arriv', 'arriv']],
  ['我的usdt', ['我的', 'usdt']],
  ['usdt转错链bsc', ['usdt', '转错', '错链', 'bsc']],
  ['助记词丢了', ['助记', '记词', '词丢', '丢了']],
  ['ＴＲＣ２０ 转 3DS', ['trc20', '转', '3ds']],
  ['!!! 👍 …', []],
])('%j gives %j', (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

it('takes any text, and terms of a part are terms of the whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const whole = new Set(termsOf(`${a}\n${b}`));
      expect(termsOf(a).every((term) => whole.has(term))).toBe(true);
    }),
  );
});
