import { CORE_LISTS } from './coreLists.ts';
import { secretFinder } from './secretFinder.ts';

/**
 * `findSecrets` with the recovery phrases of the site's two languages only: a fifth of the bytes, for a page that must
 * refuse before anything else is loaded.
 */
export const findCoreSecrets = secretFinder(CORE_LISTS);
