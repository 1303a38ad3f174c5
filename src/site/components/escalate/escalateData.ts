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
  /** Address of the public help site, without a slash at its end. */
  readonly site: string;
  /** The article on an exposed recovery phrase. */
  readonly exposed: string;
}
