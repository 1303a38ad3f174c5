import type { LureRule } from './lureRule.ts';

/** What a lure promises or threatens. */
export const BAIT_RULES: readonly LureRule[] = [
  {
    id: 'promises-help',
    group: 'bait',
    weight: 1,
    about: 'promises that somebody solves it',
    en: [
      "(?:i|we|he|she|they|who|someone|one)(?:'ll|’ll| can| will| could| would| am able to)? (?:still )?(?:help|assist|resolve|fix|guide|sort|solve|direct|rectify|show|attend|put you|walk you|handle|look into|check it|check your|open a case|pull)",
      '(?:i|we) know (?:someone|somebody|a guy|a team|who|how to fix)|(?:still )?need (?:any )?help|solved (?:that|it|this|mine)|sorted out',
      '(?:respond|reply|replies|answer|attend)s? (?:\\w+ )?(?:instantly|fast|quickly|immediately|in minutes)|(?:takes?|in|within) (?:just |only )?\\d+ ?(?:min|minutes|mins|hours?)|came back|(?:i|we) (?:will |can |)?show (?:u|you) how',
      'let (?:me|us) (?:help|guide|assist|show|check|look|walk|handle|fix)',
      '(?:get|have|got) (?:it|this|that|your \\w+|mine|the \\w+) (?:fixed|resolved|rectified|sorted|solved|restored|back)',
      '(?:so|and|then|where) (?:that )?(?:your|the|this) (?:\\w+ ){0,2}(?:can|will|would|could) be (?:resolved|fixed|rectified|released|restored|credited|sorted|reflect)',
      '(?:for|get|receive|need|request|quick|immediate|further|proper|more) (?:\\w+ )?(?:assistance|support|help|rectification|resolution|solution|guidance|recovery)',
      '(?:sent|have|send|got) (?:you )?(?:the |a )?(?:solution|guide|steps)',
      '(?:will|would|going to) (?:\\w+ )?(?:reflect|show up|appear|be restored|be released|be credited|sort|resolve|assist|attend)',
      '(?:fixed|resolved|solved|sorted|worked) (?:mine|it|via|through|with|for me|in \\d)',
      'sort it out|fast|asap|24/7|instantly|within (?:minutes|\\d+ (?:hours?|minutes?|mins?))',
    ],
    zh: [
      '(?:帮|教|替|协助|指导|带)(?:您|你|大家)',
      '(?:专人|专业|一对一|技术在线|快速|优先|马上|立刻|几分钟|五分钟|秒)(?:解决|处理|办理|对接|搞定|弄好|到账|解冻|服务)?',
      '(?:协助|帮忙)(?:您|你)?(?:处理|解决|验证|登记|找回)',
      '(?:就|即可|就能|会)(?:恢复|好了|显示|到账|解决|正常)',
      '(?:有|懂|走)(?:内部|特殊|专门)?(?:渠道|门路|办法|技术|关系)|教(?:您|你)一招|(?:\\d+|一|两|几|五|十)分钟',
      '24 ?小时(?:在线|服务|客服)|(?:解决|处理)(?:办法|方法|方案)|(?:给|帮|教)(?:您|你)(?:远程)?(?:看|弄|处理|把)|恢复|(?:分钟|小时)(?:内)?(?:搞定|解决|处理|到账)|原路退回|自动(?:释放|解除|到账)',
      '(?:联系|处理|办理|解决)(?:即可|就行|就好)',
    ],
  },
  {
    id: 'recovers-funds',
    group: 'bait',
    weight: 2,
    about: 'promises to get stolen or lost coins back',
    en: [
      '(?:recover|retriev|reclaim|trace|get|got|getting|return)\\w* (?:back )?(?:\\w+ ){0,4}(?:lost|stolen|scammed|funds|crypto|coins?|money|assets|everything|investment|tokens)(?: back)?',
      '(?:tracing|retriev\\w+|recover\\w*|reclaim\\w*) (?:and (?:tracing|retriev\\w+|recover\\w*) )?(?:stolen|lost|scammed)|recovered (?:my|her|his|their|our|all)|no upfront',
      '(?:recovery|reclaim|retrieval) (?:expert|agent|specialist|service|team|firm|agency|hacker|company|pro)',
      '(?:ethical|certified|professional|white[- ]hat) (?:hacker|recovery)|hacker friend|(?:pulls?|brings?|gets?|pulled|brought) back (?:\\w+ )?(?:stolen|lost|scammed|your|my)|(?:money|coins?|funds|crypto) (?:that )?you (?:have )?lost',
      '(?:quick|fast|funds?|wallet|crypto|account|asset) recovery',
      '(?:got|get) (?:my|your|all|the) (?:\\w+ )?(?:coins?|money|funds|crypto|eth|btc|usdt) back',
    ],
    zh: [
      '追(?:回|损|币|款|赃)|(?:网络安全|网安)的?(?:老师|专家|团队|公司)',
      '(?:找回|挽回|拿回|讨回)\\S{0,4}(?:资产|损失|被盗|被骗|资金|币)',
      '维权(?:律师|团队|老师|通道)',
      '黑客(?:团队|技术)',
    ],
  },
  {
    id: 'others-vouch',
    group: 'bait',
    weight: 1.5,
    about: 'tells how somebody was helped',
    en: [
      '(?:helped|assisted|saved|guided|recovered for|refunded) (?:me|my \\w+)',
      '(?:thank me later|tell (?:him|her|them) i sent you|i (?:was|am) referred|highly recommend|i recommend|trusted|legit guy|god bless)',
      '(?:had|faced|have|having|encountered) (?:the |a |this )?(?:same|similar|exact) (?:\\w+ )?(?:issue|problem|error|challenge|thing|situation)',
      '(?:fixed|resolved|solved|recovered|restored) (?:mine|my)',
      '(?:i|was) (?:\\w+ )?scammed too|(?:thought|gone) (?:it was )?(?:gone )?forever',
    ],
    zh: [
      '(?:我|我的)?朋友(?:找|通过|联系)',
      '(?:之前|上次|我)也(?:遇到|碰到|是)',
      '(?:跟|和|与)(?:您|你)(?:一样|同样)|亲测|已经帮(?:很多|好多|无数)|帮我(?:追回|解决|找回|弄好)',
    ],
  },
  {
    id: 'easy-money',
    group: 'bait',
    weight: 2.5,
    about: 'promises commissions, profits or exchange at a good price',
    en: [
      'double your|guaranteed (?:profits?|returns?)|daily (?:profits?|returns?|income)|invest(?:ing)? with|trading signals?|copy my trades|passive income|(?:earn|make|made) (?:\\$|usd|up to)? ?\\d[\\d,k]* (?:\\w+ )?(?:daily|weekly|a day|a week|per day)',
    ],
    zh: [
      '高(?:额|比例)?返佣|返佣\\S{0,6}(?:最高|私|加|联系|日结)|返利|(?:我的|填)邀请码|新人礼包|高价(?:收|回收)|不冻卡|先解冻后付款|冻卡解冻|稳赚|包赚|带单|日赚|日入|躺赚|跑分|内幕|收益(?:高|翻倍|稳定)|免实名|u ?商',
    ],
  },
  {
    id: 'threatens',
    group: 'bait',
    weight: 1.5,
    about: 'threatens with a loss or a deadline',
    en: [
      '(?:avoid|prevent|to stop|or (?:your|it|face)) (?:\\w+ ){0,4}(?:suspen|terminat|block|loss|los[ei]|los(?:ing|t)|freez|restrict|deactivat|clos)\\w*',
      '(?:will be|has been|have been|is|was) (?:\\w+ )?(?:suspended|terminated|deactivated|restricted|flagged|limited|put on hold|on hold|frozen)',
      "unusual activity|attention!?|keep (?:your )?access|lift the restriction|in \\d+ (?:hours|hrs)|before (?:it(?:’|')?s too late|it ends|it closes|friday|monday|midnight|tomorrow)|within \\d+ ?(?:hours|hrs|h)\\b|immediately|urgent(?:ly)?|out of sync|not (?:validated|synchroni[sz]ed|verified) (?:with|on)",
    ],
    zh: [
      '否则|逾期|(?:24|48|12|72) ?小时内|(?:将|会)(?:被)?(?:冻结|清零|停用|注销|停止服务|关闭|失效)|存在(?:异常|风险)|(?:账户|钱包|资产)(?:异常|风险|被风控)|被风控|系统拦截|无法转出|旧版|尽快|立即|过期(?:作废|失效)',
    ],
  },
];

