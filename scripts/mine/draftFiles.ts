import { existsSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, LOCALE_FOLDERS, splitLocale, type Language } from '../../src/core/article/language.ts';
import { inspect } from '../../src/core/article/lint/inspect.ts';
import type { LintSettings } from '../../src/core/article/lint/settings.ts';
import { findAll } from '../../src/core/privacy/redact.ts';
import { stampSource } from '../../src/core/article/lint/stampSource.ts';
import { sameText } from '../../src/core/article/lint/words.ts';
import type { ArticleSource } from '../../src/core/article/article.ts';
import type { CustomerWay } from '../../src/core/mining/customerWays.ts';
import {
  draftArticle,
  draftPhrasings,
  type DraftSource,
  type DraftType,
} from '../../src/core/mining/draftArticle.ts';
import { likenessFinder, type Known } from '../../src/core/mining/likeness.ts';
import type { RecurringIssue } from '../../src/core/mining/report.ts';
import { oneLine } from '../../src/core/mining/safeText.ts';
import { labelWords } from '../../src/core/mining/words.ts';
import { currentSource } from '../content/currentSource.ts';

/** All that a draft is held against. */
export interface DraftBasis {
  readonly content: string;
  readonly sources: readonly ArticleSource[];
  /** What leads to an article already. */
  readonly known: readonly Known[];
  readonly isMeasured: (text: string) => boolean;
  readonly settings: LintSettings;
}

/** The files of a draft: both languages and the phrasings. */
export function draftFiles(
  draft: Omit<DraftSource, 'mayStand' | 'ways' | 'owner' | 'products' | 'related' | 'day'>,
  ways: readonly CustomerWay[],
  basis: DraftBasis,
): { readonly file: string; readonly text: string }[] {
  const { content, sources, settings } = basis;
  const { issue, slug } = draft;
  const taken = new Set(basis.known.map(({ text }) => sameText(text)));
  const source: DraftSource = {
    ...draft,
    ...keepersOf(slug, sources),
    ways: usableWays(
      ways.filter(({ issueId }) => issueId === issue.id),
      basis,
    ),
    related: relatedTo(issue, sources),
    day: settings.today,
    mayStand: (text, language, as) =>
      findAll(text).length === 0 &&
      (as === 'step' ? isSound(text, language, settings) : !taken.has(sameText(text))),
  };
  const english = draftArticle(source, 'en');
  const { page } = inspect({ kind: 'article', file: slug, id: slug, text: english }, settings);
  const textOf: Readonly<Record<Language, string>> = {
    en: english,
    'zh-CN': stampSource(draftArticle(source, 'zh-CN'), currentSource(page!.hashes!)),
  };
  return [
    ...LANGUAGES.map((language) => ({
      file: path.join(content, 'docs', LOCALE_FOLDERS[language], `${slug}.md`),
      text: textOf[language],
    })),
    { file: path.join(content, 'phrasings', `${slug}.yml`), text: draftPhrasings(source) },
  ];
}

/** Ways that may be phrasings: nothing that looks personal at a second look, nothing that is there or is measured by. */
export function usableWays(
  ways: readonly CustomerWay[],
  { known, isMeasured }: Pick<DraftBasis, 'known' | 'isMeasured'>,
): CustomerWay[] {
  const findKnown = likenessFinder(known);
  const seen = new Set<string>();
  return ways
    .map((way) => ({ ...way, text: oneLine(way.text) }))
    .filter(({ text }) => {
      const same = sameText(text);
      if (same === '' || seen.has(same) || ADDRESS.test(text)) return false;
      seen.add(same);
      return findAll(text).length === 0 && findKnown(text) === undefined && !isMeasured(text);
    });
}

/** Phrasings are published with the index: where a stranger would lead people is none. */
const ADDRESS = /:\/\/|www\./i;

/** A name for a draft that nobody chose: the section of the nearest article, and what the English title says. */
export function proposedSlug(issue: RecurringIssue, type: DraftType, content: string): string {
  const nearest = [
    issue.gap.slug,
    ...issue.linkedArticles.map(({ slug }) => slug),
    ...issue.gap.answered.map(({ slug }) => slug),
  ].find((slug) => slug !== null && !slug.startsWith('runbooks/'));
  const section = type === 'runbook' ? 'runbooks/triage' : (nearest?.split('/')[0] ?? 'wallet');
  const words = [...labelWords(issue.titles.en ?? issue.terms.en.join(' ')).values()]
    .map((word) => word.normalize('NFKD').replace(/[^a-z0-9]/g, ''))
    .filter((word) => word.length > 1);
  const name = words.slice(0, 4).join('-') || `issue-${issue.id}`;
  let slug = `${section}/${name}`;
  for (let number = 2; isTaken(slug, content); number++) slug = `${section}/${name}-${number}`;
  return slug;
}

/** Whether there is an article or a file of phrasings of this name. */
export function isTaken(slug: string, content: string): boolean {
  return [`docs/${slug}.md`, `docs/zh-cn/${slug}.md`, `phrasings/${slug}.yml`].some((file) =>
    existsSync(path.join(content, file)),
  );
}

/** The sections that there are articles in. */
export function sectionsOf(sources: readonly ArticleSource[]): string[] {
  return [...new Set(sources.map(({ id }) => splitLocale(id).slug.split('/')[0]!))].sort();
}

/** Whether the rules for articles find nothing wrong with a sentence as a step. */
function isSound(text: string, language: Language, settings: LintSettings): boolean {
  const page = `---\ntitle: x\naudience: internal\nconfidence: work-in-progress\n---\n\n${language === 'en' ? 'Answer.' : '回答。'}\n\n1. ${text}\n`;
  const id = language === 'en' ? 'wallet/x' : 'zh-cn/wallet/x';
  return inspect({ kind: 'article', file: id, id, text: page }, settings).problems.every(
    ({ severity }) => severity !== 'error',
  );
}

/** Who keeps the articles of a section, and which products they are about: as most of them say. */
function keepersOf(slug: string, sources: readonly ArticleSource[]): Pick<DraftSource, 'owner' | 'products'> {
  const section = `${slug.split('/')[0]!}/`;
  const own = sources.filter(({ id }) => splitLocale(id).slug.startsWith(section));
  const commonest = (values: readonly string[]): string | undefined =>
    [...Map.groupBy(values, (value) => value)].sort(
      ([a, listA], [b, listB]) => listB.length - listA.length || (a < b ? -1 : 1),
    )[0]?.[0];
  const products = commonest(own.map(({ frontMatter }) => frontMatter.products.join(' ')));
  return {
    owner: commonest(own.map(({ frontMatter }) => frontMatter.owner)) ?? 'support',
    products: (products ?? '').split(' ').filter((product) => product !== ''),
  };
}

const MOST_RELATED = 3;

function relatedTo({ gap, linkedArticles }: RecurringIssue, sources: readonly ArticleSource[]): string[] {
  const finished = new Set(
    sources.filter(({ frontMatter }) => !frontMatter.draft).map(({ id }) => splitLocale(id).slug),
  );
  const near = [...linkedArticles, ...gap.answered].map(({ slug }) => slug);
  return [...new Set(near)].filter((slug) => finished.has(slug)).slice(0, MOST_RELATED);
}
