import type { Clause } from './clauses.ts';

/**
 * Whether a clause tells of lures rather than being one: it warns, denies, reports what others said, or asks. People who
 * warn use the very words of thieves.
 */
export function isAboutLures({ form, isQuestion }: Clause): boolean {
  const text = form.replace(HARMLESS_NEGATION, ' ');
  if (VOUCHES.test(text)) return NEGATION.test(text);
  return NEGATION.test(text) || WARNING.test(text) || REPORT.test(text) || isOwnQuestion(text, isQuestion);
}

/** "I was scammed until she helped me recover it": tells of a thief to recommend the next. */
const VOUCHES =
  /\b(?:helped|assisted) (?:me|my \w+)(?:(?: to)? (?:recover|retrieve|get|trace|reclaim|restore|fix|resolve)|\.?$)|\b(?:got|recovered|returned|retrieved|refunded) (?:back )?(?:all |everything|it all|most of )?(?:of )?(?:my|our) \S+(?: \S+){0,2}(?: back)?|\b(?:anyone|anybody|if you|those|people|victims?)\b.{0,60}\b(?:lost|scammed|defrauded|victim)\b.{0,60}\b(?:contact|get in touch|reach|write|message|consult|dm)\b|帮我(?:追回|找回|拿回|要回)|(?:找|通过|联系).{0,10}(?:追回|找回|拿回)了/u;

/** Whether a clause says that something is not so, or must not be done. */
export function denies(form: string): boolean {
  return NEGATION.test(form.replace(HARMLESS_NEGATION, ' '));
}

/** Whether anything in a post warns or reports: then what stands in quotation marks is somebody else's. */
export function tellsOfLures(clauses: readonly Clause[]): boolean {
  return clauses.some(
    ({ form }) =>
      WARNING.test(form) || REPORT.test(form) || WARNS_IN_CHINESE.test(form) || NAMES_QUOTATION.test(form),
  );
}

