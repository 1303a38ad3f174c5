import type { Language } from '../article/language.ts';
import { fieldsFor, type IssueType } from './issueType.ts';
import { explorerUrl, networkOf } from './networks.ts';
import { clean, oneLine } from './plainText.ts';
import { referenceOf, subjectOf, type TicketDraft } from './ticketDraft.ts';

/** One fact of a ticket; a target's custom fields are named by these. */
export type FactId = keyof typeof LABELS;

/** Language by language: English, Chinese. */
const LABELS = {
  reference: ['Reference', '编号'],
  issueType: ['About', '问题类型'],
  network: ['Network', '网络'],
  transactionHash: ['Transaction', '交易哈希'],
  explorer: ['Explorer', '区块浏览器'],
  cardLastFour: ['Card ending in', '卡号后四位'],
  appVersion: ['App version', 'App 版本'],
  device: ['Device', '设备'],
  name: ['Name', '称呼'],
  email: ['Email', '邮箱'],
  shown: ['Articles shown', '看到的文章'],
  opened: ['Articles opened', '打开的文章'],
  rejected: ['Articles that did not help', '没有帮助的文章'],
  solved: ['Article that helped', '有帮助的文章'],
  incident: ['Incident', '正在处理的故障'],
  language: ['Answer in', '回复语言'],
  appLanguage: ['Page language', '页面语言'],
  userAgent: ['Browser', '浏览器'],
  page: ['Page', '页面'],
  edition: ['Edition', '版本'],
  index: ['Index', '索引'],
  createdAt: ['Written', '填写时间'],
} as const;

const ISSUE_NAMES: Readonly<Record<IssueType, readonly [string, string]>> = {
  wallet: ['Wallet', '钱包'],
  card: ['Card', '卡片'],
  payment: ['Payment', '付款'],
  security: ['Security', '安全'],
  account: ['Account', '账户'],
};

/**
 * A ticket as a Markdown text for any channel, in the reader's language. What people wrote stays text: it makes no
 * heading, link, image, list, code or HTML, whatever they wrote.
 */
export function ticketMarkdown(draft: TicketDraft, language: Language): string {
  const facts = factsOf(draft, language).map(
    ([id, value]) => `- **${labelOf(id, language)}:** ${escapeInline(value)}`,
  );
  // A hash at a heading's end would close it.
  const subject = escapeInline(subjectOf(draft)).replace(/#$/, '\\#');
  return `# ${subject}\n\n${escapeText(draft.description)}\n\n---\n\n${facts.join('\n')}\n`;
}

/**
 * The same as plain text, for mail and for ticket systems that show what they get: the description, then the facts.
 * @param without facts that go another way, as custom fields
 */
export function ticketText(draft: TicketDraft, language: Language, without: readonly string[] = []): string {
  const facts = factsOf(draft, language)
    .filter(([id]) => !without.includes(id))
    .map(([id, value]) => labelOf(id, language) + (language === 'en' ? ': ' : '：') + oneLine(value));
  return `${clean(draft.description).trim()}\n\n--\n${facts.join('\n')}\n`;
}

/** What is known about a ticket, in the order in which it is read; nothing empty. Ids are the same in any language. */
export function factsOf(draft: TicketDraft, language: Language): (readonly [FactId, string])[] {
  const { articles, environment, issueType } = draft;
  const fields = fieldsFor(issueType, draft.fields);
  const rejected = articles.rejected.map(({ slug, reason }) => (reason ? `${slug} (${reason})` : slug));
  const facts: Readonly<Record<FactId, string | undefined>> = {
    reference: referenceOf(draft),
    issueType: issueType && ISSUE_NAMES[issueType][language === 'en' ? 0 : 1],
    network: networkOf(fields.network)?.name ?? fields.network,
    transactionHash: fields.transactionHash,
    explorer: explorerUrl(fields.network, fields.transactionHash ?? ''),
    cardLastFour: fields.cardLastFour,
    appVersion: fields.appVersion,
    device: fields.device,
    name: draft.name,
    email: draft.email,
    shown: articles.shown.join(', '),
    opened: articles.opened.join(', '),
    rejected: rejected.join(', '),
    solved: articles.solved,
    incident: draft.incident,
    language: draft.language,
    appLanguage: environment.appLanguage,
    userAgent: environment.userAgent,
    page: environment.page,
    edition: draft.edition,
    index: draft.index,
    createdAt: draft.createdAt,
  };
  return (Object.keys(LABELS) as FactId[]).flatMap((id) => {
    const value = facts[id]?.trim();
    return value ? [[id, value] as const] : [];
  });
}

function labelOf(id: FactId, language: Language): string {
  return LABELS[id][language === 'en' ? 0 : 1];
}

/** An address as people paste it: kept whole between angle brackets, since a backslash would break it. */
const ADDRESS = /(https?:\/\/[\w.~:/?#@!$&'*+,;=%-]*[\w/#=&%~-])/i;

/** Escapes what has a meaning in CommonMark or GFM, and no more: the text is often read as it is. */
function escapeInline(text: string): string {
  return oneLine(text)
    .split(ADDRESS)
    .map((part, at) => (at % 2 === 1 ? `<${part}>` : part.replace(SPECIAL, '\\$&')))
    .join('');
}
const SPECIAL = /[\\`*[<~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=www)\./giu;

/** Line by line, so that lines stay lines, and without what means something where one begins. */
function escapeText(text: string): string {
  const lines = clean(text)
    .trim()
    .split('\n')
    .map((line) =>
      escapeInline(line).replace(/^([-+=:|#>])|^(\d+)(?=[.)])/, (start, mark?: string) =>
        mark ? `\\${start}` : `${start}\\`,
      ),
    );
  // Two blanks at its end break a line.
  return lines.map((line, at) => (line && lines[at + 1] ? `${line}  ` : line)).join('\n');
}
