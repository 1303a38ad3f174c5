/** What somebody wrote in a mail, and what they quoted. */
export interface MailText {
  /** Without quoted mail and signature. */
  readonly own: string;
  /** The words of the mail that is quoted, without its header; '' if none is. */
  readonly quoted: string;
}

/**
 * Parts a mail's text into the writer's words and the quoted mail: lines after `>`, whatever follows "On … wrote:",
 * "在 … 写道：", a block of headers or a rule such as "Original Message". Below `>` lines people go on writing; below the
 * others nothing is theirs. The signature is left out of both.
 */
export function partMailText(text: string): MailText {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const own: string[] = [];
  const quoted: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (MARKED.test(line)) {
      quoted.push(line.replace(MARKED, ''));
      continue;
    }
    const header = quoteHeaderAt(lines, at);
    if (header === 0) {
      own.push(line);
      continue;
    }
    at += header - 1;
    if (isMarkedBelow(lines, at + 1)) continue;
    quoted.push(...lines.slice(at + 1));
    break;
  }
  return {
    own: withoutSignature(own),
    quoted: withoutSignature(quoted.filter((line) => !HEADER_LINE.test(line))),
  };
}

/** The same for a message whose lines an export has run together: what follows the head of a quoted mail or a closing. */
const RUN_TOGETHER =
  /\s(?:on\s[^\n]{6,160}?\bwrote:|发件人[:：][^\n]{0,80}?(?:发送)?(?:时间|日期)[:：]|在\s?\d{4}[^\n]{4,80}写道[:：]|-{3,}\s?(?:original message|原始邮件)\s?-{3,}|from:[^\n]{3,80}\s(?:sent|date):)[^]*$/i;
const CLOSED_WITHIN =
  /[.!?。！？]\s{1,4}(?:(?:kind|best|warm) regards|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|cordialement|此致\s?敬礼|--)[,，.!]?\s[^\n]{0,160}$/i;

/**
 * What a customer wrote in a mail that a help desk keeps: without quoted mail and signature. Where that leaves hardly a word,
 * the quoted mail follows, marked as such: "please see below" points at it.
 */
export function mailWords(text: string): string {
  const { own, quoted } = partMailText(text);
  const plain =
    own
      .replace(RUN_TOGETHER, '')
      .replace(CLOSED_WITHIN, (end) => end.charAt(0))
      .trim() || own;
  if (plain === '' && quoted === '') return text;
  if (quoted === '' || !pointsBelow(plain)) return plain;
  const marked = quoted.split('\n').map((line) => `> ${line}`);
  return `${plain}\n${marked.join('\n')}`.trim();
}

/** Whether the words say nothing by themselves: none, or few that speak of what is below. */
function pointsBelow(own: string): boolean {
  const length = [...own].length;
  return length < 6 || (length < 80 && POINTS.test(own));
}

const POINTS =
  /\b(?:see|below|forward(?:ed|ing)?|fwd|fyi|attached|any (?:news|update)s?|following)\b|见下|如下|以下|下面|转发|附件/i;

const MARKED = /^\s{0,3}(?:[>＞]\s?)+/;

/** `From: …`, `发件人：…`, bold or not. */
const HEADER_LINE =
  /^[\s*]*(?:from|sent|date|to|cc|subject|reply-to|发件人|发送时间|发送日期|日期|时间|收件人|抄送人?|主题|寄件者|寄件日期|收件者|副本|主旨)\s?\*?\s?[:：]/i;
const FIRST_HEADER_LINE = /^[\s*]*(?:from|发件人|寄件者|date|sent|发送时间)\s?\*?\s?[:：]/i;

/** "On Mon, 18 May 2026 at 07:16, Anna <…> wrote:", also broken over two or three lines; other languages' are alike. */
const WROTE =
  /^\s*(?:on|am|le|el|op|il|em)\s.{6,240}\b(?:wrote|writes|schrieb|a écrit|escribió|schreef|ha scritto|escreveu)(?:\s.{0,80})?\s?[:：]?\s*$/i;
/** "在 2026年5月18日，张三 写道：", "张三 <…> 于2026年5月18日周一 写道：", "2026-05-18 07:16:04，"张三" 写道：" */
const WROTE_CHINESE =
  /^\s*.{0,120}(?:\d{4}\s?[-年/.]\s?\d{1,2}|\d{1,2}\s?月\s?\d{1,2}\s?日?|[<＜][^<>\s]+@[^<>\s]+[>＞]|^\s*在\s).{0,160}(?:写道|写到|寫道|來信|来信)\s?[:：]?\s*$/;
/** "-----Original Message-----", "------------------ 原始邮件 ------------------", "---- 回复的原邮件 ----", "Begin forwarded message:" */
const RULE =
  /^\s*(?:[-_=—]{2,}\s*(?:original (?:message|e-?mail)|forwarded (?:message|by)|reply message|原始邮件|原邮件|回复的原邮件|转发的?邮件(?:信息)?|原始郵件|轉寄的?郵件|转发邮件)[^\n]{0,80}|begin forwarded message\s*[:：]|开始转发的邮件\s*[:：]|转发的邮件\s*[:：])\s*$/i;
