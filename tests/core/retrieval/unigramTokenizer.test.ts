import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../../../src/core/retrieval/modelConfig.ts';
import { unigramTokenizer } from '../../../src/core/retrieval/unigramTokenizer.ts';

const file = JSON.parse(await readFile('public/models/firstline-en-zh/tokenizer.json', 'utf8')) as {
  readonly model: object;
};
const ours = unigramTokenizer(file);
const library = new Tokenizer(file, {});
const theirs = (text: string): number[] => library.encode(text, { add_special_tokens: false }).ids;

/** The words of the project's own texts, glued together as nobody would write them. */
const glued = fc
  .array(
    fc.constantFrom(
      ...'transaction pending unbelievableness usdt 转账一直没到账 助记词 轉帳 ＵＳＤＴ 100.5 😀 👨‍👩‍👧 é ß ﬁ ½ 한국어 \u0000'.split(
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(''));

describe('the tokenizer', () => {
  it('gives what @huggingface/tokenizers gives', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }), glued),
        (text) => {
          expect(ours(text)).toEqual(theirs(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the same for every message of the development set', async () => {
    const lines = (await readFile('tests/fixtures/retrieval/development.jsonl', 'utf8')).trim().split('\n');
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) {
      const { text } = JSON.parse(line) as { text: string };
      expect(ours(text)).toEqual(theirs(text));
    }
  });

  it('refuses a file of another form', () => {
    expect(() => unigramTokenizer({ ...file, model: { type: 'WordPiece', vocab: {} } })).toThrow(ModelError);
    expect(() => unigramTokenizer({ ...file, normalizer: null })).toThrow('expected Unigram after NFKC');
  });
});
