/** Trees shown at most: the way to the cause, not another list. */
const MOST = 2;
/** Articles farther down are about something else. */
const LOOKED_AT = 3;

/**
 * The trees on the problems of some articles, the best article's first.
 * @param slugs the chosen article, then the others, best first
 */
export function treesFor<Tree extends { readonly about: readonly string[] }>(
  slugs: readonly string[],
  trees: readonly Tree[],
): Tree[] {
  const found = [...new Set(slugs)]
    .slice(0, LOOKED_AT)
    .flatMap((slug) => trees.filter(({ about }) => about.includes(slug)));
  return [...new Set(found)].slice(0, MOST);
}
