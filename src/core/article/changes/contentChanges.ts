import { parseMarkdown } from '../markdown.ts';
import { sectionHashes, sourceHash, type SectionChanges } from '../sourceHash.ts';
import { translationState } from '../lint/translationState.ts';
import {
  articleChange,
  read,
  type ArticleChange,
  type FileChange,
  type FileVersion,
} from './articleChange.ts';
import { floorChanges, type FloorChange } from './floorChange.ts';
import { phrasingChange, type PhrasingChange } from './phrasingChange.ts';

/** A Chinese page that does not say what the English one now says. */
export interface WaitingTranslation {
  readonly slug: string;
  /** Without it there is no Chinese page, or it does not say what it was made from. */
  readonly changes?: SectionChanges;
  readonly state: 'missing' | 'outdated' | 'unstamped';
}

/** What a change of the repository means for those who read, translate and search. */
export interface ContentChanges {
  readonly articles: readonly ArticleChange[];
  readonly translations: readonly WaitingTranslation[];
  readonly phrasings: readonly PhrasingChange[];
  readonly floors: readonly FloorChange[];
}

/** Both languages of an article whose file in one of them was touched, as they are after the change. */
export interface ArticlePair {
  readonly slug: string;
  readonly english?: FileVersion;
  readonly chinese?: FileVersion;
}

export const FLOORS = 'tests/fixtures/retrieval/floors.json';

/**
 * Sorts changed files by what they mean.
 * @param pairs both languages of every article that is among them
 */
export function contentChanges(files: readonly FileChange[], pairs: readonly ArticlePair[]): ContentChanges {
  const below = (folder: string) =>
    files.filter(({ before, after }) => (after ?? before)?.file.startsWith(folder));
  return {
    articles: below('content/docs/')
      .flatMap((file) => articleChange(file) ?? [])
      .toSorted((a, b) => order(a.slug, b.slug) || order(a.language, b.language)),
    translations: pairs.flatMap((pair) => waiting(pair) ?? []).toSorted((a, b) => order(a.slug, b.slug)),
    phrasings: below('content/phrasings/')
      .flatMap((file) => phrasingChange(file) ?? [])
      .toSorted((a, b) => order(a.slug, b.slug)),
    floors: below(FLOORS).flatMap(floorChanges),
  };
}

function waiting({ slug, english, chinese }: ArticlePair): WaitingTranslation | undefined {
  const original = english && read(english);
  if (!original) return undefined;
  if (!chinese) return { slug, state: 'missing' };
  const translation = read(chinese);
  if (!translation) return undefined;
  const sections = sectionHashes(original, parseMarkdown(original.body));
  const found = translationState(translation.frontMatter.source, { page: sourceHash(original), sections });
  if (found.state === 'unstamped') return { slug, state: 'unstamped' };
  if (found.state !== 'outdated') return undefined;
  return { slug, state: 'outdated', ...(found.changes && { changes: found.changes }) };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
