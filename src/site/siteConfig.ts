import starlight from '@astrojs/starlight';
import { unified } from '@astrojs/markdown-remark';
import type { AstroUserConfig } from 'astro';
import starlightLinksValidator from 'starlight-links-validator';
import { config } from '../config.ts';
import { EDITIONS, type Edition } from '../core/article/edition.ts';
import { firstline } from './integrations/firstline.ts';
import { addedAddresses } from './integrations/routes.ts';
import { redirects } from './redirects.ts';
import { remarkDiagrams } from './remarkDiagrams.ts';
import { remarkVariables } from './remarkVariables.ts';
import { sidebarFor } from './sections.ts';
import { siteMap } from './siteMap.ts';
import { SITE_TITLE } from './siteTitle.ts';

/** Astro's configuration for the edition that FIRSTLINE_EDITION names; the public one unless told otherwise. */
export function siteConfig(env: Readonly<Record<string, string | undefined>>): AstroUserConfig {
  const edition = editionOf(env['FIRSTLINE_EDITION']);
  return {
    site: config.site,
    base: config.base,
    // Starlight reads <srcDir>/content/docs; see DESIGN.md.
    srcDir: '.',
    outDir: edition === 'public' ? 'dist' : 'dist-internal',
    // The content store is cached: one cache for both would carry entries from one edition into the other.
    cacheDir: `.cache/${edition}`,
    // Not 'always': the development server would then refuse the endpoints, whose names end in .json and .js.
    trailingSlash: 'ignore',
    devToolbar: { enabled: false },
    redirects: redirects(edition),
    markdown: {
      processor: unified({ remarkPlugins: [[remarkVariables, config.variables], remarkDiagrams] }),
    },
    vite: {
      define: {
        'import.meta.env.FIRSTLINE_EDITION': JSON.stringify(edition),
        'import.meta.env.FIRSTLINE_INCIDENTS': JSON.stringify(
          env['FIRSTLINE_INCIDENTS'] ?? 'content/incidents',
        ),
        'import.meta.env.FIRSTLINE_MINING_REPORT': JSON.stringify(
          env['FIRSTLINE_MINING_REPORT'] ?? 'reports/mining/report.json',
        ),
      },
      cacheDir: `.cache/${edition}/vite`,
    },
    integrations: [
      firstline(edition),
      siteMap(edition, edition === 'public' ? 'dist' : 'dist-internal'),
      starlight({
        title: { ...SITE_TITLE },
        routeMiddleware: './src/site/pageHead.ts',
        logo: { src: './src/site/assets/mark.svg', alt: '' },
        favicon: '/favicon.svg',
        defaultLocale: 'root',
        locales: {
          root: { label: 'English', lang: 'en' },
          'zh-cn': { label: '简体中文', lang: 'zh-CN' },
        },
        customCss: [
          './src/site/styles/theme.css',
          './src/site/styles/article.css',
          './src/site/styles/print.css',
          './src/site/styles/diagram.css',
        ],
        components: {
          Banner: './src/site/components/incidents/IncidentBanner.astro',
          Search: './src/site/components/search/Search.astro',
          PageTitle: './src/site/components/PageTitle.astro',
          MarkdownContent: `./src/site/components/${edition === 'internal' ? 'InternalContent' : 'MarkdownContent'}.astro`,
          Footer: './src/site/components/Footer.astro',
        },
        sidebar: sidebarFor(edition),
        credits: false,
        // The next article in alphabetical order is not what a worried person needs.
        pagination: false,
        disable404Route: true,
        // Metadata of Chinese pages (src/site/components/MarkdownContent.astro): words of title and questions count most.
        pagefind: { ranking: { metaWeights: { title: 5, asked: 8, words: 0.3 } } },
        // Query languages that the highlighter does not know, shown plain.
        // Wrapped: a query that has to be scrolled is read wrong on a phone.
        expressiveCode: {
          shiki: { langAlias: { promql: 'txt', lucene: 'txt', kql: 'txt' } },
          defaultProps: { wrap: true },
        },
        plugins: [
          starlightLinksValidator({
            errorOnFallbackPages: false,
            errorOnInconsistentLocale: true,
            exclude: addedAddresses(),
          }),
        ],
      }),
    ],
  };
}

function editionOf(value: string | undefined): Edition {
  const edition = EDITIONS.find((known) => known === (value ?? 'public'));
  if (!edition) throw new Error(`FIRSTLINE_EDITION is "${value}", expected one of ${EDITIONS.join(', ')}.`);
  return edition;
}
