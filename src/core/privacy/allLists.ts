import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { CORE_LISTS } from './coreLists.ts';
import type { WordList } from './wordList.ts';

/** Every official list. About 42 KB more than the core ones when compressed, so a page need not wait for them. */
export const ALL_LISTS: readonly WordList[] = [
  ...CORE_LISTS,
  ...[japanese, korean, spanish, french, italian, czech, portuguese].map((words): WordList => ({
    script: 'letters',
    words,
  })),
];
