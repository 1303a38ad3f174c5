import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import {
  buildLexicalIndex,
  lexicalScores,
  loadLexicalIndex,
} from '../../../src/core/retrieval/lexicalIndex.ts';
import { termsOf } from '../../../src/core/retrieval/terms.ts';

const word = fc.constantFrom('card', 'wallet', 'pending', 'fee', '助记词', '转账', '钱包', '丢了');
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

describe('the lexical index', () => {
  it('scores as MiniSearch does, also after it went over the wire', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, query) => {
        const oracle = new MiniSearch({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term });
        oracle.addAll(texts.map((own, id) => ({ id, text: own })));
        const unique = [...new Set(termsOf(query))];
        const hits = new Map(
          oracle
            .search(unique.join(' '), { tokenize: (terms) => terms.split(' ') })
            .map((hit) => [hit.id, hit.score]),
        );
        const built = buildLexicalIndex(texts);
        const wired = loadLexicalIndex(
          JSON.parse(JSON.stringify(built.serialized)) as typeof built.serialized,
        );
        for (const index of [built, wired]) {
          lexicalScores(index, query).forEach((score, id) => expect(score).toBeCloseTo(hits.get(id) ?? 0, 6));
        }
      }),
    );
  });

  it('has nothing for words that it does not know', () => {
    expect([...lexicalScores(buildLexicalIndex(['card declined']), 'zzz 你好')]).toEqual([0]);
  });
});
