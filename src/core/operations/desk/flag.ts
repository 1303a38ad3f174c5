import type { Language } from '../../article/language.ts';
import { visibleText } from '../../mining/safeText.ts';
import { redact } from '../../privacy/redact.ts';

/** What can be wrong with the articles. */
export const FLAGS = ['wrong', 'outdated', 'unclear', 'missing'] as const;
export type FlagKind = (typeof FLAGS)[number];

export interface Flag {
  readonly kind: FlagKind;
  /** The article's slug; of what is missing there may be none. */
  readonly slug: string | undefined;
  readonly language: Language;
  /** What the agent says of it. */
  readonly note: string;
  /** The ticket as it stands in the box. */
  readonly ticket: string;
}

/** What an issue in a tracker is made of. The body is Markdown. */
export interface Issue {
  readonly title: string;
  readonly body: string;
}

/** Longer addresses are refused by some servers, cut by some programs. */
export const MAX_ADDRESS = 6_000;
/** Longest evidence, in characters: what is wrong with an article is said at the beginning of a ticket. */
const MAX_EVIDENCE = 2_000;
const MAX_NOTE = 1_000;

const TITLES: Readonly<Record<FlagKind, string>> = {
  wrong: 'Wrong',
  outdated: 'Out of date',
  unclear: 'Unclear',
  missing: 'Missing',
};

/**
 * An issue for whoever keeps the articles, in English as maintainers' messages are. The ticket is redacted, and stands in
 * a code block that nothing in it can close: what a customer wrote is never Markdown, a mention or a link.
 */
export function flagIssue(flag: Flag, maxEvidence = MAX_EVIDENCE): Issue {
  const { kind, slug, language } = flag;
  const evidence = shortened(visibleText(redact(flag.ticket).text).trim(), maxEvidence);
  const note = shortened(visibleText(redact(flag.note).text).trim(), MAX_NOTE);
  const title = `${TITLES[kind]}: ${slug ?? 'no article answers this'} (${language})`;
  const file = language === 'en' ? `content/docs/${slug}.md` : `content/docs/zh-cn/${slug}.md`;
  const lines = [
    `**${TITLES[kind]}**${slug === undefined ? '' : ` — \`${file}\``}, flagged by an agent at the desk.`,
    ...(note === '' ? [] : ['', 'What the agent says:', '', fenced(note)]),
    ...(evidence === '' ? [] : ['', 'The ticket, redacted:', '', fenced(evidence)]),
  ];
  return { title, body: lines.join('\n') };
}

/**
 * What of a ticket goes along. It is redacted once, when the dialog opens: a long ticket must not cost a moment at every key
 * of the note.
 */
export function evidenceOf(ticket: string): string {
  return shortened(visibleText(redact(ticket).text).trim(), MAX_EVIDENCE);
}

/**
 * The address of a tracker's page for a new issue, with the issue filled in; the evidence is shortened until it is short
 * enough to be taken everywhere.
 * @param template with {title} and {body}, such as https://tracker.example/new?title={title}&body={body}
 */
export function issueAddress(template: string, flag: Flag): string {
  for (const most of [MAX_EVIDENCE, 1_000, 500, 250, 100, 0]) {
    const { title, body } = flagIssue(most === 0 ? { ...flag, ticket: '' } : flag, most);
    const address = filled(template, { title, body });
    if (address.length <= MAX_ADDRESS) return address;
  }
  return filled(template, { ...flagIssue({ ...flag, ticket: '', note: '' }) });
}

function filled(template: string, { title, body }: Issue): string {
  const values: Readonly<Record<string, string>> = { title, body };
  return template.replace(/\{(title|body)\}/g, (_, name: string) => encodeURIComponent(values[name]!));
}

/** In a fence longer than any within it (CommonMark, fenced code blocks). */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join('')} […]`;
}
