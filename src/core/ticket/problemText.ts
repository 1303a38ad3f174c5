import { withoutCourtesy } from './courtesy.ts';
import type { Ticket } from './ticket.ts';

/** Longer texts are cut: what is wrong comes first, and the model reads no more. */
export const PROBLEM_CHARACTERS = 400;

/**
 * What a ticket is about, in the requester's words: the subject and the first message without greetings, pleas, quoted mail,
 * signatures and the placeholders of redaction; '' if nothing is left. Where that says hardly anything (“hi”), the
 * requester's next messages are taken with it.
 */
export function problemText(ticket: Pick<Ticket, 'subject' | 'messages'>): string {
  const subject = saidIn(ownSubject(ticket.subject));
  const body = questionBodies(ticket)
    .map((message) => saidIn(ownWords(message)))
    .join('\n');
  const text = body.toLowerCase().startsWith(subject.toLowerCase()) ? body : `${subject}\n${body}`;
  return cut(
    text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .trim(),
    PROBLEM_CHARACTERS,
  );
}

/** The requester's first messages, as many as it takes until something is said. */
export function questionBodies({ subject, messages }: Pick<Ticket, 'subject' | 'messages'>): string[] {
  const own = messages.filter(({ author }) => author === 'requester').map(({ body }) => body);
  // Most tickets: what is said in it need not be weighed where there is no other.
  if (own.length < 2) return own;
  const bodies: string[] = [];
  let said = weightOf(saidIn(ownSubject(subject)));
  for (const body of own) {
    bodies.push(body);
    said += body.length > LONG_CHARACTERS ? ENOUGH_CHARACTERS : weightOf(saidIn(ownWords(body)));
    if (said >= ENOUGH_CHARACTERS || bodies.length === MOST_BODIES) break;
  }
  return bodies;
}

/** A subject without `Re:` and placeholders; '' if a help desk or a shop wrote it and the requester only answered. */
export function ownSubject(subject: string): string {
  const own = withoutPlaceholders(subject.replace(SUBJECT_PREFIX, '')).trim();
  return AUTOMATIC.test(own) ? '' : own;
}

/** A message without greetings, quoted mail and signature. */
export function ownWords(body: string): string {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  const own: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (QUOTED_LINE.test(line)) continue;
    if (QUOTE_BEGINS.test(line)) {
      // Below `>` lines people go on writing; what follows a header without them is all somebody else's.
      if (lines.slice(i + 1).some((later) => QUOTED_LINE.test(later))) continue;
      break;
    }
    if (own.length > 0 && (SIGNATURE.test(line.trim()) || SIGNED.test(line.trim()))) break;
    own.push(line);
  }
  const words = withoutGreeting(own.join('\n'));
  // "Please see below": what is quoted is the message.
  return [...words.trim()].length >= FEWEST_OWN_CHARACTERS ? words : `${words}\n${quotedWords(lines)}`;
}

/** Cuts between words where there are spaces, never inside a character. */
export function cut(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const head = characters.slice(0, length).join('');
  return head.replace(/[\p{Script=Latin}\p{N}]+$/u, (tail) => (tail.length < 30 ? '' : tail)).trimEnd();
}

/** Fewer own characters than these are no question yet. */
const ENOUGH_CHARACTERS = 25;
const HAN_WEIGHT = 3;
/** Who has said nothing in so many messages will not. */
const MOST_BODIES = 4;
/** A longer message says something, whatever it is. */
const LONG_CHARACTERS = 300;

/** The length of a text in letters: a Chinese character says as much as three. */
export function weightOf(text: string): number {
  let weight = 0;
  for (const character of text) weight += character > '\u2E7F' ? HAN_WEIGHT : 1;
  return weight;
}

function saidIn(text: string): string {
  return withoutCourtesy(withoutPlaceholders(text));
}

/** Fewer, and the words only point at what is quoted. */
const FEWEST_OWN_CHARACTERS = 40;

