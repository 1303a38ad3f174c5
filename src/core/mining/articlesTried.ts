/** Articles of the site that the requester met before writing. */
export interface ArticlesTried {
  readonly shown: readonly string[];
  readonly opened: readonly string[];
}

/** The lines by which our form says it, in both languages, plain or as Markdown (src/core/deflection/ticketText.ts). */
const SHOWN = /^[-*\s]*(?:Articles shown|看到的文章)\s*[:：]\**[ \t]*(.+)$/gimu;
const OPENED =
  /^[-*\s]*(?:Articles opened|打开的文章|Articles that did not help|没有帮助的文章)\s*[:：]\**[ \t]*(.+)$/gimu;

/** What a ticket of our form says about the articles that were shown and opened, by known slugs. */
export function articlesTried(body: string, knownSlugs: ReadonlySet<string>): ArticlesTried {
  if (!/articles?\b|文章/iu.test(body)) return NONE;
  const opened = slugsAfter(OPENED, body, knownSlugs);
  return { shown: [...new Set([...slugsAfter(SHOWN, body, knownSlugs), ...opened])].sort(), opened };
}

const NONE: ArticlesTried = { shown: [], opened: [] };

function slugsAfter(line: RegExp, body: string, knownSlugs: ReadonlySet<string>): string[] {
  const names = [...body.replaceAll('\\', '').matchAll(line)].flatMap(
    ([, list]) => list!.match(/[a-z0-9-]+(?:\/[a-z0-9-]+)+/g) ?? [],
  );
  return [...new Set(names.filter((slug) => knownSlugs.has(slug)))].sort();
}
