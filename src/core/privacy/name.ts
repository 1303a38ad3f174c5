import { CHINESE_FINDERS } from './chineseName.ts';
import type { Finder } from './secret.ts';
import { WESTERN_FINDERS } from './westernName.ts';

/** The names of people, where they introduce themselves, sign, or are greeted. */
export const findNames: Finder<'name'> = (text) => [
  ...WESTERN_FINDERS.flatMap((find) => find(text)),
  ...(/\p{Script=Han}/u.test(text) ? CHINESE_FINDERS.flatMap((find) => find(text)) : []),
];
