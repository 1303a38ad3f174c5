import { stringify } from 'yaml';
import { LANGUAGES, type Language } from '../article/language.ts';
import { newArticle, newPhrasings } from '../article/lint/newArticle.ts';
import { RUNBOOK_SECTIONS } from '../article/lint/runbookSections.ts';
import { beginsAsStep } from '../article/lint/stepBeginning.ts';
import { splitFrontMatter } from '../article/markdown.ts';
import { bodyText, fieldText } from './articleText.ts';
import type { CustomerWay } from './customerWays.ts';
import type { RecurringIssue } from './report.ts';
import { oneLine } from './safeText.ts';
import { sentencesIn } from './sentences.ts';

export const DRAFT_TYPES = ['faq', 'runbook'] as const;
export type DraftType = (typeof DRAFT_TYPES)[number];

/** What a draft is made of. */
export interface DraftSource {
  readonly issue: RecurringIssue;
  /** How customers put it: only those that may become phrasings and questions. */
  readonly ways: readonly CustomerWay[];
  readonly type: DraftType;
  readonly slug: string;
  readonly owner: string;
  readonly products: readonly string[];
  /** Articles that are there, to read next. */
  readonly related: readonly string[];
  /** Instead of the issue's own titles. */
  readonly titles: Partial<Readonly<Record<Language, string>>>;
  /** First and last day of the report, if it has any. */
  readonly days: { readonly from: string | null; readonly to: string | null };
  /** The day it is begun, as YYYY-MM-DD. */
  readonly day: string;
  /** Whether a customer's text may be a title or a question, and whether an agent's sentence may stand in the page. */
  readonly mayStand: (text: string, language: Language, as: 'title' | 'question' | 'step') => boolean;
}

const MOST_QUESTIONS = 4;
const QUESTION_CHARACTERS: Readonly<Record<Language, readonly [least: number, most: number]>> = {
  en: [15, 100],
  'zh-CN': [6, 45],
};

