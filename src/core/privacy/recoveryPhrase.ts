import { findChinesePhrases } from './chinesePhrase.ts';
import { findEnglishPhrases } from './englishPhrase.ts';
import { withoutOverlaps } from './overlap.ts';
import type { Finder } from './secret.ts';

/**
 * Finds recovery phrases (BIP-39, https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki), however they are
 * typed: numbered, one a line, with commas, in mixed case, among other words. The checksum is not asked for where the
 * words alone are telling: a phrase with one slip is as good to a thief, and so is most of a phrase.
 */
export const findRecoveryPhrases: Finder<'recovery-phrase'> = (text) =>
  withoutOverlaps(text, [...findEnglishPhrases(text), ...findChinesePhrases(text)]);
