import { inspect, type ContentFile, type Inspected } from './inspect.ts';
import { sortProblems, type Problem } from './problem.ts';
import { SITE_RULES } from './rules.ts';
import type { LintSettings } from './settings.ts';
import type { Site } from './facts.ts';

/** What is wrong with a content folder: every problem, by file and line. */
export function lint(
  files: readonly ContentFile[],
  redirects: Site['redirects'],
  settings: LintSettings,
): Problem[] {
  return compare(
    files.map((file) => inspect(file, settings)),
    redirects,
    settings,
  );
}

/** The same for files that were inspected one by one, in whatever order. */
export function compare(
  inspected: readonly Inspected[],
  redirects: Site['redirects'],
  settings: LintSettings,
): Problem[] {
  const site: Site = {
    // Of two that say the same, the first by name is the one the other is told of, in whatever order they were read.
    pages: byFile(inspected.flatMap(({ page }) => page ?? [])),
    phrasings: byFile(inspected.flatMap(({ phrasings }) => phrasings ?? [])),
    redirects,
  };
  const compared = SITE_RULES.flatMap((rule) =>
    [...rule.check(site, settings)].map(({ place, ...finding }): Problem => ({
      rule: rule.id,
      ...place,
      ...finding,
    })),
  );
  return sortProblems([...inspected.flatMap(({ problems }) => problems), ...compared]);
}

function byFile<Item extends { readonly file: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
}