const QUOTED_LINE = /^\s*(?:>\s*)+/;

const SUBJECT_PREFIX = /^(?:\s*(?:re|fwd?|aw|回复|答复|转发)\s*[:：])+\s*/i;

/** Subjects of automatic mails. */
const AUTOMATIC = new RegExp(
  [
    String.raw`^your (?:request|ticket|case|message|refund|order|e-?mail|enquiry|inquiry)\b.{0,30}\b(?:has|have) been\b`,
    String.raw`^(?:we(?:'ve| have)? received your|thank you for (?:contacting|your (?:request|message|e-?mail)))`,
    String.raw`^(?:automatic reply|auto-?reply|out of office)\b|^\[?(?:ticket|case|request) ?(?:#|id|no\.?) ?\S*\]?$`,
    String.raw`^(?:工单(?:回复|已)|自动回复|您的(?:请求|工单|问题|邮件)已|我们已收到|请补充资料)`,
  ].join('|'),
  'i',
);

const QUOTE_BEGINS = new RegExp(
  [
    String.raw`^\s*-{2,}\s*(?:Original Message|Forwarded message|原始邮件|转发的?邮件|原邮件)`,
    String.raw`^\s*(?:On|Am|Le)\s.{4,120}\b(?:wrote|schrieb|a écrit)\s*[:：]?\s*(?:>.*)?$`,
    String.raw`^\s*(?:在|于)?.{4,80}(?:写道|写到)\s*[:：]`,
    String.raw`^\s*(?:From|发件人|寄件者)\s*[:：]`,
    String.raw`^\s*_{8,}\s*$`,
  ].join('|'),
  'i',
);

const SIGNATURE = new RegExp(
  [
    String.raw`^--\s*$`,
    String.raw`^(?:sent|get outlook|envoyé|gesendet) (?:from|via|for|von)\b`,
    String.raw`^发自|^来自我的|^从我的.{1,20}发送`,
    String.raw`^(?:(?:best|kind|warm|many)\s+)?(?:regards|wishes)\b[,.!]?|^(?:best|cheers|sincerely|yours\b.*|br|rgds|respectfully|thx|thanks|many thanks|thank you)\s*[,.!]*$`,
    String.raw`^(?:此致|敬礼|顺颂|祝好|谢谢[!！。]*$|多谢[!！。]*$|感谢[!！。]*$)`,
  ].join('|'),
  'i',
);

/** “Thanks, Marc” */
const SIGNED =
  /^(?:[Mm]any )?(?:[Tt]hanks|[Tt]hank you|[Cc]heers|[Rr]egards|[Bb]est(?: wishes| regards)?),?\s+\p{Lu}\p{Ll}+\.?$/u;

const GREETING =
  /^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)(?:\s+(?:there|all|team|support|sir|madam|sirs?|guys|firstline|wallet|customer|service|or|and|\/)){0,5}\s*(?:[,.!:\n]+|$)|(?:您好|你好|客服你好|尊敬的客服|亲|在吗|在么|有人吗|早上好|下午好|晚上好|大家好|哈喽|hi|hello)\s*(?:[,，.。!！~～?？:：\n]+|$)\s*)+/i;

function withoutGreeting(text: string): string {
  return text.replace(GREETING, '');
}

function quotedWords(lines: readonly string[]): string {
  const quoted = lines.filter((line) => QUOTED_LINE.test(line)).map((line) => line.replace(QUOTED_LINE, ''));
  return withoutGreeting(quoted.filter((line) => !QUOTE_BEGINS.test(line)).join('\n'));
}

/** What redaction leaves in place of personal data, `[EMAIL]`, `[phone]`, and what agencies write, `XXXX`. */
export const PLACEHOLDER = /\[[\p{L}][\p{L}\p{N} _-]{1,30}\]|<[a-z][a-z_-]{2,30}>|\bX{2,}(?:\/X{2,})*\b/giu;

function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, ' ');
}
