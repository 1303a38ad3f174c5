import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { ArticleSource } from './article.ts';

/** The first 12 hex digits of SHA-256: enough to tell versions of one page, or files of one build, apart. */
export function shortHash(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content)).slice(0, 12);
}

/** What of a page's front matter a reader sees. */
export interface SeenFields {
  readonly title: string;
  readonly description: string;
  readonly questions: readonly string[];
}

/** What a translation was made from: the English words a reader sees, whatever the white space around them. */
export function sourceHash(source: {
  readonly frontMatter: SeenFields;
  readonly body: ArticleSource['body'];
}): string {
  const { title, description, questions } = source.frontMatter;
  return wordsHash([title, description, ...questions, source.body]);
}

/** Names of the parts that have no heading. An anchor has no brackets, so that they cannot be taken for one. */
export const FRONT = '(front matter)';
export const OPENING = '(opening)';

/** The hash of each section of a page, by the anchor of its second-level heading, in the order of the page. */
export type SectionHashes = Readonly<Record<string, string>>;

/**
 * The same, section by section, so that a translator is told which to read again.
 * @param tree the remark tree of the body
 */
export function sectionHashes(
  { frontMatter: { title, description, questions }, body }: Parameters<typeof sourceHash>[0],
  tree: Root,
): SectionHashes {
  const slugger = new GithubSlugger();
  const starts: { readonly name: string; readonly offset: number }[] = [{ name: OPENING, offset: 0 }];
  visit(tree, 'heading', (node, _index, parent) => {
    const anchor = slugger.slug(toString(node));
    if (node.depth <= 2 && parent === tree)
      starts.push({ name: anchor, offset: node.position?.start.offset ?? 0 });
  });
  const sections = starts.map(({ name, offset }, i) => [
    name,
    wordsHash([body.slice(offset, starts[i + 1]?.offset)]),
  ]);
  return Object.fromEntries([[FRONT, wordsHash([title, description, ...questions])], ...sections]);
}

/** How the sections of a page differ from those that a translation was made from, in the order of the page. */
export interface SectionChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function sectionChanges(made: SectionHashes, now: SectionHashes): SectionChanges {
  const names = Object.keys(now);
  return {
    changed: names.filter((name) => Object.hasOwn(made, name) && made[name] !== now[name]),
    added: names.filter((name) => !Object.hasOwn(made, name)),
    removed: Object.keys(made).filter((name) => !Object.hasOwn(now, name)),
  };
}

function wordsHash(texts: readonly string[]): string {
  return shortHash(texts.join('\n').replace(/\s+/g, ' ').trim());
}
