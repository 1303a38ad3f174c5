import type { Finder, Finding } from './secret.ts';
import { named } from './westernName.ts';

/** Capitalised words that stand where names do: houses, networks, services, what a desk calls itself. */
const NO_NAME = String.raw`(?!(?:The|My|Your|Our|Their|This|That|It|I|We|You|And|But|For|From|In|On|At|To|Not|No|Yes|If|So|Please|Thanks|Thank|Support|Customer|Service|Services|Care|Help|Team|Desk|Agent|Staff|Manager|Bank|Card|Cards|Wallet|Account|App|Store|Apple|Google|Android|Samsung|Huawei|Xiaomi|Windows|Chrome|Safari|Visa|Mastercard|Amex|Chase|Revolut|Wise|PayPal|Paypal|Stripe|Binance|Coinbase|Kraken|OKX|Bybit|KuCoin|Kucoin|MetaMask|Metamask|Ledger|Trezor|Phantom|Uniswap|Bitcoin|Ethereum|Solana|Tron|Polygon|Arbitrum|Optimism|Base|Firstline|Telegram|Discord|WhatsApp|Whatsapp|WeChat|Wechat|Twitter|Amazon|eBay|Uber|USD|USDT|USDC|BTC|ETH|TRX|SOL|KYC|ATM|PIN|OTP|API|SMS|FAQ|Hi|Hello|Hey|Dear|Mr|Mrs|Ms|Dr|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Settings|Security|Open|Press|Tap|Go|Order|Ticket|Case|Transaction|Payment|Invoice|English|Chinese|China|America|Europe|Germany|France|Spain|India|London|Paris|Live|Chat|Level|Tier|Technical|Billing|Sales|New|Old|Re)(?![\p{L}]))`;
const PART = String.raw`${NO_NAME}\p{Lu}[\p{L}'’-]+(?![\p{L}])`;
const LINK = String.raw`(?:\s(?:de|da|di|la|van|von|der|den|bin|al|el|del|dos))?`;
const ONE = String.raw`(?<value>${PART}(?:${LINK}\s${PART}){0,2})`;
const TWO = String.raw`(?<value>${PART}(?:${LINK}\s${PART}){1,2})`;

/** Who somebody is to the writer, or what was done with them: one capitalised word is enough. */
const related = named(
  String.raw`\b(?i:my (?:husband|wife|son|daughter|mother|father|mom|mum|dad|brother|sister|friend|colleague|partner|boss|flatmate|neighbou?r|assistant|uncle|aunt|cousin|girlfriend|boyfriend)|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|chatted with|handed (?:it |over )?to|given to|left (?:it )?with|signed for by|(?:agent|driver|courier|advis[eo]r|representative|operator|colleague) (?:named|called)|a (?:guy|man|woman|lady|person) (?:named|called))[ ]${ONE}`,
);
/** After words that houses follow as often, two. */
const reached = named(
  String.raw`\b(?i:call|contact|reach|text|ask for|attention of|cc:?|agent|driver|courier|beneficiary:?|recipient:?|payee:?|sender:?|card ?holder:?|account holder:?|name on (?:the )?(?:card|account)(?: is)?:?|(?:signed|logged) in as|registered (?:to|under)|belongs to|sent(?: to (?:me|us))? by)[ ]{1,2}${TWO}(?=[ ]?(?:[,.;:!?)\n]|$|back|again|please|about|on|at|today|tomorrow|and|who|from|instead|to|said|told|directly))`,
);
/** A closing in the midst of a line: "regards Ingrid Solheim. Please …", "/Marek Dvorak", "— Yusuf Demirci". */
const closed = named(
  String.raw`(?:\b(?i:regards|thx|thanks|cheers|signed|sincerely|yours)[,.!]?[ ]{1,2}|(?:^|[\s.!?])/[ ]?|[—–][ ]?)${TWO}(?=[ ]?(?:[.!,\n]|$))`,
);
const owned = named(String.raw`${TWO}[ ]is my (?:legal |real |full |true )?name(?![a-z])`);
const here = named(String.raw`(?:^|[\r\n.:!?,][ ]{0,3})${TWO}[ ](?:here|speaking)(?=[,.!;\r\n-]|[ ]|$)`);

