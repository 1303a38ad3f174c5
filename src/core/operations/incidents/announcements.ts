import { LANGUAGES, LOCALE_FOLDERS, type Language } from '../../article/language.ts';
import { sentencesOf } from '../../retrieval/sentences.ts';
import type { Incident } from './incident.ts';
import { moment, STATUS_WORDS } from './words.ts';

/** A text to put somewhere, in the order in which places are served. */
export interface Announcement {
  readonly place: 'notice' | 'reply' | 'social';
  readonly language: Language;
  readonly text: string;
}

/** What a short post may weigh: a Chinese character counts two, an address always 23, as X counts them. */
export const POST_WEIGHT = 280;
const LINK_WEIGHT = 23;

export interface AnnouncementContext {
  /** Address of the help site with a slash at the end. */
  readonly site: string;
  readonly brand: Readonly<Record<Language, string>>;
}

/**
 * What to publish about the last update of an incident: one text in one place, and everything else points to it
 * (runbooks/incidents/communicate). Both languages go out in the same minute.
 */
export function announcementsOf(incident: Incident, context: AnnouncementContext): Announcement[] {
  const last = incident.updates.at(-1)!;
  return (['notice', 'reply', 'social'] as const).flatMap((place) =>
    LANGUAGES.map((language) => {
      const parts: Parts = {
        title: incident.title[language],
        status: STATUS_WORDS[incident.status][language],
        text: last[language],
        at: moment(last.at, language),
        address: statusAddress(context.site, language),
        brand: context.brand[language],
        isOver: incident.status === 'resolved',
      };
      return { place, language, text: TEXTS[place][language](parts) };
    }),
  );
}

/** The status page in a language. */
export function statusAddress(site: string, language: Language): string {
  const folder = LOCALE_FOLDERS[language];
  return `${site.replace(/\/?$/, '/')}${folder ? `${folder}/` : ''}status/`;
}

/** What a post weighs. */
export function postWeight(text: string): number {
  const [links, rest] = [text.match(LINK) ?? [], text.replace(LINK, '')];
  const weight = [...rest].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
  return weight + links.length * LINK_WEIGHT;
}

interface Parts {
  readonly title: string;
  readonly status: string;
  readonly text: string;
  readonly at: string;
  readonly address: string;
  readonly brand: string;
  readonly isOver: boolean;
}

const LINK = /https?:\/\/\S+/g;
const WIDE = /[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/u;

const TEXTS: Readonly<Record<Announcement['place'], Readonly<Record<Language, (parts: Parts) => string>>>> = {
  notice: {
    en: ({ title, status, text, at }) => `${title}\n${status} · ${at}\n\n${text}`,
    'zh-CN': ({ title, status, text, at }) => `${title}\n${status} · ${at}\n\n${text}`,
  },
  reply: {
    en: ({ title, text, address, brand, isOver }) =>
      isOver
        ? `Thank you for your patience. This is solved: ${title}.\n\n${text}\n\nIf something of yours is still missing, reply here with the date and the transaction hash, or the last four digits of your card.\n${address}`
        : `Thank you for telling us. We know about this: ${title}.\n\n${text}\n\nUpdates: ${address}\nI have linked your ticket, so you need not write again. Nobody from ${brand} will ask for your recovery phrase, a code or a payment because of this.`,
    'zh-CN': ({ title, text, address, brand, isOver }) =>
      isOver
        ? `感谢你的耐心等待，这个问题已经解决：${title}。\n\n${text}\n\n如果还有没到账的，请直接回复日期和交易哈希，或卡号后四位。\n${address}`
        : `感谢反馈，这个问题我们已经知道：${title}。\n\n${text}\n\n最新进展：${address}\n你的工单已经关联，不用重复提交。${brand.replace(/(?<=[A-Za-z0-9])$/, ' ')}的任何人都不会为此向你要助记词、验证码或费用。`,
  },
  social: {
    en: ({ title, status, text, address }) => post(`${status}: ${title}.`, text, address, ' '),
    'zh-CN': ({ title, status, text, address }) => post(`【${status}】${title}。`, text, address, ''),
  },
};

/** The head, as many sentences of the text as fit, and the address. A head that is too long is cut. */
function post(head: string, text: string, address: string, gap: string): string {
  const room = POST_WEIGHT - LINK_WEIGHT - 1;
  let body = cutTo(head, room);
  for (const { start, end } of sentencesOf(text)) {
    const longer = body + gap + text.slice(start, end);
    if (postWeight(longer) > room) break;
    body = longer;
  }
  return `${body}\n${address}`;
}

function cutTo(text: string, weight: number): string {
  if (postWeight(text) <= weight) return text;
  const characters = [...text];
  while (characters.length > 0 && postWeight(`${characters.join('')}…`) > weight) characters.pop();
  return `${characters.join('')}…`;
}
