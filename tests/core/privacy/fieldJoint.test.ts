import { describe, expect, it } from 'vitest';
import { FIELD_JOINT } from '../../../src/core/privacy/fieldJoint.ts';
import { findAll } from '../../../src/core/privacy/redact.ts';

const PHRASE = 'consider program chunk need vapor bullet mixed current street trouble spoon there';
const WORDS = PHRASE.split(' ');

function found(...fields: readonly string[]): string[] {
  const text = fields.join(FIELD_JOINT);
  return findAll(text).map(({ start, end }) => text.slice(start, end));
}

describe('fields that are read as one text', () => {
  it('lose no words to a phrase in another one', () => {
    expect(found('hello my friend', 'what now', PHRASE)).toEqual([PHRASE]);
    expect(found('iPhone friend', PHRASE, 'good year')).toEqual([PHRASE]);
    expect(found(`swap ${PHRASE}`, 'coin member')).toEqual([`swap ${PHRASE}`]);
  });

  it('hold a phrase together, half of it in each', () => {
    const [half, rest] = [WORDS.slice(0, 6).join(' '), WORDS.slice(6).join(' ')];
    expect(found(`my words ${half}`, rest)).toEqual([half + FIELD_JOINT + rest]);
    expect(found(...WORDS)).toEqual([WORDS.join(FIELD_JOINT)]);
  });

  it('each have their own, where each is one', () => {
    const other = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    expect(found(PHRASE, other)).toEqual([PHRASE, other]);
  });
});
