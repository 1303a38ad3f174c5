import type { AstroIntegration } from 'astro';
import type { Edition } from '../../core/article/edition.ts';
import { LANGUAGES, LOCALE_FOLDERS } from '../../core/article/language.ts';

/**
 * Adds what is not an article: pages, once per language, and the endpoints that emit the index and the widget.
 * It stands before Starlight in the list of integrations, so that its routes win over Starlight's catch-all.
 */
export function firstline(edition: Edition): AstroIntegration {
  const pages: Readonly<Record<string, string>> = {
    '/': 'Home.astro',
    '/contact': 'Contact.astro',
    '/verify': 'Verify.astro',
    '/[section]': 'Section.astro',
    ...(edition === 'internal' ? { '/mining': 'Mining.astro' } : {}),
  };
  return {
    name: 'firstline',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const [pattern, page] of Object.entries(pages)) {
          for (const language of LANGUAGES) {
            const folder = LOCALE_FOLDERS[language];
            const localized = (folder ? `/${folder}${pattern}` : pattern).replace(/(?<=.)\/$/, '');
            injectRoute({ pattern: localized, entrypoint: `./src/site/pages/${page}`, prerender: true });
          }
        }
        injectRoute({ pattern: '/404', entrypoint: './src/site/pages/NotFound.astro', prerender: true });
        injectRoute({
          pattern: '/knowledge/[...file]',
          entrypoint: './src/site/pages/knowledge.ts',
          prerender: true,
        });
        injectRoute({
          pattern: '/widget/v1/[file]',
          entrypoint: './src/site/pages/widget.ts',
          prerender: true,
        });
      },
    },
  };
}