/** "Don't worry", "if you have not", "do not hesitate": nothing is denied. */
const HARMLESS_NEGATION =
  /\b(?:don['’]?t|do not|no need to|never) (?:worry|panic|hesitate|mind|be afraid|fret)|\bnot (?:only|sure)|\bif (?:you|it|this|your \w+) (?:\w+ )?(?:(?:have|has|do|does|did|is|are|was) not|haven['’]?t|don['’]?t|didn['’]?t|doesn['’]?t|isn['’]?t|hasn['’]?t)|\bwhy (?:not|don['’]?t you)|\b(?:is|are|was|were|be|been|has|have|had|does|did|do|can|could)(?: not|n['’]?t) (?:\w+ )?(?:validated|synced|synchroni[sz]ed|verified|showing|reflect\w*|working|received|connected|updated|go through|resolved|fixed|yet)|不(?:要|用)(?:担心|着急|慌|急)|别(?:担心|着急|慌|急|怕)|没有?(?:验证|同步|激活|到账|收到|实名|认证|通过)|不(?:同步|到账|显示|成功|通过|冻卡|方便|收费)/gu;

const NEGATION =
  /\b(?:never|don['’]?t|do not|does not|doesn['’]?t|will not|won['’]?t|would not|wouldn['’]?t|should not|shouldn['’]?t|must not|cannot ask|can['’]?t ask|no one|nobody|none of|not (?:share|send|give|click|dm|contact|enter|connect|even|ours|from us|us)|avoid (?:this|these|those|him|her|them|any|such|all|\w+ing)|ignore|stay away|refuse|stop|no need)\b|不要|不能|不会|不可|不得|不需要|不用|别(?!人|的|处)|勿|从不|绝不|切忌|拒绝|没有|杜绝|远离|无需/u;

const WARNING =
  /\b(?:scam(?:s|mers?|ming)?|scam alert|fakes?|phish\w*|fraud\w*|imperson\w*|beware|be careful|careful with|watch out|stay safe|red flags?|reported|reporting|report (?:it|them|him|this|and|such)|ban(?:ned)? (?:him|them|this|please)?|please ban|blocked (?:him|them|and)|(?<!(?:100 ?%|totally|really|very|fully|highly) )legit|is it real|hoax|steals?|thie(?:f|ves)|drain(?:s|ed|er)?|typical|lol|fall for)\b|骗(?!子一样)|假(?:的|客服|冒|网站)|钓鱼|冒充|诈|举报|上当|当心|小心|警惕|谨防|自称|所谓|凡是|套路|盗(?:号|币|取)|提醒/u;

/** 那个“加我微信”的人, the "open a ticket" guy. */
const NAMES_QUOTATION =
  /[”"」] ?(?:的?(?:人|帖子?|链接|消息|话术|那种|这种|之类|账号)|(?:guys?|things?|people|posts?|links?|messages?|accounts?|spam|nonsense|stuff|pages?|bots?)\b)/u;

/** In Chinese, warnings that lures make their own, "其他都是骗子", do not make quotations of the rest. */
const WARNS_IN_CHINESE = /大家|提醒|举报|别上当|有骗子/u;

const THEY =
  '(?:he|she|they|someone|somebody|a guy|this guy|some guy|guy|people|anyone|whoever|some(?:one)? \\w+|an? (?:admin|agent|account|user|bot|man|woman|caller|person|number|mod|member|whatsapp number|stranger)|the (?:admin|agent|account|caller|person|bot|live chat agent|guy|user)|admin|person)';
const REPORT = new RegExp(
  [
    String.raw`\b${THEY}\b.{0,60}\b(?:told|tells|telling|asked|asks|asking|said|says|saying|claims?|claimed|claiming|wants?|wanted|wrote|writes|writing|dm['’]?e?d|messaged|messages|messaging|contacted|called|calls|sent|sends|keeps|kept|tried|offers?|offered|approached|demands?|demanding)\b`,
    String.raw`\b(?:i|we) (?:was|were|got|have been|am being|am|been) (?:told|asked|contacted|messaged|called|approached|dm|added|scammed|tricked|instructed)`,
    String.raw`\b(?:got|received|get|getting|receive) (?:a|an|this|these|another|several|some|many|two|three)?\s?(?:\w+ )?(?:dm|dms|message|messages|mail|email|emails|call|calls|text|texts|sms|letter|invite)\b`,
    String.raw`\b(?:called|messaged|texted|emailed|contacted|wanting|wanted|urging|urged|made|invited|added|inviting|adding|convinced|persuading) me\b`,
    String.raw`\btelling me|told me|asking me|asked me|tells me|because an? \w+`,
    String.raw`\bi (?:entered|typed|pasted|installed|downloaded|trusted|believed|gave|sent(?! (?:you|u)\b)|paid|clicked|connected|validated|shared|installed|transferred|already|did|fell)\b`,
    String.raw`\b(?:i|we) (?:got|received|have got|also got) (?:one|it|this|these|that|something|mail)\b.{0,30}\b(?:from|by|saying)\b`,
    '有人.{0,12}(?:加|找|私|让|说|发|联系|要|叫|告诉|冒)',
    '(?:他|她|他们|对方|那人|这人|这个人|那个人|客服|管理员|群里有人)(?:们)?.{0,10}(?:让|叫|要|跟|对|说|给|骗)我?',
    '(?:让|叫|要求|要|劝|拉)我(?!们?帮)|让(?:先|交|缴|充|转|验证)',
    '(?:冒充|假冒|伪装)',
    '(?:说是|声称|号称|假装)',
    '(?:已经?|刚才?|昨天|后来)(?:联系|找|问|咨询)(?:过|了)?(?:官方|人工|在线|你们的?){0,2}客服(?!微信|薇信|qq|电报|tg|[:：@])',
    '(?:收到|接到).{0,12}(?:电话|短信|消息|私信|邮件|链接)',
    '我(?:按|照|已经|刚|就|在网页|把|都|当时|不小心|点了|填了|转了|加了|给了|输了)',
    '加了(?:那个|他|她|一个)',
    '被(?:骗|盗|拉黑|忽悠)',
  ].join('|'),
  'u',
);

/** The writer's own question or wish. "Have you tried to validate it?" is none. */
function isOwnQuestion(form: string, isQuestion: boolean): boolean {
  if (TO_YOU.test(form)) return false;
  if (OWN_WISH.test(form)) return true;
  return isQuestion || ASKS_IN_CHINESE.test(form);
}

const TO_YOU =
  /\b(?:have you|did you|have u|would you like|do you (?:need|want)|are you (?:still|having)|why don['’]?t you|why not|need (?:any )?(?:help|assistance)|any issues?|(?:can|could|would|will) you (?:\w+ )?(?:send|share|give|provide|confirm|connect|validate|import)|what(?:['’]s| is) your (?:seed|recovery|secret|12|24|private|key)|(?:seed|recovery) phrase of (?:the|your))\b|(?:你|您)(?:把|将|先)|(?:你|您)(?:试|验证|同步|联系|加)?(?:过|了)(?:没|吗)|要不要|需要(?:帮助|协助|的话)/u;
const OWN_WISH =
  /\b(?:(?:can|could|would|will|may) (?:someone|somebody|anyone|anybody|support|an admin|a mod|the team)|(?:if )?any(?:one|body) (?:here|solved|knows?|has|had|else|going|from|with|interested|up for)|i (?:need|want|would like|have to|am trying|tried|try|cannot|can['’]?t|could not|couldn['’]?t)|how (?:do|can|long|did|does|much)|where (?:do|is|can)|is there)\b|有(?:没有)?人.{0,14}(?:吗|么|的|去|解决|遇到|知道)|有没有|(?:(?<!(?:教|告诉|帮|带|指导)(?:你|您|大家).{0,4})(?:怎么|如何)|哪里|什么时候|多久|是不是|能不能)(?:.{0,20})(?:吗|呢|？|\?|$)|(?:可以|麻烦).{0,20}(?:吗|呢|？|\?)|麻烦.{0,6}(?:私信|联系|加)我|求(?:助|解|管理|客服|鉴定)|你们(?:的|官|家|是不是|能|会|管|处理|公司|平台|赶|到底|这)|贵(?:司|公司)|请(?:你们|帮我)|(?<!找\S{0,4})帮我(?:看|查|处理|找回|追回|解决)(?:一下|下)?(?:吧|啊|！|!|$)/u;
const ASKS_IN_CHINESE = /(?:吗|么|呢)$|怎么(?:办|样|回事|联系|申请|找)|在哪|是不是|什么时候/u;
