import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homophoneCorrector } from '../../../src/core/retrieval/homophones.ts';
import { soundsOfCharacters } from '../../../src/core/retrieval/sounds.ts';

const FOUND = new Map([
  ['助记', 40],
  ['记词', 40],
  ['联系', 30],
  ['系客', 10],
  ['客服', 50],
  ['限额', 20],
  ['比特', 20],
  ['特币', 20],
  ['稀罕', 1],
]);
const WORDS = new Set(['天鹅', '你们', '一只']);
const mend = homophoneCorrector(FOUND, (pair) => WORDS.has(pair));

describe('soundsOfCharacters', () => {
  it('knows the 3,755 characters that nearly all texts are made of', () => {
    expect(soundsOfCharacters().size).toBe(3755);
  });

  it.each([
    ['助', '住'],
    ['额', '鹅'],
    ['服', '副'],
    ['币', '比'],
    ['知', '资'],
    ['难', '兰'],
    ['心', '星'],
    ['护', '付'],
    ['绿', '律'],
  ])('%s sounds like %s, or near enough', (one, other) => {
    const sounds = soundsOfCharacters();
    expect(sounds.get(one)).toBeDefined();
    expect(sounds.get(one)).toBe(sounds.get(other));
  });
});

describe('homophoneCorrector', () => {
  it.each([
    ['住记词忘了', '助记词忘了'],
    ['怎么提高限鹅', '怎么提高限额'],
    ['联戏你们客副', '联系你们客服'],
    ['我的比特比', '我的比特币'],
  ])('%s → %s', (text, mended) => {
    expect(mend(text)).toBe(mended);
  });

  it('leaves words of the language as they are, though they sound like ones that are sought', () => {
    expect(mend('一只天鹅')).toBe('一只天鹅');
  });

  it('mends towards nothing that hardly any text holds', () => {
    expect(mend('西罕')).toBe('西罕');
  });

  it('keeps the length, and everything that is not Chinese', () => {
    const character = fc.constantFrom(...'住助记词限鹅额联戏系客副服比特币a1 ，。轉');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 20 }), (characters) => {
        const mended = [...mend(characters.join(''))];
        expect(mended).toHaveLength(characters.length);
        for (const [i, own] of characters.entries())
          if (!/\p{Script=Han}/u.test(own)) expect(mended[i]).toBe(own);
      }),
    );
  });

  it('changes no text whose pairs are all known', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FOUND.keys()), { maxLength: 6 }), (pairs) => {
        const text = pairs.join('，');
        expect(mend(text)).toBe(text);
      }),
    );
  });
});
