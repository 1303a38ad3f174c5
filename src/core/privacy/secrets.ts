import { ALL_LISTS } from './allLists.ts';
import { secretFinder } from './secretFinder.ts';

/** Everything in a text that the form refuses to search, store or send, with recovery phrases of every official list. */
export const findSecrets = secretFinder(ALL_LISTS);
