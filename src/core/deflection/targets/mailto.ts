import type { Language } from '../../article/language.ts';
import { cutAt } from '../plainText.ts';
import { referenceOf, subjectOf, type TicketDraft } from '../ticketDraft.ts';
import { ticketText } from '../ticketText.ts';
import type { Adapter } from './target.ts';

/** Some mail programs and Windows itself cut addresses at about two thousand characters. */
const LONGEST_ADDRESS = 1800;
const LONGEST_SUBJECT = 80;

/** Ends a text that goes on elsewhere. */
const REST: Readonly<Record<Language, string>> = {
  en: '\n\n[Please paste the rest here: it has been copied.]',
  'zh-CN': '\n\n[请把剩下的内容粘贴在这里，已经复制好了。]',
};

/** An email that opens in the person's own mail program; what does not fit in goes to the clipboard. */
export const mailto: Adapter<'mailto'> =
  ({ address }) =>
  async (draft, effects) => {
    const { url, remainder } = toMailto(address, draft);
    const receipt = { kind: 'mailto', reference: referenceOf(draft) } as const;
    // Before the mail program takes the focus: no page may write to the clipboard without it.
    const isCopied = remainder === '' || (await effects.copy(remainder).then(yes, no));
    effects.open(url);
    return remainder === '' ? receipt : { ...receipt, remainder, isCopied };
  };

const yes = (): boolean => true;
const no = (): boolean => false;

/** The ticket as an address of at most 1,800 characters, and what of its text did not fit in. */
export function toMailto(
  address: string,
  draft: TicketDraft,
): { readonly url: string; readonly remainder: string } {
  const subject = cutAt(subjectOf(draft), LONGEST_SUBJECT);
  const head = `mailto:${encode(address).replaceAll('%40', '@')}?subject=${encode(subject)}&body=`;
  const text = ticketText(draft, draft.language);
  const room = LONGEST_ADDRESS - head.length;
  if (encode(text).length <= room) return { url: head + encode(text), remainder: '' };
  const rest = REST[draft.language];
  const kept = beginning(text, room - encode(rest).length);
  return { url: head + encode(kept + rest), remainder: text.slice(kept.length) };
}

/** The longest beginning of a text that takes so many characters encoded, in whole characters. */
function beginning(text: string, room: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += encode(character).length;
    if (used > room) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Half a character cannot be encoded; lines end as RFC 6068 says. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\n', '\r\n'));
}
