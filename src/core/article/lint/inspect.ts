import { splitLocale } from '../language.ts';
import { inspectTexts } from './inspectTexts.ts';
import { lineIndex } from './lineIndex.ts';
import { readPage } from './page.ts';
import { readPhrasingsFile } from './phrasingsFile.ts';
import type { Problem } from './problem.ts';
import type { FileFinding } from './rule.ts';
import { PAGE_RULES, PHRASINGS_RULES } from './rules.ts';
import type { LintSettings } from './settings.ts';
import type { PageFacts, PhrasingsFacts } from './facts.ts';
import { factsOf, factsOfPhrasings, unreadableFacts } from './factsOf.ts';

/** A file below `docs`, `phrasings`, `replies` or `triage` of a content folder. */
export interface ContentFile {
  readonly kind: 'article' | 'phrasings' | 'reply' | 'tree';
  /** The path to name in problems. */
  readonly file: string;
  /** The path below its folder, without extension. */
  readonly id: string;
  /** What is in it; undefined if it could not be read. */
  readonly text: string | undefined;
}

/** What one file by itself has to say: its problems, and its facts for the rules that compare. Plain data. */
export interface Inspected {
  readonly problems: readonly Problem[];
  readonly page?: PageFacts;
  readonly phrasings?: PhrasingsFacts;
}

/** What one file has to say. A rule that fails on something nobody thought of is a problem of that file, and ends nothing. */
export function inspect(content: ContentFile, settings: LintSettings): Inspected {
  if (content.text === undefined)
    return unreadable(
      content,
      'This file cannot be read. Check that it is a file, and that you may read it.',
    );
  try {
    return inspectText(content, content.text, settings);
  } catch (error) {
    const message = `The lint itself failed on this file (${String(error)}). Simplify what is unusual in it, and report it.`;
    return unreadable(content, message);
  }
}

function unreadable({ kind, file, id }: ContentFile, message: string): Inspected {
  const { language, slug } = splitLocale(id);
  return {
    problems: [{ file, line: 1, column: 1, rule: 'readable', severity: 'error', message }],
    ...(kind === 'article' && { page: unreadableFacts(file, slug, language) }),
    ...(kind === 'phrasings' && { phrasings: { file, slug: id, readable: false, phrasings: [] } }),
  };
}

function inspectText(content: ContentFile, text: string, settings: LintSettings): Inspected {
  const { kind, file, id } = content;
  const { language, slug } = splitLocale(id);
  if (kind === 'reply' || kind === 'tree') return { problems: inspectTexts(content, text, settings) };
  const problemsOf = (rule: string, findings: Iterable<FileFinding>, placeOf = lineIndex(text)): Problem[] =>
    [...findings].map(({ at, ...finding }) => ({ file, rule, ...placeOf(at), ...finding }));
  if (kind === 'article') {
    const page = readPage(file, id, text, settings.variables);
    if ('message' in page) {
      return {
        problems: [{ file, rule: 'front-matter', severity: 'error', ...page }],
        page: unreadableFacts(file, slug, language),
      };
    }
    return {
      problems: PAGE_RULES.flatMap((rule) => problemsOf(rule.id, rule.check(page, settings))),
      page: factsOf(page, settings.variables[page.language]),
    };
  }
  const phrasings = readPhrasingsFile(file, id, text);
  if ('message' in phrasings) {
    return {
      problems: [{ file, rule: 'phrasings', severity: 'error', ...phrasings }],
      phrasings: { file, slug: id, readable: false, phrasings: [] },
    };
  }
  return {
    problems: PHRASINGS_RULES.flatMap((rule) => problemsOf(rule.id, rule.check(phrasings, settings))),
    phrasings: factsOfPhrasings(phrasings),
  };
}
