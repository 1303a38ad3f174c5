import { expect, it } from 'vitest';
import type { Language } from '../../../../src/core/article/language.ts';
import { cardOf } from '../../../../src/core/operations/incidents/cards.ts';
import { published } from '../../../../src/core/operations/incidents/publish.ts';
import { COMPONENTS, incident, NOW } from './fixture.ts';

const factOf = (name: string, language: Language, review: string) => {
  const [shown] = published([{ ...incident({ layer: 'provider' }), review }], COMPONENTS, 'internal');
  return cardOf(shown!, language, NOW).facts.find((fact) => fact.name === name);
};

it('says the layer in the language of the page', () => {
  expect(factOf('layer', 'en', 'x')?.value).toBe('provider');
  expect(factOf('layer', 'zh-CN', 'x')?.value).toBe('服务商');
});

it('leads to the review, and nowhere else than to one', () => {
  const hrefOf = (review: string) => factOf('review', 'en', review)?.href;
  expect(hrefOf('reviews/2026-11-21-swap-bsc.md')).toBe('../incidents/2026-11-21-swap-bsc/');
  expect(hrefOf('https://wiki.example/1')).toBe('https://wiki.example/1');
  for (const other of ['javascript:alert(1)', 'reviews/../x.md', 'http://x.example'])
    expect(hrefOf(other)).toBeUndefined();
});
