import type { Page } from './page.ts';
import type { PhrasingsFile } from './phrasingsFile.ts';
import type { Fix, Place, Severity } from './problem.ts';
import type { LintSettings } from './settings.ts';
import type { Site } from './facts.ts';

interface Finding {
  readonly severity: Severity;
  /** What was found, what was expected, how to mend it: one or two sentences for somebody who edits Markdown. */
  readonly message: string;
}

/** A finding in the file that a rule was given: `at` is an offset in it. */
export interface FileFinding extends Finding {
  readonly at: number;
  readonly fix?: Fix;
}

/** A finding somewhere on the site. */
export interface SiteFinding extends Finding {
  readonly file: string;
  readonly place: Place;
}

/** A rule that looks at one article at a time: it can run beside others. */
export interface PageRule {
  readonly kind: 'page';
  readonly id: string;
  readonly check: (page: Page, settings: LintSettings) => Iterable<FileFinding>;
}

/** A rule that looks at one file of phrasings at a time. */
export interface PhrasingsRule {
  readonly kind: 'phrasings';
  readonly id: string;
  readonly check: (file: PhrasingsFile, settings: LintSettings) => Iterable<FileFinding>;
}

/** A rule that compares files with one another. */
export interface SiteRule {
  readonly kind: 'site';
  readonly id: string;
  readonly check: (site: Site, settings: LintSettings) => Iterable<SiteFinding>;
}

export type Rule = PageRule | PhrasingsRule | SiteRule;
