import type { Language } from '../article/language.ts';
import { checkFields, type FieldValues, type IssueType, type Problem } from './issueType.ts';
import { clean, cutAt, oneLine } from './plainText.ts';

/** What a person saw and tried before they pressed Send, by slugs. */
export interface ArticlesTried {
  readonly shown: readonly string[];
  readonly opened: readonly string[];
  /** Articles that did not help, with the reason if one was given. */
  readonly rejected: readonly { readonly slug: string; readonly reason?: string | undefined }[];
  /** An article that solved it after all. */
  readonly solved?: string | undefined;
}

export interface Environment {
  readonly userAgent: string;
  /** The language of the page that the form stands on, as the page says it: `zh-Hans-CN`. */
  readonly appLanguage: string;
  /** The page's address without query and fragment, which may hold what is nobody's business. */
  readonly page: string;
}

/** A ticket as the form sends it, and as a webhook receives it. */
export interface TicketDraft {
  readonly version: 1;
  /** A UUID. The same for every try of the same words; words that were changed are another ticket and get another. */
  readonly idempotencyKey: string;
  /** ISO 8601, in UTC. */
  readonly createdAt: string;
  readonly subject: string;
  readonly description: string;
  readonly email: string;
  readonly name?: string | undefined;
  /** What the person reads, and is answered in. */
  readonly language: Language;
  /** Absent where a host's own form does not ask; then there are no fields. */
  readonly issueType?: IssueType | undefined;
  readonly fields: FieldValues;
  readonly articles: ArticlesTried;
  readonly environment: Environment;
  /** Which edition and which index answered: `public`, and the name of the index file or its hash; absent if none did. */
  readonly edition?: string | undefined;
  readonly index?: string | undefined;
  /** Id of an incident that was shown as under way. */
  readonly incident?: string | undefined;
}

/** Longest values, in UTF-16 units. */
export const MAX_LENGTHS = { subject: 150, description: 10_000, email: 254, name: 100 } as const;

/** What can be wrong before anything is sent, by field; none if all is well. */
export function checkDraft(draft: TicketDraft): Readonly<Record<string, Problem>> {
  const problems: Record<string, Problem> = { ...checkFields(draft.issueType, draft.fields) };
  for (const [id, longest] of Object.entries(MAX_LENGTHS)) {
    const value = draft[id as keyof typeof MAX_LENGTHS] ?? '';
    if (value.length > longest) problems[id] = 'too-long';
  }
  if (draft.description.trim() === '') problems['description'] = 'required';
  return problems;
}

/** What is wrong with an address to answer to. Mail servers know the rest. */
export function checkEmail(email: string): Problem | undefined {
  if (email.trim() === '') return 'required';
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email.trim()) ? undefined : 'invalid';
}

/** The subject; the beginning of the description for whoever left it empty. */
export function subjectOf({ subject, description }: TicketDraft): string {
  const line = oneLine(subject) || oneLine(clean(description).trim().split('\n', 1)[0]!);
  return line.length > MAX_LENGTHS.subject ? `${cutAt(line, MAX_LENGTHS.subject - 1)}…` : line;
}

/** A short reference of our own, to read out on the telephone: `FL-3F2A-9C01`. */
export function referenceOf({ idempotencyKey }: TicketDraft): string {
  const letters = idempotencyKey.replace(/[^0-9a-z]/gi, '').toUpperCase();
  return `FL-${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
}
