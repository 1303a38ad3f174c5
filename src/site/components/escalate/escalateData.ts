import type { Language } from '../../../core/article/language.ts';
import type { SeverityMatrix } from '../../../core/operations/escalation/severityMatrix.ts';
import type { Team } from '../../../core/operations/escalation/team.ts';
import type { Strings } from '../words.ts';

/** What the page gives its script. */
export interface EscalateData {
  /** The agent's. */
  readonly language: Language;
  /** By what follows `firstline.escalate.`, in both languages: the result is in the team's. */
  readonly words: Readonly<Record<Language, Strings>>;
  readonly teams: readonly Team[];
  readonly reasons: SeverityMatrix['reasons'];
  readonly levels: SeverityMatrix['levels'];
  /** Address of the public site with its base, with a slash at the end. */
  readonly publicSite: string;
  /** The base of this site. */
  readonly base: string;
  /** Slugs that only this edition has. */
  readonly internal: readonly string[];
  /** The article on an exposed recovery phrase. */
  readonly exposed: string;
}
