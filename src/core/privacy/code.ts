import { inTurn, patternFinder, withDigits, type PatternFinder } from './pattern.ts';
import type { Finder } from './secret.ts';

/** What stands between the name of a code and the code: nothing that makes another sentence of it. */
const JOINT = String.raw`(?:\s{0,3}(?:(?:that |which )?(?:i|you|they|it|we)(?:'ve| have| just)?\s(?:got|get|received|sent|texted|emailed|entered|typed|gave|see|have|was sent)(?: (?:me|in|by|from|via|on|to|sms|text|email|is|was|now|today)){0,4}|(?:from|by|via|on|in) (?:my |the |your )?[a-z]{2,16}(?: app)?|(?:sent|texted) (?:to me|by sms|to my phone)|now|again|just|number|shown|shows|says|of|[三3]位数?字?|\p{Script=Han}{0,4}[的了]))?\s{0,3}(?:is|was|are|[:=#/-]|[-=]?>|→|就?是|[为為]|[收输填发][到入了]{1,2}的?是?)?\s{0,3}(?:this|now|just|still)?[\s:"“'「『【《\[(]{0,3}`;
/** A number followed by one of these is a year, an amount or a time. */
const NO_UNIT = String.raw`(?!\s?(?:[年月日号號位次天个個分秒小元块条遍u%]|usdt?\b|eur|btc|eth|times?\b|sec|min|hours?\b|days?\b|digits?\b|bits?\b|attempts?\b|error)|[-/.:]\d|,\d{3}(?!\d))`;
const DIGITS = String.raw`(?<!\d[.,-]?)(?<value>\d{3}[ -]\d{3}|\d{2} \d{2} \d{2}|\d{4}[ -]\d{4}|\d(?:[ -]\d){3,7}|\d{4,8}|[a-z]-\d{6})(?![0-9a-z])`;

