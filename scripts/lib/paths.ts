import path from 'node:path';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

export const CONTENT = path.join(ROOT, 'content');
/** Files that are served as they are. */
export const PUBLIC = path.join(ROOT, 'public');
export const MODELS = path.join(PUBLIC, 'models');
/** What can be made again: nothing here is committed. */
export const CACHE = path.join(ROOT, '.cache');
/** What each file of content had to say when it was last looked at. */
export const LINTED = path.join(CACHE, 'lint.json');
/** What parts of the content had to say that are looked at as a whole: the replies, the trees. */
export const LINT_CACHE = path.join(CACHE, 'lint');
/** Code that Node has compiled before. */
export const COMPILED = path.join(CACHE, 'compiled');
/** Where `npm run mine` puts its report unless told otherwise, and where the internal edition looks for it. */
export const REPORTS = path.join(ROOT, 'reports/mining');
/** Tickets that we wrote, to see mining at work; and the report made from them. */
export const SAMPLE = path.join(ROOT, 'scripts/mine/sample/tickets.ndjson');
export const SAMPLE_REPORT = path.join(ROOT, 'reports/sample');
