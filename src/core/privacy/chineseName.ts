import { CONTACT_LINE, named } from './westernName.ts';
import type { Finder } from './secret.ts';

/** The surnames of about nine Chinese in ten; others are left standing rather than every word after 我叫 taken. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常张劉陳楊黃趙吳孫馬羅鄭許鄧馮葉蘇呂盧鍾譚陸範汤温康施洪葛章柳樊翁安倪颜殷岳齐梅庄辛管祝左涂谷祁时舒耿牟詹关苗凌费纪靳盛童欧甄项曲成游阳裴席屈鲍覃霍翟甘景薄单包司柏宁柯阮桂闵解车';
const COMPOUND = '欧阳|上官|司马|诸葛|司徒|慕容|东方|皇甫|尉迟|夏侯';
const GIVEN = String.raw`[\u4e00-\u9fff]`;
const FULL = String.raw`(?:(?:${COMPOUND})${GIVEN}{1,2}|[${SURNAMES}]${GIVEN}{1,2})`;
/** Not a name: 我是马上…, 我是高级用户, 我是于昨天, 我是何时 … */
const NO_CHINESE_NAME = String.raw`(?!马上|高级|高中|于[今昨前]|何[时必以处种]|方[便才法]|任[何务意]|万一|成[功年都为]|常[见用在]|向[你您客]|时[候间]|关[于闭]|单[笔独位]|包[含括]|安[全卓装徽]|解[决锁释]|管理|谷歌|金额|钱包|石油|江苏|江西|白天|白[名色]|黄[金色]|高[铁速]|广[东西]|黑龙|史上|武汉|温州|宁[波夏]|洪水|苏州|杭州|程序|许多|曾经|左右|费用|项目|盛大|游戏|阳光|成员|车[主辆]|余额|周[一二三四五六日末天期边围转年]|谢谢|谢[了啦过]|时[恢才会就能不可无没显出提常]|常[常规]|安[心静]|明[白明天])`;
const ENDS = String.raw`(?=[,。、;；，.(（!！?？:：~\s\d]|$|[的是在想要有你您我，]|本人|手机|电话|身份证|先生|女士|微信|邮箱|账[号户]|卡号)`;
const chinese = named(
  String.raw`(?:我叫|我是(?:你们的?|贵[司方]的?)?(?:用户|客户|会员|机主|户主|持卡人)|这[里边]是(?=.{2,4}本人)|我的?(?:名字|姓名)(?:叫|是)|名字(?:叫|是)|[我您]?叫(?=.{2,4}(?:[,。，.、\s]|$))|我是(?=.{2,4}[,。、\s，.！!:：]|[^,。]{2,4}$)|(?:收款人|付款人|汇款人|开户人|户主|机主|联系人|申请人|收件人|姓名|真实姓名|户名|持卡人|开户名|署名|落款)(?:是|为|叫)?[:：]?\s{0,5}|本人(?:叫|是)?[:：]?\s{0,2}|此致[\s\S]{0,6}敬礼[!！。]?\s{0,10}|(?:谢谢|感谢|多谢|祝好|顺祝商祺|盼复|敬上)(?:[!！。,，~]?[ \t]{0,5}(?:\n\s{0,10}|——\s?|[ \t])|[,，]\s?(?=.{2,3}$)))${NO_CHINESE_NAME}(?<value>${FULL})${ENDS}`,
);
/** After what says outright that a name comes, one of more than a surname's list: 我叫阿依古丽·买买提. */
const chineseOther = named(
  String.raw`(?:我叫|我的(?:名字|姓名)(?:叫|是))(?!什么|啥|不|做|客服|人工|你|他)(?<value>${GIVEN}{2,4}(?:·${GIVEN}{2,6})?|[A-Za-z]{2,15}(?: [A-Za-z]{2,15})?)(?=[,。;；，.(（!！:：]|\s|$)`,
);
const chineseSurname = named(
  String.raw`(?<!贵)(?:免贵)?姓(?<value>${COMPOUND}|[${SURNAMES}])(?![名氏])(?=[,。、;；，.(（\s!！叫名]|$)`,
);
/** After a greeting, too: "您好张先生". */
const chineseTitled = named(
  String.raw`(?:(?<![\p{Script=Han}])|(?<=[您你]好|尊敬的|亲爱的|请问|谢谢|感谢|麻烦))(?<value>[${SURNAMES}]${GIVEN}{0,2}?)(?:先生|女士|小姐|经理|老师)(?=[,，:：。！!、\s]|您?好|$)`,
);
/** As colleagues and friends call one another: 小王你好, 李姐，… */
const chineseFamiliar = named(
  String.raw`(?:^|[\r\n，,。.!！\s])(?<value>(?!小[白黄时包车金钱程马费常计]|老[钱金])[小老][${SURNAMES}](?=[你您]好|[，,：:!！])|[${SURNAMES}](?:姐|哥|总|工|叔|阿姨|师傅|主任|老板)(?=[你您]好|[，,：:!！]))`,
);
/** After a Western greeting: "Dear 李娜", "Hi 小明，". */
const chineseGreeted = named(
  String.raw`(?:^|[\r\n，。！])\s{0,5}(?i:dear|hi|hello|hey|嗨|哈喽)[ ,，]?${NO_CHINESE_NAME}(?!小[编二助姐伙客店])(?<value>${FULL}|[小老阿]${GIVEN})(?=[，,：:！!\s]|$)`,
);
const chineseLetter = named(
  String.raw`(?:^|[\r\n])\s{0,5}(?:尊敬的|亲爱的)(?<value>${FULL})(?=[:：,，\s]|先生|女士|您)`,
);
const chineseDashed = named(
  String.raw`(?:——|(?:^|[\r\n])\s{0,5}[-—]{1,2})\s?(?<value>${FULL})\s{0,5}(?=[\r\n]|$)`,
);
/** The name of a person in a line of its own at the end, perhaps with how to reach them. */
const chineseSigned = named(
  String.raw`[\r\n]\s{0,8}${NO_CHINESE_NAME}(?<value>(?:${COMPOUND})${GIVEN}{1,2}|[${SURNAMES}]${GIVEN}{1,2})(?:敬上|上)?[ \t]{0,5}(?:[\r\n]\s{0,5}\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)?(?:[\s|]\s{0,5}${CONTACT_LINE}[ \t]{0,5}){0,2}\s{0,5}$`,
);

/** Chinese names, where people introduce themselves, sign, or are greeted. */
export const CHINESE_FINDERS: readonly Finder<'name'>[] = [
  chinese,
  chineseOther,
  chineseSurname,
  chineseTitled,
  chineseFamiliar,
  chineseGreeted,
  chineseLetter,
  chineseDashed,
  chineseSigned,
];