/** The commonest surnames that begin no ordinary word. */
const SURNAME =
  '王李张刘陈杨赵吴周徐孙朱胡郭林罗郑梁谢宋唐韩邓冯曹彭肖田董潘袁蔡蒋杜叶魏苏吕丁卢姚沈钟姜崔谭陆范汪廖贾夏邹熊孟秦邱侯尹薛闫雷龙史陶贺郝顾龚邵覃戴严莫孔汤康施洪葛樊翁倪颜殷岳齐梅庄辛許張劉陳楊趙吳羅鄭許鄧蘇呂盧鍾譚陸';
const FULL = String.raw`(?!苏州|严重|龙卡|康复|夏天|林业|江苏|周[一二三四五六日天末]|雷电|钟[头后]|史上|温馨|莫名|王牌|叶子|陆续|田地|齐全|施工)(?:(?:欧阳|上官|司马|诸葛|司徒|慕容|东方|皇甫|尉迟|夏侯)[\u4e00-\u9fff]{1,2}|[${SURNAME}][\u4e00-\u9fff]{1,2}|[罗许何黄马高]志?[\u4e00-\u9fff]{2})`;
const chinese = named(
  String.raw`(?:请找|找一下|客服|专员|骑手|快递员|外卖员|店员|柜员|(?:我|和|跟|给)?(?:老公|老婆|丈夫|妻子|太太|女儿|儿子|爸爸|妈妈|父亲|母亲|朋友|同事|室友|邻居|男朋友|女朋友))[ ]?(?<value>${FULL})(?=[,，。;；.!！?？:：、\s]|$|[的说告让给答把帮打来下付签收转代处回]|之前|昨天|今天|刚才|刚刚|上次|已经|先生|女士)`,
);
const inFull = named(
  String.raw`(?:(?:全名|真名|本名)(?:是|为|叫|[:：])?|实名(?:认证)?的?人?(?:是|为|[:：]))[ ]?(?<value>${FULL})(?=[,，。;；.!！?？、\s]|$|先生|女士)`,
);
const undersigned = named(String.raw`(?<![\u4e00-\u9fff])(?<value>${FULL})(?=敬上|谨上|拜上|敬启|谨启)`);
/** What a form asks for: whatever stands there, up to four characters. */
const field = named(
  String.raw`(?:户名|开户名|姓名|持卡人(?:姓名)?|收款人|收件人|发件人|联系人)[:：\s]{1,3}["“「]?(?!不|没|错|是|和|为|信息|地址|姓名|账|未|已)(?<value>[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{2,8})?)(?=["”」<＜,，。;；.\s]|$)`,
);
/** Names with a dot between their parts are transliterated: 阿依古丽·买买提. */
const dotted = named(
  String.raw`(?<![\u4e00-\u9fff])(?<value>[\u4e00-\u9fff]{2,6}[·•・][\u4e00-\u9fff]{2,8})(?![\u4e00-\u9fff])`,
);

/** The head of a quoted mail, wherever its lines went. */
const HEADER =
  /(?:(?:^|\n)[ \t>*]{0,6}(?:From|To|Cc|Bcc|Sent by|Von|An|De)[*]?[ ]?[:：]|发件人[ ]?[:：]|收件人[ ]?[:：]|抄送人?[ ]?[:：]|寄件者[ ]?[:：]|收件者[ ]?[:：])(?<people>[^\n]{1,160})/gu;
const PEOPLE =
  /["“](?<quoted>\p{L}[^"”<>\n]{1,40})["”]|(?<chinese>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?=[ ]?[<＜;；,，]|\s*$))|(?<latin>\p{Lu}[\p{L}'’-]+(?:[ ]\p{Lu}[\p{L}'’.-]*){1,3})|(?<mailed>\p{Lu}[\p{L}'’-]+(?=[ ]?[<＜]))/dgu;

const inHeaders: Finder<'name'> = (text) =>
  [...text.matchAll(HEADER)].flatMap(({ index, 0: whole, groups }) => {
    const people = groups!['people']!;
    const offset = index + whole.length - people.length;
    return [...people.matchAll(PEOPLE)].map(({ indices }): Finding<'name'> => {
      const [start, end] = Object.values(indices!.groups!).find((place) => place !== undefined)!;
      return { kind: 'name', start: offset + start, end: offset + end };
    });
  });

const FINDERS: readonly Finder<'name'>[] = [
  related,
  reached,
  closed,
  owned,
  here,
  chinese,
  inFull,
  undersigned,
  field,
  dotted,
  inHeaders,
];

/** Names of people beside what they did, in the heads of mails and in the fields of forms; see `findNames` for those who present themselves. */
export const findNamesBeside: Finder<'name'> = (text) => FINDERS.flatMap((find) => find(text));
