/** How the words of a list are written, and so how they are told from one another when nothing stands between them. */
export type WordScript = 'letters' | 'characters';

/** One of the official BIP-39 word lists: 2,048 words in their order, which is what the checksum counts on. */
export interface WordList {
  readonly script: WordScript;
  readonly words: readonly string[];
  /**
   * Words of the list that prose is made of: four of them in twelve words are prose, chance puts them there never. Lists
   * without such words leave it out.
   */
  readonly common?: readonly string[];
  /** Words that people make lists of for other reasons: what a wallet shows, colours. A few of them are no part of a phrase. */
  readonly everyday?: readonly string[];
}
