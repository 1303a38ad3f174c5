import type { AstroIntegration } from 'astro';
import type { Edition } from '../../core/article/edition.ts';
import { routesFor } from './routes.ts';

/**
 * Adds what is not an article: pages, once per language, and the endpoints that emit the index and the widget.
 * It stands before Starlight in the list of integrations, so that its routes win over Starlight's catch-all.
 */
export function firstline(edition: Edition): AstroIntegration {
  return {
    name: 'firstline',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const { pattern, page } of routesFor(edition)) {
          injectRoute({ pattern, entrypoint: `./src/site/pages/${page}`, prerender: true });
        }
      },
    },
  };
}
