import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { ROOT } from '../published.ts';

/** Search engines may read everything that is public, and nothing of the internal edition. */
export const GET: APIRoute = () =>
  new Response(
    edition === 'public'
      ? `User-agent: *\nAllow: /\n\nSitemap: ${ROOT}sitemap-index.xml\n`
      : 'User-agent: *\nDisallow: /\n',
  );
