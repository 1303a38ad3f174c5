import { patternFinder } from './pattern.ts';
import type { Finder } from './secret.ts';

/** These stand where names do, and are none. */
const NO_NAME = String.raw`(?!(?:NOT|STILL|VERY|THE|MY|Dear|Sirs|Team|Support|Sir|Madam|There|All|Everyone|Customer|Webmaster|Admin|Hiring|Mr|Mrs|Ms|Miss|Dr|Prof|Guys|Folks|Again|Firstline|Wallet|Help|Service|Agent|Staff|Manager|Friend|Friends|Buddy|Bro|Man|Mate|Hello|Hi|Hey|Please|Thanks|Thank|The|This|That|It|I|My|We|You|Your|And|But|For|From|In|On|At|Not|No|Yes|So|What|Why|How|When|Where|Who|Can|Could|Just|Still|Is|Are|Was|Regarding|Re|About|Urgent|Order|Card|Account|Sent|Cheers|Regards|Best|Kind|Sincerely|Android|Google|Apple|Binance|Metamask|MetaMask|Ledger|Trezor|Bitcoin|Ethereum|Tron|USDT|USDC|BTC|ETH|TRX|SOL|Mac|iPhone|Windows|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)(?![\p{L}]))`;
const PART = String.raw`\p{Lu}(?:[\p{L}'’-]+|\.)?`;
/** One to four capitalised words, with the small ones that Dutch, German, Spanish or Arabic names put in between. */
const NAME = String.raw`(?<value>${NO_NAME}(?:\p{Lu}\. ?){0,2}\p{Lu}[\p{L}'’-]+(?:(?:[ ](?:de|da|di|la|van|von|der|den|ten|bin|al|el|del|dos)){0,2}[ ]${NO_NAME}${PART}){0,3})`;
const TITLE = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.? )?`;
const LINE_ENDS = String.raw`(?=[ \t]{0,5}(?:[\r\n]|$|[,/|<(]))`;
/** What ends a name within a sentence: a sign, a verb, another phrase. */
const STOPS = String.raw`(?=[ \t]{0,3}(?:[,.!;:?)(<–—-]|[\r\n]|$|(?:here|from|again|speaking|and|my|i|i'm|i've|with|writing|the|account|calling|your|but|a|an|how|on|having)\b))`;

/** Names where people put them. The case of the letters tells a name from a word, so the text is not folded. */
const named = (pattern: string): Finder<'name'> =>
  patternFinder('name', new RegExp(pattern, 'dgu'), () => true, String);

/** Where it is said outright, a name may be in lower case. */
const introduced = named(
  String.raw`\b(?i:my (?:full |first |last |sur|legal |real )?name(?:'s| is| =|:)|name is|(?:full |first |last |account |card ?|sur)?(?:name|holder)(?: on (?:the )?(?:card|account))?[:=]|card ?holder(?: name)?|on behalf of|call me|the name's|under the name(?: of)?|(?:account|card) (?:holder|owner) is|known as|surname is)[ \t]{1,3}["'“]?${TITLE}${NAME}`,
);
const introducedLower = named(
  String.raw`\b(?i:my (?:full |first |last )?name(?:'s| is))[ \t]{1,3}(?!(?:not|wrong|on|in|the|is|was|spelled|spelt|incorrect|correct|misspelled|missing|different|too|to|also|still|already|there|showing|shown|written|printed|displayed|a|an|my|it|now|back|when|if|as|at|by|so|asap|please|today|tomorrow|later|immediately|anytime|soon|right|no|crazy|old|stupid|paranoid|again|and|or|but)\b)(?<value>\p{Ll}{2,15}(?:[ ]\p{Ll}{3,15})??)(?=[ \t]{0,3}(?:[,.!;:)]|[\r\n]|$|(?:and|i|my|from)\b))`,
);
/** "I am Still Waiting" is none: "I am" takes two words, and what follows must not be a third. */
const presented = named(
  String.raw`\b(?i:i am|i'm|im) (?<value>${NO_NAME}\p{Lu}[\p{L}'’-]+(?: ${NO_NAME}\p{Lu}[\p{L}'’-]+){1,2})(?=[,.!;\n]|\s{0,3}$|\s(?:and|from|my|the|a)\b)`,
);
const thisIs = named(
  String.raw`(?:^|[\r\n,.!?;:]\s{0,3}|\b(?i:hi|hello|hey|morning|afternoon|evening|day|there|all|team)[,.!]?[ \t]{1,2})(?i:this is|it's me,?|it's|its|it is|i am|i'm|im)[ \t]${TITLE}${NAME}(?!['’]s|\s\d)${STOPS}`,
);
const speaking = named(
  String.raw`(?:^|[\r\n,.!]\s{0,3}|\b(?i:hi|hello|hey)[,.!]?[ \t]{1,2})${NAME}[ \t](?i:here|speaking)(?=[,.!;\r\n-]|$)`,
);
const signed = named(
  String.raw`\b(?i:regards|thanks|thank you|thx|cheers|best|best wishes|wishes|sincerely|faithfully|truly|respectfully|yours|br|rgds|love|greetings|appreciated|in advance|so much|very much|a lot|sent by|signed)(?: (?:mate|guys|all|from|team))?[,.!:-]*(?:[ \t]{0,20}[\r\n]\s{0,20}|[ \t]{1,3})(?:[-–—~][ \t]?)?${TITLE}${NAME}${LINE_ENDS}`,
);
/** At the very end after a closing, also in lower case: "thanks, tom". */
const signedLower = named(
  String.raw`\b(?<!\bno )(?i:regards|cheers|sincerely|best wishes|thanks|thank you|thx)[,.!]+\s{1,5}(?!(?:the|team|support|guys|all|everyone|please|bye|i|and|waiting|again|asap|sir|madam|in|for|a|so|very|help|mate|bro|man|buddy|folks|friend|friends|hi|hello|ok|okay|anyway|still|now|pls|plz|no|yes|it)\b)(?<value>\p{Ll}{2,12}(?:[ ]\p{Ll}{2,12})?)\s{0,5}$`,
);
/** After a dash on a line of its own, or after the long dash of Chinese letters. */
const dashed = named(
  String.raw`(?:(?:^|[\r\n])[ \t]{0,5}[—–~-]{1,2}|——|[.!?]\s{1,2}[—–~-]{1,2})[ \t]?${NAME}(?=(?:, ?[\p{L} ]{1,30})?[ \t]{0,5}(?:[\r\n]|$))`,
);
const greeted = named(
  String.raw`(?:^|[\r\n])[ \t]{0,20}(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening)|to|attn:?)[ \t,]{1,3}${TITLE}${NAME}(?=[ \t]{0,5}(?:[,!.:\r\n–—-]|$|(?:and|i|my|thanks|thank)\b))`,
);
const titled = named(
  String.raw`\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?<value>\p{Lu}[\p{L}'’-]+(?:[ ]\p{Lu}[\p{L}'’-]+){0,2})`,
);

/** The surnames of about nine Chinese in ten; others are left standing rather than every word after 我叫 taken. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常张劉陳楊黃趙吳孫馬羅鄭許鄧馮葉蘇呂盧鍾譚陸範汤温康施洪葛章柳樊翁安倪颜殷岳齐梅庄辛管祝左涂谷祁时舒耿牟詹关苗凌费纪靳盛童欧甄项曲成游阳裴席屈鲍覃霍翟甘景薄单包司柏宁柯阮桂闵解车';
const COMPOUND = '欧阳|上官|司马|诸葛|司徒|慕容|东方|皇甫|尉迟|夏侯';
const GIVEN = String.raw`[\u4e00-\u9fff]`;
const FULL = String.raw`(?:(?:${COMPOUND})${GIVEN}{1,2}|[${SURNAMES}]${GIVEN}{1,2})`;
/** Not a name: 我是马上…, 我是高级用户, 我是于昨天, 我是何时 … */
const NO_CHINESE_NAME = String.raw`(?!马上|高级|高中|于[今昨前]|何[时必以处种]|方[便才法]|任[何务意]|万一|成[功年都为]|常[见用在]|向[你您客]|时[候间]|关[于闭]|单[笔独位]|包[含括]|安[全卓装徽]|解[决锁释]|管理|谷歌|金额|钱包|石油|江苏|江西|白天|白[名色]|黄[金色]|高[铁速]|广[东西]|黑龙|史上|武汉|温州|宁[波夏]|洪水|苏州|杭州|程序|许多|曾经|左右|费用|项目|盛大|游戏|阳光|成员|车[主辆]|余额)`;
const ENDS = String.raw`(?=[,。、;；，.(（!！?？:：~\s\d]|$|[的是在想要有你您我，]|手机|电话|身份证|先生|女士|微信|邮箱|账[号户]|卡号)`;
const chinese = named(
  String.raw`(?:我叫|我的?(?:名字|姓名)(?:叫|是)|名字(?:叫|是)|[我您]?叫(?=.{2,4}(?:[,。，.、\s]|$))|我是(?=.{2,4}[,。、\s，.！!:：]|[^,。]{2,4}$)|(?:收款人|付款人|汇款人|开户人|户主|机主|联系人|申请人|收件人|姓名|真实姓名|户名|持卡人|开户名|署名|落款)(?:是|为|叫)?[:：]?\s{0,5}|本人(?:叫|是)?[:：]?\s{0,2}|此致[\s\S]{0,6}敬礼[!！。]?\s{0,10}|(?:谢谢|感谢|多谢|祝好|顺祝商祺|盼复|敬上)(?:[!！。,，~]?[ \t]{0,5}(?:\n\s{0,10}|——\s?|[ \t])|[,，]\s?(?=.{2,3}$)))${NO_CHINESE_NAME}(?<value>${FULL})${ENDS}`,
);
/** After what says outright that a name comes, one of more than a surname's list: 我叫阿依古丽·买买提. */
const chineseOther = named(
  String.raw`(?:我叫|我的(?:名字|姓名)(?:叫|是))(?!什么|啥|不|做|客服|人工|你|他)(?<value>${GIVEN}{2,4}(?:·${GIVEN}{2,6})?|[A-Za-z]{2,15}(?: [A-Za-z]{2,15})?)(?=[,。;；，.(（!！:：]|\s|$)`,
);
const chineseSurname = named(
  String.raw`(?<!贵)(?:免贵)?姓(?<value>${COMPOUND}|[${SURNAMES}])(?![名氏])(?=[,。、;；，.(（\s!！叫名]|$)`,
);
const chineseTitled = named(
  String.raw`(?<![\p{Script=Han}])(?<value>[${SURNAMES}]${GIVEN}{0,2}?)(?:先生|女士|小姐|经理|老师)(?=[,，:：。！!、\s]|您?好|$)`,
);
const chineseLetter = named(
  String.raw`(?:^|[\r\n])\s{0,5}(?:尊敬的|亲爱的)(?<value>${FULL})(?=[:：,，\s]|先生|女士|您)`,
);
const chineseDashed = named(
  String.raw`(?:——|(?:^|[\r\n])\s{0,5}[-—]{1,2})\s?(?<value>${FULL})\s{0,5}(?=[\r\n]|$)`,
);
/** The name of a person in a line of its own at the end. */
const chineseSigned = named(
  String.raw`[\r\n]\s{0,8}${NO_CHINESE_NAME}(?<value>(?:${COMPOUND})${GIVEN}{1,2}|[${SURNAMES}]${GIVEN}{1,2})(?:敬上|上)?[ \t]{0,5}(?:[\r\n]\s{0,5}\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)?\s{0,5}$`,
);

const FINDERS: readonly Finder<'name'>[] = [
  introduced,
  introducedLower,
  presented,
  thisIs,
  speaking,
  signed,
  signedLower,
  dashed,
  greeted,
  titled,
  chinese,
  chineseOther,
  chineseSurname,
  chineseTitled,
  chineseLetter,
  chineseDashed,
  chineseSigned,
];

/** The names of people, where they introduce themselves, sign, or are greeted. */
export const findNames: Finder<'name'> = (text) => FINDERS.flatMap((find) => find(text));
