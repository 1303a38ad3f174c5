import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ArticleSource } from '../article.ts';
import { parseMarkdown } from '../markdown.ts';
import { FRONT, OPENING, sectionHashes, sourceHash } from '../sourceHash.ts';
import { translationState } from '../lint/translationState.ts';

/** A part of the English page that a translation does not say yet. */
export interface ChangedSection {
  /** `page` where it is not recorded which part. */
  readonly part: 'page' | 'front-matter' | 'opening' | 'section';
  /** The id of its heading on the English page; '' where it has none. */
  readonly anchor: string;
  /** Its heading, in the translation's words if both pages have the same sections, else in English; '' where it has none. */
  readonly heading: string;
}

/** What has changed in the English page since a translation was made from it, in the order of the page. */
export function changedSections(english: ArticleSource, translation: ArticleSource): ChangedSection[] {
  const tree = parseMarkdown(english.body);
  const now = { page: sourceHash(english), sections: sectionHashes(english, tree) };
  const state = translationState(translation.frontMatter.source, now);
  if (state.state !== 'outdated') return [];
  const names = new Set([...(state.changes?.changed ?? []), ...(state.changes?.added ?? [])]);
  if (names.size === 0) return [{ part: 'page', anchor: '', heading: '' }];
  const originals = sectionHeadings(tree);
  const translated = sectionHeadings(parseMarkdown(translation.body));
  const own = translated.length === originals.length ? translated : originals;
  return Object.keys(now.sections)
    .filter((name) => names.has(name))
    .map((name): ChangedSection => {
      if (name === FRONT) return { part: 'front-matter', anchor: '', heading: '' };
      if (name === OPENING) return { part: 'opening', anchor: '', heading: '' };
      const place = originals.findIndex(({ anchor }) => anchor === name);
      return { part: 'section', anchor: name, heading: own[place]?.text ?? name };
    });
}

/** The headings that begin a section, with the anchors of the rendered page. */
export function sectionHeadings(tree: Root): { readonly anchor: string; readonly text: string }[] {
  const slugger = new GithubSlugger();
  return tree.children.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const text = toString(node);
    const anchor = slugger.slug(text);
    return node.depth <= 2 ? [{ anchor, text }] : [];
  });
}
