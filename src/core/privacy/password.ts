import { isMixed, isOrdinary, isWords, looksLikePassword } from './passwordShape.ts';
import { inTurn, patternFinder, whereThereIs, withDigits } from './pattern.ts';
import type { Finder } from './secret.ts';

/** As it is written, and as it is mistyped. */
const WORD = String.raw`p(?:a?s{1,3}|asd)[ -]?(?:w(?:[o0ae]?r?|ro|ir|ors)|owr)d|passord|passwort`;
/** Neither a ticket nor a verb. */
const PASS = String.raw`(?<!(?:ly|al|ing|day|year|season|travel|bus|ski|train|rail|lounge|event|gate|to|you|\bi|we|they|not|must|can|could|should|would|may|will|please|if|did) )pass`;
/** What people call what lets them in. A trailing "s", "for …" or "(…)" may follow. */
const ENGLISH = String.raw`(?:(?:${WORD}|pass[ -]?(?:code|phrase|wd)|(?<![a-z])(?:pwd|pswd|psw|pw|${PASS}(?! (?:in|on|to|through|the|a|as) ))|contrase[nñ]a|mot de passe)s?)`;
/** Also in the letters of pinyin, where a sign follows. */
const CHINESE = String.raw`(?:(?<!忘[记了]|重[置设]|修改|找回)(?:密[码碼]|口令)|暗[号號]|(?<![a-z])mi ?ma(?![a-z])|(?<![a-z\d]\s?)mm(?=\s?[:=是]))`;
/** What it is for, or who has it: "password for the app", "password i use", "密码一直". */
const WHOSE = String.raw`(?:\s{1,2}(?:for|to|of|on|in)\s(?:(?:my|the|your|this)\s)?[a-z0-9]{2,20}(?:\s[a-z]{2,12})?|\s{1,2}(?:that\s)?(?:i|you|we|they)(?:'ve|\shave)?\s[a-z]{2,8}(?:\s(?:up|with|in|now|was))?|\s{0,2}[(（][^)）\n]{1,20}[)）]|\s(?:now|still|always|currently))?`;
/** What joins the name to it. */
const SIGN = String.raw`\s{0,3}(?:[:=]|[-=]{1,2}>|→|⇒|-\s)\s{0,3}`;
const SAYS = String.raw`(?:\s{1,3}(?:(?:is|was|are|it's|used to be)(?: (?:set|changed|now) to)?|(?:set|changed) to|(?:should|will|must|can) be|to|as)\s{0,2}(?:just|now|still|simply|actually)?\s{0,2}[:=]?\s{0,3}|'s\s{1,3}|${SIGN}|\s{0,3}\n\s{0,3}|\s{0,3}[“"'\x60](?=[^\s"”'\x60]{4,60}["”'\x60]))`;
const SAYS_CHINESE = String.raw`(?:就?(?:一直|现在|目前|应该|好像)?[是为為](?:我的?)?(?:\p{Script=Han}{0,4}(?=\s?\d{6}))?|[:=]|[-=]>|→|[改设設换換][成为為]?了?|\s?我?(?:自己)?(?:设置?|设定|改|用|填|输入?|写)的?(?:都|就)?(?:[是为成]了?)?)`;
const VALUE = String.raw`(?<value>[!-~£€¥]{4,100})(?![!-~])`;
/** A number followed by one of these is a year or an amount. */
const NO_UNIT = String.raw`(?!\s?(?:[年月日号號位次天个個分秒小元块遍种條条款]|bits?\b|digits?\b|char|letters?\b|times?\b|hours?\b|min|days?\b|attempts?\b|years?\b|usdt?\b|eur|btc|eth|users?\b)|[-/.]\d)`;