/** The article in one language as Markdown, from the template of its type. Everything of a stranger in it is data. */
export function draftArticle(source: DraftSource, language: Language): string {
  const { issue, type, slug, owner, products, related, day, days } = source;
  const plain = { type, slug, owner, products, day, title: { en: 'x', 'zh-CN': 'x' } };
  const { data, body } = splitFrontMatter(slug, newArticle(plain, language));
  const template = data as Readonly<Record<string, unknown>> & { readonly questions: readonly string[] };
  const title = titleOf(source, language);
  const asked = questionsOf(source, language, title);
  const fields = {
    ...template,
    title,
    // Nobody has checked it.
    reviewed: undefined,
    questions: [...asked, ...template.questions].slice(0, MOST_QUESTIONS),
    related,
    draft: true,
    minedFrom: {
      issue: issue.id,
      tickets: issue.tickets,
      people: issue.impact.people,
      ...(days.from !== null && days.to !== null && { from: days.from, to: days.to }),
    },
  };
  const steps = stepsOf(source, language);
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n${steps === undefined ? body : withSection(body, headingOf(type, language), steps)}`;
}

/** The file of phrasings that goes with it, each with the issue it is from. */
export function draftPhrasings({ issue, ways }: Pick<DraftSource, 'issue' | 'ways'>): string {
  const [comment] = newPhrasings().split('en:');
  const lists = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      ways.filter((way) => way.language === language).map(({ text }) => ({ text, from: issue.id })),
    ]),
  );
  return `${comment}${stringify(lists, { lineWidth: 0 })}`;
}

function titleOf({ issue, titles, mayStand }: DraftSource, language: Language): string {
  const given = titles[language];
  if (given !== undefined) return fieldText(given, language);
  const own = fieldText(issue.titles[language] ?? '', language);
  if (own !== '' && mayStand(own, language, 'title')) return own;
  return language === 'en' ? `TODO: title of issue ${issue.id}` : `待写：问题 ${issue.id} 的标题`;
}

function questionsOf({ ways, mayStand }: DraftSource, language: Language, title: string): string[] {
  const [least, most] = QUESTION_CHARACTERS[language];
  const asked = ways
    .filter((way) => way.language === language)
    .flatMap(({ text }) => sentencesIn(text))
    .filter((sentence) => /[?？]$/u.test(sentence))
    .map((sentence) => fieldText(sentence, language))
    .filter(
      (text) =>
        text.length >= least && text.length <= most && text !== title && mayStand(text, language, 'question'),
    );
  return [...new Set(asked)].slice(0, MOST_QUESTIONS);
}

/** What agents' answers have in common as a list of steps; undefined if they have nothing in this language. */
function stepsOf({ issue, mayStand }: DraftSource, language: Language): string | undefined {
  const { compared, said } = issue.resolutions;
  const own = said
    .filter((sentence) => sentence.language === language)
    .flatMap(({ text, tickets }) => {
      const step = stepText(inOurForm(text, language), language, mayStand);
      return step === undefined ? [] : [{ text: step, tickets, isStep: beginsAsStep(text, language) }];
    })
    // The commonest first; of equals, what to do before what is so.
    .sort((a, b) => b.tickets - a.tickets || Number(b.isStep) - Number(a.isStep));
  if (own.length === 0) return saidElsewhere(said, compared, language, mayStand);
  const [note, share] =
    language === 'en'
      ? [
          `TODO: agents wrote these sentences, the numbers say in how many of ${compared} answers. Check each one, put them in order, then take out this line and the numbers.`,
          (tickets: number) => ` (${tickets} of ${compared})`,
        ]
      : [
          `待写：下面的句子摘自 ${compared} 条客服回复，只把称呼改成了“你”。请逐句核实，排好顺序，再删掉这一行和括号里的数字。`,
          (tickets: number) => `（${compared} 条里有 ${tickets} 条）`,
        ];
  return `${note}\n\n${own.map(({ text, tickets }, i) => `${i + 1}. ${text}${share(tickets)}`).join('\n')}`;
}

/** What agents wrote in the other language only, in a comment that no reader gets: it has to be written anew, not to be found anew. */
function saidElsewhere(
  said: RecurringIssue['resolutions']['said'],
  compared: number,
  language: Language,
  mayStand: DraftSource['mayStand'],
): string | undefined {
  const lines = said
    .filter((sentence) => sentence.language !== language)
    .toSorted((a, b) => b.tickets - a.tickets)
    .flatMap(({ text, tickets, language: other }) => {
      const plain = commentText(text);
      return mayStand(plain, other, 'title') ? [`- ${plain} (${tickets}/${compared})`] : [];
    });
  if (lines.length === 0) return undefined;
  const note =
    language === 'en'
      ? `TODO: agents' answers in English have nothing in common. What those in Chinese have is in the comment below: write it as steps, then take out this line and the comment.`
      : `待写：中文的客服回复没有共同的句子。英文回复里常见的写在下面的注释里。请据此写成步骤，再删掉这一行和注释。`;
  return `${note}\n\n<!--\n${lines.join('\n')}\n-->`;
}

/** Nothing in it ends a comment or begins an element, and no line of it is empty. */
function commentText(text: string): string {
  return oneLine(text).replace(/[<>]/g, ' ').replace(/-{2,}/g, '–').replace(/\s+/g, ' ').trim();
}

/** As a sentence of the page; in code, which no rule reads, where its words are not ours; undefined if it may not stand at all. */
function stepText(text: string, language: Language, mayStand: DraftSource['mayStand']): string | undefined {
  const plain = bodyText(text, language);
  if (mayStand(plain, language, 'step')) return plain;
  const code = `${language === 'en' ? 'TODO, in our words: ' : '待写，换成我们的说法：'}\`${fieldText(text, language).replaceAll('`', "'")}\``;
  return mayStand(code, language, 'step') ? code : undefined;
}

/** Agents say 您, articles 你. */
function inOurForm(text: string, language: Language): string {
  return language === 'zh-CN' ? text.replaceAll('您', '你') : text;
}

const FAQ_HEADINGS: Readonly<Record<Language, string>> = { en: 'What to do', 'zh-CN': '怎么处理' };

function headingOf(type: DraftType, language: Language): string {
  if (type === 'faq') return FAQ_HEADINGS[language];
  return RUNBOOK_SECTIONS.find(({ what }) => what === 'the steps')!.example[language];
}

/** A body with another text below one of its second-level headings. */
function withSection(body: string, heading: string, text: string): string {
  const start = `\n## ${heading}\n\n`;
  const at = body.indexOf(start);
  if (at < 0) throw new Error(`The template has no section "${heading}".`);
  const end = body.indexOf('\n## ', at + start.length);
  return `${body.slice(0, at + start.length)}${text}\n${end < 0 ? '' : body.slice(end)}`;
}
