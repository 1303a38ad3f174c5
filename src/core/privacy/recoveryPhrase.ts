import { chinesePhraseFinder } from './chinesePhrase.ts';
import { withinFields } from './fieldJoint.ts';
import { letterPhraseFinder } from './letterPhrase.ts';
import { withoutOverlaps } from './overlap.ts';
import type { Finder } from './secret.ts';
import type { WordList } from './wordList.ts';

/** "The third one is": takes the place of a number before a word. And the tags of a list that was copied. */
const MARKUP =
  /第[\d一二三四五六七八九十]{1,3}[个個行排组組]?(?:单?[字词詞])?[是为為]?|<\/?[a-z][^<>\n]{0,60}>/giu;

/**
 * A finder of recovery phrases (BIP-39, https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki) of the given
 * lists, however they are typed: numbered, one a line, with commas, in mixed case, among other words. The checksum is not
 * asked for where the words alone are telling: a phrase with one slip is as good to a thief, and so is most of a phrase.
 */
export function recoveryPhraseFinder(lists: readonly WordList[]): Finder<'recovery-phrase'> {
  const findLetters = letterPhraseFinder(lists);
  const findCharacters = chinesePhraseFinder(lists);
  return withinFields((text) => {
    const bare = text.replace(MARKUP, (markup) => ' '.repeat(markup.length));
    return withoutOverlaps(text, [...findLetters(bare), ...findCharacters(bare)]);
  });
}
