import path from 'node:path';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

export const CONTENT = path.join(ROOT, 'content');
export const MODELS = path.join(ROOT, 'public/models');
/** Where `npm run mine` puts its report unless told otherwise, and where the internal edition looks for it. */
export const REPORTS = path.join(ROOT, 'reports/mining');
