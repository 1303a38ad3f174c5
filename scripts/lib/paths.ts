import path from 'node:path';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

export const CONTENT = path.join(ROOT, 'content');
export const MODELS = path.join(ROOT, 'public/models');
/** What can be made again: nothing here is committed. */
export const CACHE = path.join(ROOT, '.cache');
/** What each file of content had to say when it was last looked at. */
export const LINTED = path.join(CACHE, 'lint.json');
/** Code that Node has compiled before. */
export const COMPILED = path.join(CACHE, 'compiled');
/** Where `npm run mine` puts its report unless told otherwise, and where the internal edition looks for it. */
export const REPORTS = path.join(ROOT, 'reports/mining');
/** Tickets that we wrote, to see mining at work; and the report made from them. */
export const SAMPLE = path.join(ROOT, 'scripts/mine/sample/tickets.ndjson');
export const SAMPLE_REPORT = path.join(ROOT, 'reports/sample');
