import type { LureRule } from './lureRule.ts';

const SOMEBODY =
  '(?:admin|administrator|mod|moderator|agent|representative|expert|specialist|technician|engineer|developer|dev|manager|hacker|analyst|attorney|lawyer|(?:help|service|tech) ?desk|customer (?:care|service|support)|care|him|her|@\\S{3,})s?';
/** "他加我微信" tells what somebody did. */
const NOT_TOLD_ZH = '(?<![人友他她号理信服]|qq|[男女]的|飞机|突然|单独)';

/** Whom a lure wants people to write to. */
export const CONTACT_RULES: readonly LureRule[] = [
  {
    id: 'write-to-me',
    group: 'ask',
    weight: 2,
    about: 'asks for a private message, or to be added',
    en: [
      '(?:dm|pm|inbox|message|msg|text|write|contact|ping|email|mail|call|whatsapp|telegram|add|hmu|chat) (?:to |with )?me',
      '(?:take|move|continue|discuss|talk about) (?:this|it|that)? ?(?:to|in|into|over to|via|on) (?:the |my |our |a )?(?:dms?|pms?|private|inbox|telegram|whats ?app|a call)|ask me (?:for|how|about)|(?:tag|ping|poke|find|look) me|(?:jump|hop|get) on a (?:quick )?call',
      'hit me up|hmu|add me(?: up)?|(?:^|[,:] ?|please |kindly |just )(?:send (?:a |us a )?)?(?:dm|pm|inbox)(?: now| asap| so| and| to (?:get|resolve|fix)| for (?:help|assistance|support|more|details))',
      '(?:message|contact|dm|pm|text|write|reach|add|call) (?:to )?this (?:account|number|handle|user|page|line|admin|guy|person|email)',
      'reach (?:out )?(?:to )?me',
      '(?:send|drop|shoot|leave) (?:me )?(?:a |an? )?(?:direct |private |quick )?(?:message|dm|pm|text|request)(?: to)?',
      'check (?:your|ur|u) (?:\\w+ )?(?:dms?|pms?|inbox|messages?|requests?)',
      "(?<!who |someone |somebody |they |he |she |guy |people )(?:dm|pm|message|inbox|msg)['’]?(?:e?d) (?:you|u)(?= |$|[,.!:])",
      '(?:sent|send|dropped) (?:you|u) (?:a )?(?:dm|pm|message|private|invite|friend request)',
      '(?:my|the|in) (?:bio|profile)',
      '(?:accept|approve) (?:my|the|it|our)(?: \\w+)?(?: request| invite)?(?= so|$| and|[.,!])',
      '(?:sent|send) (?:you|u) (?:a |an |my )?(?:friend |contact |message )?(?:request|invite)',
      'my dms? (?:is|are) open|(?:come|slide|move|step|hop) (?:in)?to (?:my|the|our|a) (?:private |direct )?(?:chat|dms?|pms?|inbox|messages?)|(?:through|via|in|to) my (?:inbox|dms?|private|direct)',
    ],
    zh: [
      `${NOT_TOLD_ZH}私(?:聊|信)?我|(?:可以|欢迎|直接|请|都能)私(?:聊|信)?(?!密)|私(?:聊|信)(?:咨询|获取|领取|处理|了解)`,
      '有需要的?(?:可以|可|请)?(?:加|联系|找|私|滴|问|推|我)|(?:推|推荐|介绍)给(?:您|你|大家)',
      `${NOT_TOLD_ZH}(?:加|添加)(?:一?下)?我`,
      '(?:加|添加)(?:一?下)?(?:微信?|薇信?|威信|v(?:信|x)?|wx|q(?:q|群)?|扣扣?|飞机|电报|tg|好友|企微|企业微信)',
      `${NOT_TOLD_ZH}(?:联系|找|滴滴?|戳|扣|密)我`,
      '(?:看|点)(?:我|他|她)?的?(?:主页|简介|头像)',
      '(?:微信|薇信|威信|v信|vx|wx|qq|扣扣)(?:号|详谈|咨询|联系|同号)?[:： ]? ?[a-z0-9_-]{5,}',
    ],
  },
  {
    id: 'write-to-them',
    group: 'ask',
    weight: 2,
    about: 'sends people to an "admin", "agent" or "expert"',
    en: [
      `(?:contact|message|msg|dm|pm|text|write|reach out|reach|get in touch|consult|speak|chat|talk|add|email|e-mail|mail|hit up|forward this|report|connect|ask for help) (?:to |with |up with |from )?(?:out to )?(?:[\\w'’/-]+ ){0,4}${SOMEBODY}`,
      '(?:email|message|contact|text|write|dm|reach out to|reach|send) (?:to )?(?:him|her|them)(?= (?:on|at|via|your|now|a|directly|for)|$|[.,!])',
      "use (?:my |this |the |a )(?:\\w+(?:['’]s)? ){0,3}(?:recovery|hacker|tracing|reclaim)(?: (?:service|team|agent|expert|guy|company))?",
      '(?:search|look) (?:for|up) @?\\w+ (?:on|in) (?:telegram|tg|whats ?app|instagram|x|twitter|discord)',
      `${SOMEBODY} (?:will|would|can|is going to|is ready to) (?:assist|help|attend|resolve|fix|guide|sort|contact|reach|handle|rectify)`,
    ],
    zh: [
      '(?:联系|私聊|私信|添加|咨询|寻找|找|加)(?:一?下)?(?:我们)?(?:的|群里|本群|官方|专属|在线|人工|技术|专业|指定|这个|这位|我朋友|vip|售后|平台){1,3}的?(?:客服|团队|人员|渠道)',
      '(?:联系|私聊|私信|添加|咨询|寻找|找|加)(?:一?下)?(?:我们)?(?:的|群里|本群|官方|专属|在线|人工|技术|专业|指定|这个|这位|我朋友|vip|售后|平台){0,3}的?(?:管理员?|技术(?!支持)|专员|工程师|财务|老师|助理|律师|经理|顾问|群主|黑客|专家)',
      '(?:联系|私聊|私信|添加|咨询|找|加)[:： ]?(?:他|她|@)',
      '(?:联系|添加|咨询|找|加|扫码加?)(?:一?下)?\\S{0,6}(?:客服主管|客服微信|客服qq|专线|二维码)',
      '(?:客服|管理员|技术|专员|专人|工程师|后台)(?:会|将|为|来|给)(?:您|你)?(?:协助|处理|办理|解决|对接|服务|跟进|联系)',
    ],
  },
  {
    id: 'write-to-support',
    group: 'ask',
    weight: 1,
    about: 'sends people to "support", which honest answers do too',
    en: [
      "(?:contact|message|text|reach(?: out to)?|write(?: to)?|speak (?:to|with)|chat with|talk to|get in touch with|email|call|dm|consult) (?:[\\w'’/-]+ ){0,4}(?:support|team|assistance|service|official|whats ?app|telegram|unit|department|hotline)",
      '(?:contact|consult|hire|message|dm|text|reach|book|join|try) us',
    ],
    zh: ['(?:联系|咨询|找|问|私聊)(?:一?下)?(?:官方|客服|人工|我们)'],
  },
  {
    id: 'account-given',
    group: 'ask',
    weight: 1.5,
    about: 'gives an account or a number to write to',
    en: [
      '(?:whats ?app|telegram|tele ?gram|tg|we ?chat|signal|skype|line|instagram|ig|snapchat|discord|email|gmail)(?: (?:number|id|support|us|line|admin|username|handle|on|at|via))*[ :.@~-]*(?:\\+?\\d[\\d ()-]{6,}|@?[a-z]\\w{3,}[_\\d]\\w*|@\\w{4,}|live:\\S+)',
    ],
    zh: [
      '(?:微信|薇信?|威信|v信|电报|飞机|扣扣|qq群?)(?:号|客服|联系|咨询|详谈|同号|找)?[:：@ ]{0,3}(?:[a-z][\\w-]{4,}|\\d{6,})',
      '(?<![a-z])(?:vx|wx|tg|telegram|whatsapp|skype)(?:号|客服|联系|咨询)?(?:[:：@]{1,2} ?[a-z][\\w-]{4,}|[:： ]{0,2}[a-z]*[_\\d][\\w-]{4,})',
      '客服(?:微信|电报|飞机|tg|telegram|qq|扣扣|whatsapp)',
    ],
  },
];
