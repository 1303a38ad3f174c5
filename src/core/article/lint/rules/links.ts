import { LOCALE_FOLDERS, type Language } from '../../language.ts';
import type { SiteFinding, SiteRule } from '../rule.ts';
import type { PageFacts, Site } from '../facts.ts';
import type { LintSettings } from '../settings.ts';

/** Every link leads somewhere, in the language of the page, and never from a public page to an internal one. */
export const links: SiteRule = {
  kind: 'site',
  id: 'links',
  *check(site, settings) {
    const known = targetsOf(site, settings);
    for (const page of site.pages) {
      for (const { url, place } of page.links) {
        const problem = problemOf(url, page, known, site.redirects, settings.assets);
        if (problem) yield { file: page.file, place, ...problem };
      }
    }
  },
};

interface Target {
  readonly internal: boolean;
  /** Undefined where any anchor may be meant: a page that code makes, or one that cannot be read. */
  readonly anchors: readonly string[] | undefined;
}

/** Everything that can be linked to, by language and path without slashes at its ends. */
function targetsOf({ pages }: Site, { pages: others }: LintSettings): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const language of ['en', 'zh-CN'] as const) {
    for (const { path, internal } of others)
      targets.set(`${language} ${path}`, { internal, anchors: undefined });
  }
  for (const page of pages) {
    const [folder] = page.slug.split('/');
    const internal = page.shared['audience']?.text === 'internal';
    targets.set(`${page.language} ${page.slug}`, {
      internal,
      anchors: page.readable ? page.anchors : undefined,
    });
    const section = targets.get(`${page.language} ${folder}`);
    // A folder has a page of its own, which is public if something in it is.
    targets.set(`${page.language} ${folder}`, {
      internal: internal && (section?.internal ?? true),
      anchors: undefined,
    });
  }
  return targets;
}

function problemOf(
  url: string,
  page: PageFacts,
  known: ReadonlyMap<string, Target>,
  redirects: Site['redirects'],
  assets: LintSettings['assets'],
): Pick<SiteFinding, 'severity' | 'message'> | undefined {
  const error = (message: string) => ({ severity: 'error' as const, message });
  if (/^(?:https:|mailto:|tel:)/i.test(url)) return undefined;
  if (/^http:/i.test(url))
    return error(`${url} is not encrypted, so that somebody on the way could change the page. Write https:.`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(url))
    return error(
      `${url} is no address of a page. Expected https:, or a path such as /wallet/wrong-network/.`,
    );
  const [path = '', anchor] = decoded(url).split('#');
  if (path === '') return anchorProblem(url, anchor, page.slug, page.anchors);
  if (!path.startsWith('/'))
    return error(
      `"${url}" depends on where the page lies. Write the whole path, such as ${address('wallet/wrong-network', page.language)}.`,
    );
  // The site makes texts and data of its own.
  if (/\.(?:txt|xml|json)$/i.test(path)) return undefined;
  if (/\.(?:png|jpe?g|svg|webp|gif|pdf)$/i.test(path))
    return assets === undefined || assets.includes(path)
      ? undefined
      : error(`There is no file ${path}. Put it into public${path}, or correct the path.`);
  const { language, slug } = split(path);
  const target = known.get(`${language} ${slug}`);
  if (language !== page.language)
    return error(`${path} is a page in the other language. Link to ${address(slug, page.language)}.`);
  if (!target) {
    const moved = redirects[slug];
    if (moved) return error(`${path} has moved. Link to ${address(moved, language)}.`);
    const near = nearest(slug, language, known);
    return error(
      `There is no page ${path}.${near ? ` Did you mean ${address(near, language)}?` : ' Correct the path, or write the article.'}`,
    );
  }
  if (target.internal && page.shared['audience']?.text === 'public')
    return error(
      `${path} is internal, and this page is public: readers would find nothing there. Link to a public article, or leave the link out.`,
    );
  if (!path.endsWith('/'))
    return error(
      `${path} lacks the slash at its end. Write ${address(slug, language)}${anchor === undefined ? '' : `#${anchor}`}.`,
    );
  return anchorProblem(url, anchor, slug, target.anchors);
}

function anchorProblem(
  url: string,
  anchor: string | undefined,
  slug: string,
  anchors: readonly string[] | undefined,
): Pick<SiteFinding, 'severity' | 'message'> | undefined {
  if (anchor === undefined || anchors === undefined || anchors.includes(anchor) || anchor === '_top')
    return undefined;
  const list = anchors.map((known) => `#${known}`).join(', ');
  return {
    severity: 'error',
    message: `${url}: ${slug} has no heading #${anchor}. It has ${list === '' ? 'none at all' : list}.`,
  };
}

function split(path: string): { readonly language: Language; readonly slug: string } {
  const slug = path.replace(/^\/+|\/+$/g, '');
  const folder = LOCALE_FOLDERS['zh-CN'];
  if (slug === folder) return { language: 'zh-CN', slug: '' };
  return slug.startsWith(`${folder}/`)
    ? { language: 'zh-CN', slug: slug.slice(folder.length + 1) }
    : { language: 'en', slug };
}

function address(slug: string, language: Language): string {
  const folder = LOCALE_FOLDERS[language];
  return `/${[folder, slug].filter((part) => part !== '').join('/')}/`.replace('//', '/');
}

/** A page of the same name in another folder. */
function nearest(slug: string, language: Language, known: ReadonlyMap<string, Target>): string | undefined {
  const name = slug.split('/').at(-1);
  return [...known.keys()]
    .filter((key) => key.startsWith(`${language} `) && key.split('/').length > 1 && key.endsWith(`/${name}`))
    .map((key) => key.slice(language.length + 1))[0];
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
