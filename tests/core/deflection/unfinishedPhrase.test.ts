import { describe, expect, it } from 'vitest';
import { withoutUnfinishedPhrase } from '../../../src/core/deflection/unfinishedPhrase.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const kept = (text: string) => withoutUnfinishedPhrase(text, findSecrets);

describe('a phrase that is still being typed', () => {
  it.each([4, 5, 6, 7])('is not kept after %i words', (count) => {
    const words = 'legal winner thank year wave sausage worth'.split(' ').slice(0, count).join(' ');
    expect(kept(`It says: ${words} `)).toBe('It says: ');
  });

  it('is not kept as a numbered list either', () => {
    expect(kept('1. legal\n2. winner\n3. thank\n4. year\n5. wave')).not.toMatch(/legal|wave/);
  });
});

it.each([
  '',
  'Please help me find my card.',
  'I sent 5 usdt to my friend and now I wait',
  'Where can I see my card limit?\n',
  '我的钱包里少了钱',
  'legal winner',
])('prose stays as it is: %j', (text) => {
  expect(kept(text)).toBe(text);
});
