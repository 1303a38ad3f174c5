import { definitions, linksIn, type LinkUse } from './links.ts';
import { diagramsIn } from '../diagram/diagramsIn.ts';
import { outlineOf } from '../diagram/outline.ts';
import { parseDurationDays } from '../duration.ts';
import type { Language } from '../language.ts';
import { sectionHashes, sourceHash, type SeenFields } from '../sourceHash.ts';
import { readTranslationSource, type TranslationSource } from '../translationSource.ts';
import { lineIndex } from './lineIndex.ts';
import { listField, textField, type Page } from './page.ts';
import type { PhrasingsFile } from './phrasingsFile.ts';
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
  /** Fields that both languages must agree on, as they stand. */
  readonly shared: Readonly<Record<string, Located>>;
  /** When somebody last checked it, if the page says so. */
  readonly review?: {
    readonly reviewedMs: number;
    readonly everyDays: number;
    readonly owner: string;
    readonly place: Place;
  };
  readonly anchors: readonly string[];
  readonly sectionCount: number;
  readonly links: readonly (LinkUse & { readonly place: Place })[];
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
  'severity',
  'layer',
  'products',
  'related',
] as const;

export function factsOf(page: Page): PageFacts {
  const placeOf = lineIndex(page.text);
  const { frontMatter } = page;
  const located = (text: string, path: readonly PropertyKey[]): Located => ({
    text,
    place: placeOf(frontMatter.offsetOf(path)),
  });
  const seen: SeenFields = {
    title: textField(page, 'title'),
    description: textField(page, 'description'),
    questions: listField(page, 'questions').map(({ text }) => text),
  };
  const reviewedMs = timeOf(frontMatter.data['reviewed']);
  const source = readTranslationSource(frontMatter.data['source']);
  const english = { frontMatter: seen, body: page.text.slice(page.bodyStart) };
  const known = definitions(page);
  return {
    file: page.file,
    slug: page.slug,
    language: page.language,
    readable: true,
    title: located(seen.title, ['title']),
    description: seen.description,
    questions: listField(page, 'questions').map(({ text, path }) => located(text, path)),
    related: listField(page, 'related').map(({ text, path }) => located(text, path)),
    shared: Object.fromEntries(
      SHARED_FIELDS.map((field) => [field, located(comparable(frontMatter.data[field]), [field])]),
    ),
    ...(reviewedMs !== undefined && {
      review: {
        reviewedMs,
        everyDays: intervalOf(frontMatter.data['reviewEvery']),
        owner: textField(page, 'owner') || 'support',
        place: placeOf(frontMatter.offsetOf(['reviewed'])),
      },
    }),
    anchors: page.headings.map(({ anchor }) => anchor),
    sectionCount: page.headings.filter(({ depth }) => depth === 2).length,
    links: linksIn(page, known).map((link) => ({ ...link, place: placeOf(link.at) })),
    diagrams: diagramsIn(page.tree).map((node) => ({
      text: outlineOf(node.value),
      place: placeOf(page.bodyStart + (node.position?.start.offset ?? 0)),
    })),
    ...(page.language === 'en' && {
      hashes: { page: sourceHash(english), sections: sectionHashes(english, page.tree) },
    }),
    ...(source !== undefined && { source }),
  };
}

/** The facts of a file that cannot be read: it exists, and that is all. */
export function unreadableFacts(file: string, slug: string, language: Language): PageFacts {
  const nowhere = { text: '', place: { line: 1, column: 1 } };
  return {
    file,
    slug,
    language,
    readable: false,
    title: nowhere,
    description: '',
    questions: [],
    related: [],
    shared: {},
    anchors: [],
    sectionCount: 0,
    links: [],
    diagrams: [],
  };
}

export function factsOfPhrasings({ file, slug, text, phrasings }: PhrasingsFile): PhrasingsFacts {
  const placeOf = lineIndex(text);
  return {
    file,
    slug,
    readable: true,
    phrasings: phrasings.map(({ language, text: phrasing, at }) => ({
      language,
      text: phrasing,
      place: placeOf(at),
    })),
  };
}

/** A value in a form that is the same whatever the order of a list. */
function comparable(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).sort().join(', ');
  return value === undefined || value === null ? '' : String(value);
}

/** The moment that a date in front matter stands for; undefined for what is none. */
function timeOf(value: unknown): number | undefined {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** How long a review lasts, as front matter says it, in days. */
function intervalOf(value: unknown): number {
  const days = typeof value === 'string' || typeof value === 'number' ? parseDurationDays(value) : undefined;
  return days ?? 180;
}
