import type { Edition } from '../core/article/edition.ts';

/** The edition being built; src/site/siteConfig.ts puts it there. */
export const edition: Edition = import.meta.env.FIRSTLINE_EDITION;
