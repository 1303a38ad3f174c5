import { stepsIn } from '../../operations/replies/articleSteps.ts';
import { isDiagram } from '../diagram/diagramsIn.ts';
import { outlineOf } from '../diagram/outline.ts';
import { parseDurationDays } from '../duration.ts';
import type { Language } from '../language.ts';
import { sectionHashes, sourceHash, type SeenFields } from '../sourceHash.ts';
import { readTranslationSource } from '../translationSource.ts';
import { fillVariables, type Variables } from '../variables.ts';
import { SHARED_FIELDS, type Located, type PageFacts, type PhrasingsFacts } from './facts.ts';
import { lineIndex } from './lineIndex.ts';
import { definitions, imagesIn, linksIn } from './links.ts';
import { listField, textField, type Page } from './page.ts';
import type { PhrasingsFile } from './phrasingsFile.ts';
import type { EnglishHashes } from './translationState.ts';

/**
 * What other files need to know of an article.
 * @param variables of the page's language
 */
export function factsOf(page: Page, variables: Variables): PageFacts {
  const placeOf = lineIndex(page.text);
  const { frontMatter } = page;
  const located = (text: string, path: readonly PropertyKey[]): Located => ({
    text,
    place: placeOf(frontMatter.offsetOf(path)),
  });
  const seen = seenFields(page);
  const reviewedMs = timeOf(frontMatter.data['reviewed']);
  const source = readTranslationSource(frontMatter.data['source']);
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
    replies: listField(page, 'replies').map(({ text, path }) => located(text, path)),
    shared: Object.fromEntries(
      SHARED_FIELDS.map((field) => [field, located(comparable(frontMatter.data[field]), [field])]),
    ),
    draft: frontMatter.data['draft'] === true,
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
    stepHeadings: stepsIn(page.tree).map(({ heading }) => fillVariables(heading, variables)),
    links: linksIn(page, known).map((link) => ({ ...link, place: placeOf(link.at) })),
    images: imagesIn(page, known).map((image) => ({ ...image, place: placeOf(image.at) })),
    diagrams: page
      .nodes('code')
      .filter(isDiagram)
      .map((node) => ({
        text: outlineOf(node.value),
        place: placeOf(page.bodyStart + (node.position?.start.offset ?? 0)),
      })),
    ...(page.language === 'en' && {
      hashes: hashesOf(page),
    }),
    ...(source !== undefined && { source }),
  };
}

/** What a translation of an English page is compared with. */
export function hashesOf(page: Page): EnglishHashes {
  const english = { frontMatter: seenFields(page), body: page.text.slice(page.bodyStart) };
  return { page: sourceHash(english), sections: sectionHashes(english, page.tree) };
}

function seenFields(page: Page): SeenFields {
  return {
    title: textField(page, 'title'),
    description: textField(page, 'description'),
    questions: listField(page, 'questions').map(({ text }) => text),
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
    replies: [],
    shared: {},
    draft: false,
    anchors: [],
    sectionCount: 0,
    stepHeadings: [],
    links: [],
    images: [],
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
