import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcementsOf,
  POST_WEIGHT,
  postWeight,
  statusAddress,
} from '../../../../src/core/operations/incidents/announcements.ts';
import { resolved } from '../../../../src/core/operations/incidents/change.ts';
import { incident, NOW } from './fixture.ts';

const context = { site: 'https://help.example', brand: { en: 'Acme', 'zh-CN': 'Acme 钱包' } };

function textOf(place: string, language: string, made = incident()): string {
  return announcementsOf(made, context).find((each) => each.place === place && each.language === language)!
    .text;
}

describe('what to publish where', () => {
  it('names every place in both languages, the notice first', () => {
    expect(announcementsOf(incident(), context).map(({ place, language }) => `${place} ${language}`)).toEqual(
      ['notice en', 'notice zh-CN', 'reply en', 'reply zh-CN', 'social en', 'social zh-CN'],
    );
  });

  it('says what it is about, where to look, and that nobody asks for a secret', () => {
    expect(textOf('reply', 'en')).toContain('Nobody from Acme will ask for your recovery phrase');
    expect(textOf('reply', 'zh-CN')).toContain('Acme 钱包的任何人都不会为此向你要助记词');
    expect(textOf('reply', 'zh-CN')).toContain('https://help.example/zh-cn/status/');
    expect(textOf('social', 'en')).toBe(
      'Looking into it: Swaps on BNB Smart Chain are delayed. Swaps take longer. Please do not repeat one.\nhttps://help.example/status/',
    );
  });

  it('ends with another reply', () => {
    const over = resolved(incident(), { text: { en: 'Works again.', 'zh-CN': '已恢复。' }, keepMs: 0 }, NOW);
    expect(textOf('reply', 'en', over)).toMatch(/^Thank you for your patience/);
    expect(textOf('social', 'zh-CN', over)).toMatch(/^【已解决】/);
  });

  it('never makes a post too long, nor without its address', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    const long = fc.array(fc.constantFrom('Wait. ', '请稍等。', 'Nothing else works! ', 'a'.repeat(60)), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, long, (en, zh, parts) => {
        const body = parts.join('');
        const made = incident({ title: { en, 'zh-CN': zh }, text: { en: body, 'zh-CN': body } });
        for (const language of ['en', 'zh-CN'] as const) {
          const post = textOf('social', language, made);
          const address = statusAddress(context.site, language);
          expect(post.endsWith(`\n${address}`)).toBe(true);
          expect(postWeight(post.slice(0, -address.length)) + 23).toBeLessThanOrEqual(POST_WEIGHT);
        }
      }),
    );
  });

  it('weighs as X does', () => {
    expect([
      postWeight('abc'),
      postWeight('兑换'),
      postWeight('a https://help.example/a/very/long/address'),
    ]).toEqual([3, 4, 25]);
  });
});