const cardSecurityCode = patternFinder(
  'card-security-code',
  new RegExp(
    String.raw`(?:(?<![a-z])c(?:vv|vc|sc|vn|vv2|vc2)2?(?:(?![a-z0-9])|(?=\d{3,4}(?!\d)))|(?:card )?security code|(?<!social )security number|(?<=my |the )(?:3|three)[ -]digits?(?= )|(?:3|three|4|four)[ -]digits? (?:security )?(?:code|number)(?: on the (?:back|front))?|(?:digits|code|number) (?:on|at) the (?:back|front|rear)(?: of (?:my|the) card)?|安全[码碼]|验证值|(?:卡片?)?(?:背面|后面|反面)的?(?:那?[三3][个位]?)?[数數码碼]字?|[后後][三3][位码碼]数?字?|背后三位)(?:[ -]?(?:number|code)|[码碼])?(?: on the back)?${JOINT}(?<!\d[.,-]?)(?<value>\d{3,4}|\d \d \d(?: \d)?|(?:(?:zero|one|two|three|four|five|six|seven|eight|nine)[ -]?){3,4}(?<![ -]))(?![0-9a-z])${NO_UNIT}`,
    'dgu',
  ),
);
const cardSecurityCodeBefore = patternFinder(
  'card-security-code',
  /(?<![\d.,/-])(?<value>\d{3,4})\s{0,2}(?:(?:is|was|=) (?:my|the) (?:cvv|cvc|csc|security code)|[(（]?(?:cvv2?|cvc2?)[)）](?![a-z])|(?:is |are )?on the back(?! \d)|(?:是|为)(?:卡的?)?(?:cvv|cvc|安全码))/dgu,
);
/** American Express calls it so, and others a customer: right after a card only. */
const cardId = patternFinder(
  'card-security-code',
  /(?<=\d{4}[^\n]{0,24})(?<![a-z])(?:cid|4dbc)[ :=#]{0,3}(?<value>\d{3,4})(?!\d)/dgu,
);
const ONE_TIME = String.raw`(?:(?<![a-z])(?:otp|totp|tan)(?![a-z])(?: code| password)?|one[- ]time[ -](?:pass)?(?:code|word|pin)?|(?:verification|verify|confirm(?:ation)?|3-?ds|3-?d secure|backup|recovery|authenticat(?:ion|or)|security|sms|text(?: message)?|login|log-?in|sign-?in|access|auth|2fa|mfa|two[- ]factor|2-step|google|email|6[- ]digit|six[- ]digit)(?: (?:verification|auth|authenticator|login|sms))? (?:codes?|pin|otp)|(?:google )?authenticator|验证[码碼]|驗證[码碼]|校[验驗][码碼]|[动動][态態](?:密?[码碼]|口令)|[恢备備][复復用份]代?[码碼]|(?:短信|手机|谷歌|邮箱|邮件)[码碼]|一次性(?:密[码碼]|口令)|双重验证码)`;
const oneTimeCode = patternFinder(
  'one-time-code',
  new RegExp(`${ONE_TIME}${JOINT}${DIGITS}${NO_UNIT}`, 'dgu'),
  isNoYear,
);
const oneTimeCodeBefore = patternFinder(
  'one-time-code',
  new RegExp(
    String.raw`${DIGITS}["”'」)]?\s{0,3}(?:(?:is|was) (?:the|my|your|a) (?:[a-z]{2,14} ){0,2}?(?:code|otp|one[ -]time pass(?:word|code))(?![a-z])|as (?:the |my |a )?(?:[a-z]{2,14} ){0,2}?(?:code|otp)(?![a-z])|(?:[(（【\[]\p{Script=Han}{0,6}|就?是\p{Script=Han}{0,6}|为\p{Script=Han}{0,4}|[这那]个)?(?:验证码|校验码|动态码|動態碼|驗證碼)(?!错|不|无|没|失|过|[:是为]?\s?\d))`,
    'dgu',
  ),
  isNoYear,
);
/** Six digits that were typed in, received or shown, with the name of such a code not far. */
const typedCode = patternFinder(
  'one-time-code',
  /(?:(?:typed?|enter(?:ed)?|input|put in|used|tried|输入了?|填了?|收到)[\s:：]{0,3}(?:in |the |code |says |is ){0,2}(?<value>\d{3}[ -]?\d{3})(?![\d.,]*\d)(?!\s?(?:usd|btc|eth|eur|元|块))(?=[^\n\d]{0,30}(?:code|otp|2fa|验证码))|(?<![a-z0-9])(?:2fa|mfa|sms)(?: (?:code|says|shows|is|was))?[:\s]{1,3}(?<code>\d{3}[ -]?\d{3})(?!\d)|(?:code|otp|验证码|校验码|动态码)[^\d\n]{0,24}?(?:gave|told|sent|read|给了?|报了?|发了?|告诉了?|说了?)\s?(?:him|her|them|it|you|他们?|她|对方)?[:：\s]{0,2}(?<told>\d{6})(?!\d)|(?<![a-z])my code (?:is|was)[:\s]{1,2}(?<mine>\d{4,8})(?![\d.])|(?<!pass[a-z ]{0,16}|密码\S{0,6})(?:6|six)[ -]digits?(?: (?:code|number|pin))?(?: (?:is|was|i got|are))?[:\s]{1,3}(?<digits>\d{3}[ -]?\d{3})(?!\d)|(?<![a-z])use (?<use>\d{4,8}) (?:to|for) (?:verify|verification|log|sign|confirm|complete|authenticat|access)|(?<number>\d{6})\s?[这那]个(?:验证码|校验码))/dgu,
);
/** Letters and digits in turn, where words and numbers have one or the other: "验证码 A8K2P9", "backup code 1f3k-9x2p". */
const mixedCode = patternFinder(
  'one-time-code',
  new RegExp(
    String.raw`${ONE_TIME}s?(?:\s?(?:is|was|[:=]|是|为))?[\s:"“'「『【\[(]{0,3}(?<value>[a-z0-9]{4,10}(?:-[a-z0-9]{4,6}){0,3})(?![a-z0-9])`,
    'dgu',
  ),
  (value) => /\d.*\d/.test(value) && (value.match(/[a-z](?=-?\d)|\d(?=-?[a-z])/gi)?.length ?? 0) >= 2,
);
/** Backup codes come in rows: each after the one that is named. */
const moreCodes = patternFinder(
  'one-time-code',
  /(?:backup|recovery) codes?[^\n\d]{0,24}\d{4}[ -]?\d{4}[\s,;]{1,3}(?<value>\d{4}[ -]?\d{4}(?:[\s,;]{1,3}\d{4}[ -]?\d{4}){0,12})(?!\d)/dgu,
);
/** The word for code left out: "verification 482913", "短信收到的是482913", "码是482913". */
const shortNamedCode = patternFinder(
  'one-time-code',
  /(?:(?<![a-z])verification[: ]{1,2}|短信(?:里|上)?(?:收到|发来|显示)?的?[是为:]\s?|(?<![请荐编代条维号密惠换区列错误机活款识])码[是为:]\s?)(?!20[0-3]\d(?:0[1-9]|1[0-2]))(?<value>\d{3} ?\d{3})(?![\d.,/-]*\d)(?!\s?(?:usd|btc|eth|eur|元|块|年))/dgu,
);
/** A code without its full name: six digits, and no word before it that makes it another kind of code. */
const someCode = patternFinder(
  'one-time-code',
  new RegExp(
    String.raw`(?<!(?:error|status|errno|错误)[^\n]{0,4})(?:(?<!\p{L}\s?)|(?:\b(?:the|my|your) (?!error|err|promo|zip|post|area|country|dial|sort|swift|bank|refer|invite|invit|gift|coupon|discount|voucher|tracking|order|status|exit|qr|bar|hs|tax|source|product|item|merchant|mcc|response|decline|reason|activation|dress|color|colour|model|store|branch|pass|key|postal|city|currency|product)[a-z]{2,14} )|(?:\b(?:the|my|your|this|their|a|enter|entered|typed|got|get|received|with) ))codes?${JOINT}(?<value>\d{3}[ -]?\d{3})(?![0-9a-z])${NO_UNIT}`,
    'dgu',
  ),
);

const FINDERS: readonly PatternFinder<'card-security-code' | 'one-time-code'>[] = [
  // "CVV is four two seven"
  cardSecurityCode,
  ...[
    cardSecurityCodeBefore,
    cardId,
    oneTimeCode,
    oneTimeCodeBefore,
    typedCode,
    mixedCode,
    moreCodes,
    shortNamedCode,
    someCode,
  ].map(withDigits),
];

/** Codes that are good for one payment or one login, where the words beside them say what they are. */
export const findCodes: Finder<'card-security-code' | 'one-time-code'> = inTurn(FINDERS);

function isNoYear(value: string): boolean {
  return !/^(?:19|20)\d\d$/.test(value);
}
