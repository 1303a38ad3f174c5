import { inTurn, patternFinder } from './pattern.ts';

const SAYS = String.raw`(?:\s?(?:is|was|[:=]|是|为|叫))?[\s:]{0,3}`;
/** Services on which people are found by a name; what follows in prose about them has no digit or underline in it. */
const SERVICE = String.raw`(?<![a-z0-9])(?:telegram|tg|discord|instagram|insta|ig|twitter|skype|kakao(?:talk)?|snapchat|facebook|messenger|viber|threads|tiktok|wechat|weixin|vx|wx|line(?=\sid))(?![a-z0-9])|微信|電報|电报|推特|抖音|小红书|微博|飞书|钉钉|加我?v`;
const WHAT = String.raw`(?:\s?(?:id|handle|user\s?name|account|nick(?:name)?)|号码?|账号|用户名|昵称)?`;

const named = patternFinder(
  'handle',
  new RegExp(
    String.raw`(?:${SERVICE})${WHAT}${SAYS}(?:@(?<marked>[a-z_][\w.]{2,31})|(?<tagged>[a-z][\w.]{1,31}#\d{4})(?!\d)|(?<live>live:[\w.-]{3,40})|(?<own>[a-z][\w.-]{4,31}))(?![\w-])`,
    'dgu',
  ),
  // "telegram support", "wechat payment" and "discord.com" are words and places.
  (value) => (/[\d_]|^live:|#/.test(value) ? !/\.(?:com|gg|me|net|org|io|cn)\b/i.test(value) : false),
);
/** Said to be a name outright: a word will do. */
const outright = patternFinder(
  'handle',
  new RegExp(
    String.raw`(?:(?:${SERVICE})\s?(?:id|handle|user\s?name|nick(?:name)?|号|账号|用户名)(?:\s?(?:[:=]|是|为|is)[\s:]{0,3}|\s(?=\S{0,30}[\d_]))|(?:${SERVICE})${WHAT}${SAYS}(?=@))(?<value>@?[a-z_][\w.-]{2,31})(?![\w-])`,
    'dgu',
  ),
  (value) => !/^(?:not|is|was|the|a|my|it|in|on|and|blocked|banned|wrong|missing|unknown)$/i.test(value),
);
const qq = patternFinder(
  'handle',
  /(?<![a-z])(?:qq|扣扣)(?:号码?|群)?(?:\s?(?:is|[:=]|是|为))?[\s:]{0,3}(?<value>[1-9]\d{4,10})(?!\d)/dgu,
);

/** What people are found by elsewhere: WeChat, QQ, Telegram and the like. */
export const findHandles = inTurn<'handle'>([named, outright, qq]);
