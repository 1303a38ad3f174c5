import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../../scripts/lib/knowledge.ts';
import { config } from '../../../src/config.ts';
import type { Language } from '../../../src/core/article/language.ts';
import {
  deserializeIndex,
  serializeIndex,
  vectorCount,
  vectorsOf,
} from '../../../src/core/retrieval/knowledgeIndex.ts';
import { suggestAgain } from '../../../src/core/retrieval/rerank.ts';
import { suggest, type Suggestion } from '../../../src/core/retrieval/suggest.ts';
import { packVectors, unpackVectors } from '../../../src/core/retrieval/vectors.ts';

const { embedder: model, indexes, safety } = await openKnowledge('public');

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
      const file = json as Parameters<typeof deserializeIndex>[0];
      const bytes = packVectors(vectorsOf(index));
      return deserializeIndex(file, unpackVectors(bytes, vectorCount(file), model.dim));
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

describe('an urgent text', () => {
  const lexical = indexes.map((index) => ({ ...index, vectors: undefined }));
  const TEXT = 'Card declined. And my friend gave my seed phrase to a stranger';

  async function askSafely(text: string, language: Language, threshold = 0.2): Promise<Suggestion[]> {
    const [vector] = await model.embed([text]);
    return suggest(text, vector, indexes, { language, threshold, limit: 3, safety });
  }

  it.each(['en', 'zh-CN'] as const)(
    'gets the rule’s article first, and what to do at once, in %s',
    async (language) => {
      const [first, ...others] = await askSafely(TEXT, language);
      expect(first).toMatchObject({ slug: 'security/recovery-phrase-exposed', language, probability: 1 });
      expect(first?.urgent).toBe(safety.rules[0]!.say[language]);
      expect(others.map(({ urgent }) => urgent)).toEqual(others.map(() => undefined));
      expect(others.map(({ slug }) => slug)).not.toContain(first?.slug);
    },
  );

  it('gets it also where every model would abstain, or there is none', async () => {
    expect(await askSafely(TEXT, 'en', 1)).toHaveLength(1);
    const options = { language: 'en', threshold: 1, limit: 3, safety } as const;
    expect(suggest(TEXT, undefined, lexical, options)).toHaveLength(1);
    expect(suggest(TEXT, undefined, lexical, { ...options, safety: undefined })).toEqual([]);
  });

  it('keeps to the limit, and to articles that are there', async () => {
    expect((await askSafely(TEXT, 'en', 0)).length).toBe(3);
    const [rule] = safety.rules;
    const missing = {
      ...safety,
      rules: [{ ...rule!, articles: ['security/not-written'] }, ...safety.rules.slice(1)],
    };
    const [vector] = await model.embed([TEXT]);
    const [first] = suggest(TEXT, vector, indexes, {
      language: 'en',
      ...config.suggestions,
      safety: missing,
    });
    expect(first?.urgent).toBeUndefined();
  });

  it('stays first when a transformer has a second look', async () => {
    const [vector] = await model.embed([TEXT]);
    // An opinion that finds the urgent article the least likely of all.
    const units = indexes.map(({ vectors }) => ({
      ...vectors!,
      scales: vectors!.scales.map((scale) => -scale),
    }));
    const options = { language: 'en', ...config.suggestions, safety } as const;
    const [first] = suggestAgain(TEXT, vector!, indexes, { vector: vector!, units }, options);
    expect(first).toMatchObject({ slug: 'security/recovery-phrase-exposed', probability: 1 });
    expect(first?.urgent).toBeDefined();
  });
});

describe('what is shown of an article', () => {
  it('is a sentence of its passage, with the words of the query marked in it and in the title', async () => {
    const [first] = await ask('card declined at the supermarket', 'en');
    expect(first!.passage.text).toContain(first!.sentence);
    const marked = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
      spans.map(({ start, end }) => text.slice(start, end).toLowerCase());
    expect(marked(first!.title, first!.marks.title)).toContain('declined');
    expect(marked(first!.sentence, first!.marks.sentence).length).toBeGreaterThan(0);
  });
});
