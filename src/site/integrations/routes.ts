import type { Edition } from '../../core/article/edition.ts';
import { LANGUAGES, LOCALE_FOLDERS } from '../../core/article/language.ts';

/** A route that is not an article: its pattern, and the file of `src/site/pages` that makes it. */
export interface Route {
  readonly pattern: string;
  readonly page: string;
}

/** Pages in both editions, made once for each language. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'Home.astro',
  '/contact': 'Contact.astro',
  '/verify': 'Verify.astro',
  '/find-out': 'FindOut.astro',
  '/find-out/[tree]': 'FindOutTree.astro',
  '/status': 'Status.astro',
  '/status/feed.xml': 'statusFeed.ts',
  '/[section]': 'Section.astro',
  '/feed.xml': 'feed.ts',
  '/report-a-flaw': 'ReportFlaw.astro',
};

/** Pages of the internal edition only, made once for each language. */
const INTERNAL_PAGES: Readonly<Record<string, string>> = {
  '/triage': 'Triage.astro',
  '/triage/[tree]': 'TriageTree.astro',
  '/mining': 'mining/Overview.astro',
  '/mining/community': 'mining/Community.astro',
  '/mining/[issue]': 'mining/Issue.astro',
  '/desk/escalate': 'Escalate.astro',
  '/desk/signals': 'Signals.astro',
  '/desk': 'Desk.astro',
  '/incidents/[id]': 'IncidentReview.astro',
  '/craft': 'Craft.astro',
  '/craft/reviews': 'CraftReviews.astro',
  '/craft/reviews/[owner].ics': 'reviewFeed.ts',
  '/craft/translations': 'CraftTranslations.astro',
};

/** Made once, whatever the language: what browsers and programs read. */
const ENDPOINTS: Readonly<Record<string, string>> = {
  '/404': 'NotFound.astro',
  '/knowledge/[...file]': 'knowledge.ts',
  '/a/[...slug]': 'Permalink.astro',
  '/permalink.js': 'permalinkScript.ts',
  '/api/v1/[file]': 'api.ts',
  '/[...article].md': 'articleMarkdown.ts',
  '/llms.txt': 'llms.ts',
  '/og/[...file]': 'socialImage.ts',
  '/robots.txt': 'robots.ts',
  '/.well-known/security.txt': 'securityText.ts',
  '/status.json': 'statusJson.ts',
  '/widget/v1/[file]': 'widget.ts',
};

/** The same, of the internal edition only. */
const INTERNAL_ENDPOINTS: Readonly<Record<string, string>> = {
  '/mining/issues.csv': 'mining/issuesCsv.ts',
  '/mining/lures.csv': 'mining/luresCsv.ts',
  '/mining/report.json': 'mining/reportJson.ts',
};

/** Every route that an edition adds to its articles. */
export function routesFor(edition: Edition): Route[] {
  return [
    ...Object.entries(pagesFor(edition)).flatMap(([pattern, page]) =>
      LANGUAGES.map((language) => ({ pattern: localized(pattern, LOCALE_FOLDERS[language]), page })),
    ),
    ...Object.entries(endpointsFor(edition)).map(([pattern, page]) => ({ pattern, page })),
  ];
}

/**
 * Addresses of those pages as globs. The validator of links sees articles only, and must be told what else is there:
 * the pages of both editions, because the one that looks for internal links in public articles is the lint.
 */
export function addedAddresses(): string[] {
  return Object.keys(pagesFor('internal'))
    .filter((pattern) => pattern !== '/' && pattern !== '/[section]')
    .flatMap((pattern) =>
      LANGUAGES.map((language) => {
        const address = localized(pattern, LOCALE_FOLDERS[language]);
        return `${address.replace(/\[\.{0,3}[^\]]+\]/g, '*')}/`;
      }),
    );
}

function pagesFor(edition: Edition): Readonly<Record<string, string>> {
  return edition === 'internal' ? { ...PAGES, ...INTERNAL_PAGES } : PAGES;
}

function endpointsFor(edition: Edition): Readonly<Record<string, string>> {
  return edition === 'internal' ? { ...ENDPOINTS, ...INTERNAL_ENDPOINTS } : ENDPOINTS;
}

function localized(pattern: string, folder: string): string {
  return (folder ? `/${folder}${pattern}` : pattern).replace(/(?<=.)\/$/, '');
}