/** Whom a lure pretends to be, and how it speaks. */
export const POSE_RULES: readonly LureRule[] = [
  {
    id: 'poses-as-us',
    group: 'pose',
    weight: 1.5,
    about: 'pretends to be support, an admin or the company',
    en: [
      "(?:i am|i'm|i’m|this is|we are|we're|it's|am) (?:\\w+ ){0,4}(?:from |with |the |a |an )?(?:\\w+ ){0,3}(?:support|admin|moderator|mod|agent|customer|representative|technician|official|help ?desk|staff|technical|team|engineer|department|security)",
      '(?:support|help ?desk|team|customer (?:care|service)|admin|official|moderator|mod|dev|agent|technician) here',
      '(?:official|verified|certified|authorized|trusted|real|only|our|the) (?:\\w+ )?(?:support|admin|agent|helpdesk|help desk|moderator|representative|customer care|technician)',
      '(?:technical|support|customer (?:service|care|support)|recovery|security) (?:team|department|desk|unit|division)',
      "we(?:'ve| have)? (?:noticed|detected|received your|observed|found)",
      'customer care',
      'part of the (?:\\w+ )?(?:crew|team|staff|support)|(?:^|[^a-z])(?:notice|alert|attention) ?:',
    ],
    zh: [
      '我(?:们)?是(?:本群|官方|平台的?|这里的?|你们?的?|\\S{0,6})(?:管理员?|客服|技术|工作人员|专员|团队|财务)',
      '官方(?:公告|通知)|(?:所有|全体)用户|系统(?:升级|检测|提示)',
      '(?:这边|这里)是?\\S{0,4}(?:售后|客服|官方|技术)|(?:官方|专属|人工|平台|售后)(?:的)?(?:客服|管理员?|技术|专员|人员|渠道|电报|微信|qq)',
      '(?:尊敬的|亲爱的)(?:用户|客户|会员|您)',
      '这里是\\S{0,8}(?:客服|官方|团队|中心)',
    ],
  },
  {
    id: 'script-manners',
    group: 'pose',
    weight: 0.5,
    about: 'speaks as such scripts do',
    en: [
      "kindly|dear (?:user|customer|sir|friend|valued)|sir|ma(?:’|')?am|sorry for the inconvenience|good day|hello dear|mate",
    ],
    zh: ['亲[，,爱~～ ]|您好[，,]|尊敬的'],
  },
  {
    id: 'trust-only-this',
    group: 'pose',
    weight: 1.5,
    about: 'warns of all others, to be trusted alone',
    en: [
      "only (?:trust|contact|message|use|chat with|talk to)|beware of (?:scammers|impersonators|fake)|we (?:never|don(?:’|')t|do not|will never|won(?:’|')t) ask",
    ],
    zh: [
      '其他(?:的|人)?(?:都是|均为|全是)(?:骗子|假的?|冒充)|不要相信其他|认准|谨防(?:假冒|骗子|冒充)|唯一(?:官方|客服|指定)?',
    ],
  },
  {
    id: 'away-from-here',
    group: 'pose',
    weight: 1,
    about: 'wants to go on where nobody else reads',
    en: [
      'private(?:ly)?|in private|one on one|off(?:-| )?chat|direct message|not (?:here|in public)|confidential|end to end',
    ],
    zh: ['(?:群里|公屏|这里)不方便|私下|单独|保密|详谈|详聊|一对一'],
  },
];

