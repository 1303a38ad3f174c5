import { validateMnemonic } from '@scure/bip39';

/** How many words a recovery phrase has, longest first. */
export const PHRASE_LENGTHS = [24, 21, 18, 15, 12] as const;

/** Whether the words, as the list writes them, make a phrase whose checksum fits. Chance does that once in 16 to 256. */
export function passesChecksum(words: readonly string[], list: readonly string[]): boolean {
  return validateMnemonic(words.join(' '), list as string[]);
}