/** Help desks ask to answer above it: what is below is their own. */
const REPLY_ABOVE =
  /^\s*(?:[-_=#*~]+\s*)?(?:please (?:type|write) your (?:reply|response) above this line|请在(?:此|这)行(?:之)?上方?回复)/i;
const LONG_RULE = /^\s*[_-]{10,}\s*$/;

/** How many lines from here are the beginning of quoted mail; 0 if none. */
function quoteHeaderAt(lines: readonly string[], at: number): number {
  const line = lines[at]!;
  if (line.length > 400) return 0;
  if (RULE.test(line) || REPLY_ABOVE.test(line)) return 1;
  for (const count of [1, 2, 3]) {
    // What is complete without this line does not begin with it.
    if (isWrote(lines.slice(at, at + count)) && !isWrote(lines.slice(at + 1, at + count))) return count;
  }
  const first = LONG_RULE.test(line) ? at + 1 : at;
  // Two header lines together: one alone is something people write ("From: the exchange").
  if (FIRST_HEADER_LINE.test(lines[first] ?? '') && HEADER_LINE.test(lines[first + 1] ?? '')) {
    let end = first + 2;
    while (end < lines.length && HEADER_LINE.test(lines[end]!)) end++;
    return end - at;
  }
  return 0;
}

function isWrote(lines: readonly string[]): boolean {
  const joined = lines.join(' ');
  return joined.length <= 400 && (WROTE.test(joined) || WROTE_CHINESE.test(joined));
}

/** Whether the quoted mail has marks: the next words do. */
function isMarkedBelow(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from).find((line) => line.trim() !== '');
  return next !== undefined && MARKED.test(next);
}

/** What begins a signature wherever it stands. */
const SIGNATURE =
  /^(?:--|—)\s*$|^\s*(?:sent (?:from|via|with) (?:my|the|mail|outlook|yahoo|proton|gmail|samsung|aol|huawei|xiaomi|a\b)|get outlook for|get bluemail|sent from (?:\w+ )?for (?:ios|android)|envoyé de mon|von meinem \S+ gesendet|enviado desde mi)|^\s*(?:发自我的|發自我的|来自我的|從我的|从我的 ?\S{1,20} ?发送|发自(?:iphone|ipad|android|小米|华为|网易|qq|outlook|我)|通过.{1,20}(?:发送|客户端)|(?:来自|來自).{1,12}(?:手机|手機|邮箱|的信)(?:发送)?\s*$)/i;

/** What closes a letter: only a name and the like may follow. */
const CLOSING =
  /^\s*(?:(?:with )?(?:best|kind|warm|many|kindest|warmest)?\s*(?:regards|wishes)|best|cheers|sincerely|yours(?: (?:sincerely|faithfully|truly))?|(?:many )?thanks(?: (?:again|in advance|a lot))?|thank you(?: (?:again|in advance|very much))?|br|greetings|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|(?:mit )?(?:freundliche|viele|beste|liebe|herzliche|schöne)[nr]? gr(?:ü|ue)(?:ß|ss)en?|mfg|vg|lg|(?:bien )?cordialement|bien à vous|(?:meilleures )?salutations(?: distinguées)?|(?:un )?saludos?(?: cordiales)?|atentamente|(?:cordiali |distinti )?saluti|met vriendelijke groet(?:en)?|groeten|atenciosamente|cumprimentos|(?:med )?vänlig hälsning|(?:med )?vennlig hilsen|mvh|此致|敬礼|祝好|顺祝.{0,6}|顺颂.{0,6}|祝.{0,4}商祺|谢谢|多谢|感谢|此致\s*敬礼)\s*[,，.。!！]*(?:\s?[/|]\s?(?:best|kind) regards[,.]?)?\s*$/i;
const MOST_LINES_BELOW = 5;
const LONGEST_NAME_LINE = 60;

/** Lines without signature and closing. A mark in the first line is none: there would be nothing left. */
function withoutSignature(lines: readonly string[]): string {
  const end = lines.findIndex(
    (line, i) => i > 0 && isSignature(lines, i, line) && isWritten(lines.slice(0, i)),
  );
  return (end < 0 ? lines : lines.slice(0, end))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isSignature(lines: readonly string[], at: number, line: string): boolean {
  if (SIGNATURE.test(line)) return true;
  if (!CLOSING.test(line)) return isNameBlock(lines, at);
  const below = lines.slice(at + 1, at + 40).filter((text) => text.trim() !== '');
  return below.length <= MOST_LINES_BELOW && below.every((text) => text.length <= LONGEST_NAME_LINE);
}

/** Who somebody is, below their name: a post, a house, a number. */
const OFFICE =
  /(?:经理|主管|总监|主任|专员|会计|工程师|总裁|董事|财务部|人事部|行政部|采购部|部门|公司|集团|手机|电话|传真|邮箱|地址)|\b(?:CEO|CFO|CTO|COO|Head|Manager|Director|Leiter(?:in)?|Geschäftsführer(?:in)?|Engineer|Officer|President|Founder|Partner|Accountant|Consultant|GmbH|AG|Ltd|LLC|Inc|Corp|S\.?A|B\.?V|Tel|Phone|Mobile|Fax)\b|^[\s+(]*\d[\d\s()+/-]{6,}$|@|^www\./i;
const BARE_NAME = /^\s*(?:[\u4e00-\u9fff]{2,4}|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3})\s*$/u;

/** A name on a line of its own, and below it nothing but who that is. */
function isNameBlock(lines: readonly string[], at: number): boolean {
  if (!BARE_NAME.test(lines[at]!)) return false;
  const below = lines.slice(at + 1, at + 40).filter((text) => text.trim() !== '');
  return (
    below.length > 0 &&
    below.length <= MOST_LINES_BELOW &&
    below.every((text) => text.length <= LONGEST_NAME_LINE && OFFICE.test(text))
  );
}

function isWritten(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}
