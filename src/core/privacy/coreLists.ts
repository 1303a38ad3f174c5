import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditionalChinese } from '@scure/bip39/wordlists/traditional-chinese.js';
import type { WordList } from './wordList.ts';

const ENGLISH_PROSE = (
  'about again all also before call can come end ever example good have help into just keep kind like make more ' +
  'must need never now off often once one only open other over own people place please put right same such sure ' +
  'that there they thing this time under until update upon use used very wait want way what when where will ' +
  'work year you your then any still nothing first because two since someone know another next today already tell hello'
).split(' ');

const ENGLISH_EVERYDAY = (
  'access account address agent alert amount approve balance bonus bridge cancel card cash change claim click code coin ' +
  'credit deposit device enter error fee fix gas hour input install key language light limit link list lock market ' +
  'menu message minute mobile month name network notice number option order output page phone pool price private protect ' +
  'public rate receive report review reward save screen security sell service sign smart supply swap tag test ticket token ' +
  'topic trade transfer tree update ' +
  'black blue bronze brown copper gold green ivory olive orange pink rose silver yellow'
).split(' ');

/** The lists of the two languages that the site is in: what the form checks before it knows more. */
export const CORE_LISTS: readonly WordList[] = [
  { script: 'letters', words: english, common: ENGLISH_PROSE, everyday: ENGLISH_EVERYDAY },
  { script: 'characters', words: simplifiedChinese },
  { script: 'characters', words: traditionalChinese },
];
