import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../src/core/article/language.ts';
import {
  permalink,
  permalinkLanguage,
  permalinkPages,
} from '../../../../src/core/operations/desk/permalink.ts';

describe('a permalink', () => {
  test.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['zh-Hant-TW', 'en-US'], 'zh-CN'],
    [['fr-FR', 'zh', 'en'], 'zh-CN'],
    [['de', 'en-GB', 'zh'], 'en'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
  ] as const)('leads a browser that prefers %j to %s', (preferred, language) => {
    expect(permalinkLanguage('', preferred)).toBe(language);
  });

  test('made for a language leads there, whatever the browser prefers', () => {
    const tags = fc.array(fc.constantFrom('en', 'zh-CN', 'fr', 'zh-TW', ''));
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), tags, (language, preferred) => {
        const { hash, pathname } = new URL(
          permalink('https://help.test/docs/', 'card/pin-blocked', language),
        );
        expect(pathname).toBe('/docs/a/card/pin-blocked/');
        expect(permalinkLanguage(hash, preferred)).toBe(language);
      }),
    );
  });

  test('with another fragment is as if it had none', () => {
    expect(permalinkLanguage('#<script>', ['zh'])).toBe('zh-CN');
    expect(permalink('/', 'wallet/gas')).toBe('/a/wallet/gas/');
  });
});

describe('the permalinks of an edition', () => {
  test('are one for each article, and one for each address it had', () => {
    const redirects = { 'card/old': 'card/new', 'card/gone': 'card/unknown', 'card/new': 'card/other' };
    expect(permalinkPages(['card/new', 'card/other'], redirects)).toEqual([
      { from: 'card/new', to: 'card/new' },
      { from: 'card/other', to: 'card/other' },
      { from: 'card/old', to: 'card/new' },
    ]);
  });
});
