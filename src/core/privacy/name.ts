import { patternFinder } from './pattern.ts';
import type { Finder } from './secret.ts';

/** These stand where names do, and are none. */
const NO_NAME = String.raw`(?!(?:Dear|Team|Support|Sir|Madam|There|All|Everyone|Customer|Webmaster|Admin|Hiring|Mr|Mrs|Ms|Miss|Dr|Prof)\b)`;
const PART = String.raw`\p{Lu}(?:[\p{L}'’-]+|\.)?`;
/** One to three capitalised words, with the small ones that Dutch, German, Spanish or Arabic names put in between. */
const NAME = String.raw`(?<value>${NO_NAME}\p{Lu}[\p{L}'’-]+(?:(?: (?:de|da|di|la|van|von|der|den|ten|bin|al|el)){0,2} ${PART}){0,2})`;
const TITLE = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.? )?`;
const LINE_ENDS = String.raw`(?=[ \t]{0,5}(?:\n|$|[,/|]))`;

/** Names where people put them. The case of the letters tells a name from a word, so the text is not folded. */
const named = (pattern: string): Finder<'name'> =>
  patternFinder('name', new RegExp(pattern, 'dgu'), () => true, String);

const introduced = named(String.raw`(?i:my name is|\bname:)[ \t]{1,3}${TITLE}${NAME}`);
/** "I am Still Waiting" is none: here it takes two words, and what follows must not be a third. */
const presented = named(
  String.raw`\b(?i:this is|i am|i'm) (?<value>${NO_NAME}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2})(?=[,.!;\n]|\s{0,3}$)`,
);
const signed = named(
  String.raw`\b(?i:regards|thanks|thank you|cheers|best|sincerely|yours|br)[,.!]?(?:[ \t]{0,20}\n\s{0,20}|[ \t]{1,3})${TITLE}${NAME}${LINE_ENDS}`,
);
/** After a dash on a line of its own, or after the long dash of Chinese letters. */
const dashed = named(
  String.raw`(?:(?:^|\n)[ \t]{0,5}[—–-]{1,2}|——)[ \t]?${NAME}(?=(?:, ?[\p{L} ]{1,30})?[ \t]{0,5}(?:\n|$))`,
);
const greeted = named(
  String.raw`(?:^|\n)[ \t]{0,20}(?i:dear|hi|hello|hey) ${TITLE}${NAME}(?=[ \t]{0,5}[,!.\n])`,
);

/** The surnames of about nine Chinese in ten; others are left standing rather than every word after 我叫 taken. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常張劉陳楊黃趙吳孫馬羅鄭許鄧馮葉蘇呂盧鍾譚陸範';
const ENDS = String.raw`(?=[,。、;；，.(（\s]|$)`;
const chinese = named(
  String.raw`(?:我叫|我是(?=.{2,3}[,。、\s，.]|[^,。]{2,3}$)|姓名[:：]?\s{0,5}|本人|户名[:：]?\s{0,5}|持卡人[:：]?\s{0,5})(?<value>[${SURNAMES}][\u4e00-\u9fff]{1,2})${ENDS}`,
);
const chineseSurname = named(String.raw`(?<!贵)姓(?<value>[${SURNAMES}])${ENDS}`);

const FINDERS: readonly Finder<'name'>[] = [
  introduced,
  presented,
  signed,
  dashed,
  greeted,
  chinese,
  chineseSurname,
];

/** The names of people, where they introduce themselves, sign, or greet. */
export const findNames: Finder<'name'> = (text) => FINDERS.flatMap((find) => find(text));
