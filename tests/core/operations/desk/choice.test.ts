import { describe, expect, test } from 'vitest';
import { chosenOf } from '../../../../src/core/operations/desk/choice.ts';
import { matchedWords } from '../../../../src/core/operations/desk/matchedWords.ts';
import { treesFor } from '../../../../src/core/operations/desk/treesFor.ts';

describe('the chosen article', () => {
  test('is the first one, whatever stood first before', () => {
    expect(chosenOf(undefined, ['a', 'b'])).toBe('a');
    expect(chosenOf(undefined, [])).toBeUndefined();
  });

  test('is the agent’s own as long as it is listed', () => {
    expect(chosenOf('b', ['a', 'b'])).toBe('b');
    expect(chosenOf('b', ['a', 'c'])).toBe('a');
  });
});

describe('words in common', () => {
  const words = (title: string, ...marks: [number, number][]) =>
    matchedWords({
      title,
      sentence: '',
      marks: { title: marks.map(([start, end]) => ({ start, end })), sentence: [] },
    });

  test('are words, not pairs of characters that met', () => {
    expect(words('拿到交易哈希', [1, 6])).toEqual(['交易', '哈希']);
    expect(words('写下助记词', [2, 5])).toEqual(['助记词']);
    expect(words('card 被拒', [0, 4], [5, 7])).toEqual(['card', '被拒']);
  });
});

describe('trees for a ticket', () => {
  const trees = [
    { id: 'card', about: ['card/card-declined', 'runbooks/triage/card-declines'] },
    { id: 'swap', about: ['wallet/swap-failed'] },
    { id: '3ds', about: ['card/3ds'] },
  ];
  const ids = (...slugs: string[]) => treesFor(slugs, trees).map(({ id }) => id);

  test('are those of the best articles, each once', () => {
    expect(ids('wallet/swap-failed', 'card/card-declined', 'runbooks/triage/card-declines')).toEqual([
      'swap',
      'card',
    ]);
    expect(ids('x', 'y', 'z', 'card/3ds')).toEqual([]);
  });
});
