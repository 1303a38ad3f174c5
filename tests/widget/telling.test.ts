import { expect, it } from 'vitest';
import type { DeflectionState } from '../../src/core/deflection/deflection.ts';
import type { Suggestion } from '../../src/core/retrieval/suggest.ts';
import { alarm, hint } from '../../src/widget/telling.ts';

const ready = (count: number, urgent?: string): DeflectionState => ({
  status: 'ready',
  suggestions: Array.from({ length: count }, () => ({ urgent }) as Suggestion),
});

it('a bar says how many articles there are, in the reader’s language', () => {
  expect(hint(ready(1), '', 'en')).toEqual({ text: '1 article may answer', kind: 'articles' });
  expect(hint(ready(3), '', 'en')?.text).toBe('3 articles may answer');
  expect(hint(ready(3), '', 'zh-CN')?.text).toBe('有 3 篇文章可能有答案');
});

it('a bar says what is urgent before anything else, and a known incident before articles', () => {
  expect(hint(ready(3, 'Move what is left.'), 'We know.', 'en')).toEqual({
    text: 'Move what is left.',
    kind: 'warning',
  });
  expect(hint(ready(3), 'We know.', 'en')).toEqual({ text: 'We know.', kind: 'articles' });
  expect(hint({ status: 'abstained' }, 'We know.', 'en')?.text).toBe('We know.');
});

it('a secret is named by its kind, and never shown', () => {
  const blocked: DeflectionState = { status: 'blocked', secrets: ['card-number', 'password'] };
  expect(hint(blocked, '', 'zh-CN')).toEqual({ text: alarm(blocked, 'zh-CN'), kind: 'warning' });
  expect(alarm(blocked, 'zh-CN')).toContain('卡号、密码');
});

it.each(['idle', 'loading', 'abstained', 'failed'] as const)(
  'a bar says nothing while it is %s',
  (status) => {
    expect(hint({ status }, '', 'en')).toBeUndefined();
  },
);