/** Where a lure leads, as far as words tell. What links and names tell is in places.ts. */
export const PLACE_RULES: readonly LureRule[] = [
  {
    id: 'messenger',
    group: 'place',
    weight: 1.5,
    about: 'leads to a messenger or a private account',
    en: [
      'telegram|tele ?gram|whats ?app|we ?chat|instagram|insta|ig|skype|snapchat|tg|signal app|discord (?:server|invite|link)|messenger|google chat|hangouts?|facebook',
    ],
    zh: [
      '微信|薇信?|威信|v信|vx|电报|飞机|纸飞机|qq|扣扣|whatsapp|telegram|tg|skype|加群|群号|钉钉|蝙蝠|默往',
    ],
  },
];

/** What people name who know the app. */
export const HONEST_RULES: readonly LureRule[] = [
  {
    id: 'names-the-app',
    group: 'honest',
    weight: -1.5,
    about: 'names a place in the app, the store or the explorer',
    en: [
      '(?:in|through|via|inside|open|from) the (?:\\w+ )?app|settings|menu|profile >|\\w+ > \\w+|new (?:phone|device)|app store|google play|play store|block explorer|contact form',
    ],
    zh: [
      '(?:应用|app|软件|客户端) ?(?:里|中|内)|新(?:手机|设备)|设置(?:里|中|>|-)|[>＞]|应用商店|区块浏览器|个人资料',
    ],
  },
];
