import type { PageRule, PhrasingsRule, SiteRule } from './rule.ts';
import { amounts } from './rules/amounts.ts';
import { answerFirst } from './rules/answerFirst.ts';
import { diagramAlt } from './rules/diagramAlt.ts';
import { diagramPairs } from './rules/diagramPairs.ts';
import { diagramReadable } from './rules/diagramReadable.ts';
import { frontMatter } from './rules/frontMatter.ts';
import { glossaryTerms } from './rules/glossaryTerms.ts';
import { headings } from './rules/headings.ts';
import { images } from './rules/images.ts';
import { imageText } from './rules/imageText.ts';
import { languagePairs } from './rules/languagePairs.ts';
import { links } from './rules/links.ts';
import { noSecrets, noSecretsInPhrasings } from './rules/noSecrets.ts';
import { notices } from './rules/notices.ts';
import { phrasingsFile, phrasingsOfSite } from './rules/phrasings.ts';
import { questions } from './rules/questions.ts';
import { readingLevel } from './rules/readingLevel.ts';
import { redirects } from './rules/redirects.ts';
import { related } from './rules/related.ts';
import { reviewDue } from './rules/reviewDue.ts';
import { reviewer } from './rules/reviewer.ts';
import { replies } from './rules/replies.ts';
import { runbookContent } from './rules/runbookContent.ts';
import { runbookInternal } from './rules/runbookInternal.ts';
import { runbookSections } from './rules/runbookSections.ts';
import { sentenceLength } from './rules/sentenceLength.ts';
import { signals } from './rules/signals.ts';
import { simplified } from './rules/simplified.ts';
import { slug } from './rules/slug.ts';
import { stepLength, stepVerb } from './rules/steps.ts';
import { titles } from './rules/titles.ts';
import { translationCurrent } from './rules/translationCurrent.ts';
import { typography } from './rules/typography.ts';
import { uiNames } from './rules/uiNames.ts';
import { unfinished } from './rules/unfinished.ts';
import { untranslated } from './rules/untranslated.ts';
import { variablesKnown } from './rules/variablesKnown.ts';
import { whiteSpace } from './rules/whiteSpace.ts';

export const PAGE_RULES: readonly PageRule[] = [
  amounts,
  answerFirst,
  diagramAlt,
  diagramReadable,
  frontMatter,
  glossaryTerms,
  headings,
  imageText,
  noSecrets,
  notices,
  readingLevel,
  reviewer,
  runbookContent,
  runbookInternal,
  runbookSections,
  sentenceLength,
  signals,
  simplified,
  slug,
  stepLength,
  stepVerb,
  typography,
  uiNames,
  unfinished,
  untranslated,
  variablesKnown,
  whiteSpace,
];

/** Rules on words alone: they are asked of every text for agents and customers, wherever it stands. */
export const TEXT_RULES: readonly PageRule[] = [glossaryTerms, noSecrets, simplified, typography, uiNames];

export const PHRASINGS_RULES: readonly PhrasingsRule[] = [noSecretsInPhrasings, phrasingsFile];

export const SITE_RULES: readonly SiteRule[] = [
  diagramPairs,
  images,
  languagePairs,
  links,
  phrasingsOfSite,
  questions,
  redirects,
  related,
  replies,
  reviewDue,
  titles,
  translationCurrent,
];

/** The id of every rule, in order. */
export const RULE_IDS: readonly string[] = [
  ...new Set([...PAGE_RULES, ...PHRASINGS_RULES, ...SITE_RULES].map(({ id }) => id)),
].sort();
