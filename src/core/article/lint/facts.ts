import type { Language } from '../language.ts';
import type { TranslationSource } from '../translationSource.ts';
import type { LinkUse } from './links.ts';
import type { Place } from './problem.ts';
import type { EnglishHashes } from './translationState.ts';

/** A text and where it stands. */
export interface Located {
  readonly text: string;
  readonly place: Place;
}

/** What other files need to know of an article. Plain data, so that articles can be read in worker threads. */
export interface PageFacts {
  readonly file: string;
  readonly slug: string;
  readonly language: Language;
  /** False if nothing else is known of it, because it cannot be read. */
  readonly readable: boolean;
  readonly title: Located;
  readonly description: string;
  readonly questions: readonly Located[];
  readonly related: readonly Located[];
  /** Runbooks: names of the replies for what to tell the customer. */
  readonly replies: readonly Located[];
  /** Fields that both languages must agree on, as they stand. */
  readonly shared: Readonly<Record<string, Located>>;
  /** Being written: in no edition yet. */
  readonly draft: boolean;
  /** When somebody last checked it, if the page says so. */
  readonly review?: {
    readonly reviewedMs: number;
    readonly everyDays: number;
    readonly owner: string;
    readonly place: Place;
  };
  readonly anchors: readonly string[];
  readonly sectionCount: number;
  /** Headings with numbered steps right below, as a reader sees them. */
  readonly stepHeadings: readonly string[];
  readonly links: readonly (LinkUse & { readonly place: Place })[];
  readonly images: readonly (LinkUse & { readonly place: Place })[];
  /** Its diagrams without their words; '' for one that cannot be read. */
  readonly diagrams: readonly Located[];
  /** English: the hashes that a translation is compared with. */
  readonly hashes?: EnglishHashes;
  /** Translations: what they were made from. */
  readonly source?: TranslationSource;
}

export interface PhrasingsFacts {
  readonly file: string;
  readonly slug: string;
  /** False if nothing else is known of it, because it cannot be read. */
  readonly readable: boolean;
  readonly phrasings: readonly (Located & { readonly language: Language })[];
}

/** All that is known of the site: what the rules compare. */
export interface Site {
  readonly pages: readonly PageFacts[];
  readonly phrasings: readonly PhrasingsFacts[];
  readonly redirects: Readonly<Record<string, string>>;
}

export const SHARED_FIELDS = [
  'type',
  'audience',
  'confidence',
  'owner',
  'reviewEvery',
  'severity',
  'layer',
  'products',
  'related',
  'replies',
] as const;
