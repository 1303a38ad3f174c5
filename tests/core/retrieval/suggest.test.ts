import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildIndexes, loadModel } from '../../../scripts/lib/knowledge.ts';
import { config } from '../../../src/config.ts';
import type { Language } from '../../../src/core/article/language.ts';
import { deserializeIndex, serializeIndex } from '../../../src/core/retrieval/knowledgeIndex.ts';
import { suggest, type Suggestion } from '../../../src/core/retrieval/suggest.ts';

const model = await loadModel();
const indexes = await buildIndexes('public', model);

async function ask(text: string, language: Language, searched = indexes): Promise<Suggestion[]> {
  const [vector] = await model.embed([text]);
  return suggest(text, vector, searched, { language, ...config.suggestions });
}

describe('suggestions', () => {
  it.each([
    ['my usdt never arrived', 'en', 'wallet/incoming-transfer-missing'],
    ['我的币转到别的链上了', 'zh-CN', 'wallet/wrong-network'],
    ['card declined at the supermarket', 'en', 'card/card-declined'],
    ['付款的验证码一直收不到', 'zh-CN', 'card/three-d-secure'],
    [
      'someone on telegram says he is support and wants my 12 words',
      'en',
      'security/phishing-and-fake-support',
    ],
    ['gas不够转不出去', 'zh-CN', 'wallet/insufficient-gas'],
  ] as const)('%j, read in %s, gets %s first', async (text, language, slug) => {
    const [first] = await ask(text, language);
    expect(first).toMatchObject({ slug, language });
  });

  it.each(['what a lovely day for a walk', '给我写一首关于春天的诗', '', '   ', '\u0000'])(
    '%j gets nothing',
    async (text) => {
      expect(await ask(text, 'en')).toEqual([]);
    },
  );

  it('shows an article in the other language when there is no other, and says so', async () => {
    const english = indexes.filter(({ language }) => language === 'en');
    const [first] = await ask('card declined at the supermarket', 'zh-CN', english);
    expect(first).toMatchObject({ slug: 'card/card-declined', language: 'en' });
  });

  it('answers by words alone while there is no model', () => {
    const options = { language: 'en', ...config.suggestions } as const;
    const lexical = indexes.map((index) => ({ ...index, vectors: undefined }));
    const [first] = suggest('my card was declined, card declined in the shop', undefined, lexical, options);
    expect(first?.slug).toBe('card/card-declined');
  });

  it('comes out the same from an index that went over the wire', async () => {
    const wired = indexes.map((index) => {
      const json: unknown = JSON.parse(JSON.stringify(serializeIndex(index, model)));
      return deserializeIndex(json as Parameters<typeof deserializeIndex>[0], index.vectors);
    });
    const text = 'sent usdt but it is still pending since yesterday';
    expect(await ask(text, 'en', wired)).toEqual(await ask(text, 'en'));
  });

  it('refuses an index of another version', () => {
    const file = serializeIndex(indexes[0]!, model);
    expect(() => deserializeIndex({ ...file, version: 99 }, undefined)).toThrow('The index has version 99');
  });

  it('never offers what customers may not read', () => {
    const slugs = indexes.flatMap(({ articles }) => articles.map(({ slug }) => slug));
    expect(slugs.filter((slug) => slug.startsWith('runbooks/'))).toEqual([]);
    expect(slugs.length).toBeGreaterThanOrEqual(24);
  });
});

/** Queries in real people's voices that nothing was fitted on. Raising a floor is a commit, lowering one says why. */
describe('queries nobody tuned to', async () => {
  const FLOORS = { en: { at1: 0.84, at3: 0.96 }, 'zh-CN': { at1: 0.83, at3: 0.97 } } as const;
  const lines = (await readFile('tests/fixtures/retrieval/test.jsonl', 'utf8')).trim().split('\n');
  const known = new Set(indexes.flatMap(({ articles }) => articles.map(({ slug }) => slug)));
  const queries = lines
    .map((line) => JSON.parse(line) as { lang: Language; text: string; slugs: string[] })
    .filter(({ slugs }) => slugs.some((slug) => known.has(slug)));

  it.each(['en', 'zh-CN'] as const)('are answered in %s as well as they ever were', async (language) => {
    const own = queries.filter(({ lang }) => lang === language);
    const ranks = await Promise.all(
      own.map(async ({ text, slugs }) => {
        const [vector] = await model.embed([text]);
        return suggest(text, vector, indexes, { language, threshold: 0, limit: 3 }).findIndex(({ slug }) =>
          slugs.includes(slug),
        );
      }),
    );
    expect(ranks.filter((rank) => rank === 0).length / own.length).toBeGreaterThanOrEqual(
      FLOORS[language].at1,
    );
    expect(ranks.filter((rank) => rank >= 0).length / own.length).toBeGreaterThanOrEqual(
      FLOORS[language].at3,
    );
  });
});