/** Where the words only could mean a password, it must look like one. */
const loose = patternFinder(
  'password',
  new RegExp(
    String.raw`(?:${ENGLISH}${WHOSE}${SAYS}|${CHINESE}\s{0,3}(?:${SAYS_CHINESE})?\s{0,3})(?<value>(?![,.;!?)])[!-~£€¥]{4,100})(?![!-~])${NO_UNIT}`,
    'dgu',
  ),
  looksLikePassword,
);
/** With nothing in between but quotes or brackets, only what mixes letters and digits as words do not. */
const bare = patternFinder(
  'password',
  new RegExp(
    String.raw`${ENGLISH}(?:\s{1,3}|\s{0,3}["'“”‘„«‹「『(\[【]{1,2})(?!["'([{<])(?<value>[!-~]{4,60}?)(?=["'“”’»›」』)\]】]{0,2}(?![!-~]))${NO_UNIT}`,
    'dgu',
  ),
  isMixed,
);
/** Or six to eight digits, as long as they are no date and no amount. */
const number = patternFinder(
  'password',
  new RegExp(
    String.raw`(?:${ENGLISH}\s{1,3}|${ENGLISH}\s(?:is|are|of|has)?\s?(?:\d|four|six|eight)[ -]?(?:digits?|numbers?)[:,]?\s{1,2})(?!(?:19|20)\d{2}(?:[01]\d){0,2}(?!\d))(?<value>\d{6,8})(?![0-9a-z])${NO_UNIT}`,
    'dgu',
  ),
);
/** Where they say so plainly, a word that is used for nothing else after "password is" is one. */
const plain = patternFinder(
  'password',
  new RegExp(
    String.raw`(?:${ENGLISH}${WHOSE}(?:\s{1,3}(?:is|was|'s)\s{0,2}[:=]?\s{0,3}|${SIGN})|${CHINESE}\s{0,3}${SAYS_CHINESE}\s{0,3})["'“‘「\x60]?(?<value>[a-z]{5,40})["'”’」\x60]?(?=\s{0,3}(?:$|[\n,.;!?，。；！？)|/]|and\b|but\b|so\b|please\b|can\b|\p{Script=Han}))`,
    'dgu',
  ),
  (value) => !isOrdinary(value),
);
/** Several words: "passphrase: green apple 42". */
const words = patternFinder(
  'password',
  /(?:pass[ -]?phrase\s?(?:is(?=(?:\s[a-z0-9]{2,20}){4})|[:=])|password\s?[:=](?=[^\n.,;]{0,60}\d))\s{0,3}["'“‘「]?(?<value>[a-z0-9]{2,20}(?:[ -][a-z0-9]{2,20}){2,7})(?=["'”’」]?\s{0,3}(?:$|[\n.,;!?。，]))/dgu,
  isWords,
);
/** "hunter2 is my password", "xK9!p是我的密码". */
const before = patternFinder(
  'password',
  new RegExp(
    String.raw`(?<![!-~])(?<value>[!-~]{4,60})\s{1,3}(?:is|was|as)\s(?:my|the|our)\s(?:[a-z]{2,12}\s){0,2}?${ENGLISH}(?![a-z])|(?<![!-~])(?<chinese>[!-~]{4,60})\s{0,2}(?:[这這就]?是|为)我?的?[\p{Script=Han}]{0,4}密[码碼]|(?<=\b(?:tried|typed|entered|used)\s(?:\S{4,40}\s(?:and|or|then)\s){0,2})(?<usual>p[a4@]ssw[o0]rd\d{2,8}[!@#$%^&*]?)(?![!-~]{2})`,
    'dgu',
  ),
  looksLikePassword,
);
/** Every word may be a password: only where something says so behind it need one look. */
const BEFORE_SIGN = /\s(?:is|was|as)\s(?:my|the|our)\s|密[码碼]|ssw[o0]rd\d/;
/** Name and password in one: "login: jo / hunter2", "账号密码 jo abc123". */
const login = patternFinder(
  'password',
  new RegExp(
    String.raw`(?:(?<![a-z.-])(?:login|user(?:name)?|账[号户]|用户名|credentials)(?![a-z])(?:\s?[:：]\s{0,3}|\s(?:is\s)?)[!-~]{2,60}\s{0,3}[/|]\s{0,3}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,40}\s?[:|/]\s?|账号密[码碼]\s?[:：是]?\s{0,3}[!-~]{2,60}\s{1,3})${VALUE}${NO_UNIT}`,
    'dgu',
  ),
  (value) => looksLikePassword(value) && /[a-z]/i.test(value) && !/^\W|[/.@]/.test(value),
);
const LOGIN_SIGN = /login|user|账|用户名|credentials|@/;
const pin = patternFinder(
  'password',
  new RegExp(
    String.raw`(?:(?<![a-z])pin(?:[ -]?(?:code|number|no\.?))?(?![a-z])|pin[码碼]|(?:交易|支付|取款|提现|资金|锁屏|解锁|卡|登[录陆]|手势|钱包)密[码碼]|unlock code|passcode)${WHOSE}(?:${SAYS}|\s{0,3}(?:${SAYS_CHINESE})?\s{0,3})["“]?(?<value>\d{4,8}|\d(?:[ -]\d){3,7})(?![0-9a-z])${NO_UNIT}`,
    'dgu',
  ),
);
const pinBefore = patternFinder(
  'password',
  /(?<![\w.,/-])(?<value>\d{4,8})\s{0,3}(?:(?:is|was) (?:my|the|our) (?:[a-z]{2,8} ){0,2}?(?:pin|passcode|password)(?![a-z])|(?:是|为)(?:我的?)?[\p{Script=Han}]{0,4}(?:密码|PIN))/dgu,
);

const findAny = inTurn<'password'>([
  loose,
  bare,
  withDigits(number),
  plain,
  words,
  whereThereIs(BEFORE_SIGN, before),
  whereThereIs(LOGIN_SIGN, login),
  withDigits(pin),
  withDigits(pinBefore),
]);

/** What people type in to be let in, where the words beside it say what it is. */
export const findPasswords: Finder<'password'> = (text) =>
  findAny(text).map(({ kind, start, end }) => ({
    kind,
    start,
    end: start + text.slice(start, end).replace(/[，。；：！？、）]+$/, '').length,
  }));
