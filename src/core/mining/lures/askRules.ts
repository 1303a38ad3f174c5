import type { LureRule } from './lureRule.ts';

const SECRET_EN =
  '(?:seed|recovery|secret|mnemonic|backup|pass|12|24|twelve|twenty[- ]four)[- ]?(?:recovery |word )?(?:phrase|words?|key|seed)|seed|private keys?|keystore|key ?phrase|passphrase|mnemonics?';
const CODE_EN = '(?:otp|one[- ]time (?:code|password)|verification code|2fa code|pin|password|cvv)';
const CODE_ZH = '(?:验证码|密码|动态码)';
const SECRET_ZH =
  '(?:助记词|恢复短语|私钥|密钥|种子(?!轮)|(?:12|24|十二|二十四) ?个?(?:单词|词|助记词)|keystore)';
const OUR_WALLET_ZH = '(?:一下)?(?:您|你)?的?(?:钱包|资产|代币|节点)';

/** What a lure wants people to do, besides writing to somebody. */
export const ASK_RULES: readonly LureRule[] = [
  {
    id: 'ticket-page',
    group: 'ask',
    weight: 2,
    about: 'sends people to a ticket page, a help desk or a live chat',
    en: [
      '(?:open|create|raise|submit|file|generate|drop|start|launch|log|lodge|lay|make|place|send|forward|report|table) (?:a |an |your |the |this |up )?(?:new |support |help |appeal |formal )*(?:tickets?|case|requests?|complaints?|appeal|issue|quer(?:y|ies)|report)(?: ticket)? (?:\\w+ ){0,4}(?:here|below|on|at|via|through|with|in|to|using|link|server)',
      '(?<!my )(?:open|create|raise|submit|file|lodge|log|generate) (?:a |an |your |the )(?:new )?(?:support |help |appeal )?(?:ticket|complaint)',
      '(?:live|online)[- ]?(?:chat|support|agent|help|assistance)(?: (?:support|agent|portal|desk|team))?',
      '(?:support|help|resolution|ticket|complaints?|customer|service|decentrali[sz]ed|recovery|claims?|validation|secure|encrypted)[- ]?(?:portal|desk|server|unit)',
      '(?:support|help|assistance|resolution) (?:cent(?:er|re)|channel|link|line|hotline|number)',
      '(?:chat icon|start a conversation|connect with an? (?:live )?agent|toll[- ]free)',
    ],
    zh: [
      '在线客服|客服(?:热线|专线|二维码|通道|入口|页面)',
      '(?:提交|填写|填|建|开)(?:一?个)?(?:表单|表格|申请|工单|资料|申诉)(?=.{0,20}(?:https?|[a-z0-9]\\.[a-z]|链接|这里|下方|处理))',
      '(?:点击|点此|进入|前往|打开|扫码).{0,12}(?:客服|工单|申诉)',
    ],
  },
  {
    id: 'follow-link',
    group: 'ask',
    weight: 1.5,
    about: 'tells people to follow a link',
    en: [
      '(?:click|tap|press|follow|use|visit|open) (?:on )?(?:the |this |that )?(?:link|button|url|site|website|page|tool|platform|here|below|\\w+ page|\\w+ tool)',
      '(?:fill|complete) (?:in |out |up )?(?:the |this )?(?:\\w+ )?(?:form)',
      '(?:proceed|head|go|navigate|log ?in|login|sign in|apply) (?:over )?(?:to|at|via|through|with|on|here)',
      '(?:visit|here)[: ]+(?=https?:|\\S+\\.[a-z]{2,})',
      '(?:advise|recommend|suggest) you (?:to )?(?:click|visit|use|go|contact)',
      '(?:using|via|through|with) the (?:\\w+ )?(?:tool|page|portal|link|site|form)',
    ],
    zh: [
      '(?:点击|点开|打开|进入|前往|访问|登录|登陆|复制|使用)(?:一?下)?(?:(?:下方|下面|这个|此|以下|该|我的|备用|最新|新)的?)?(?:链接|网址|网站|网页|官网|页面|表单|连接|地址|入口|dapp|域名|工具)',
      '(?:点击|进入|前往|打开|扫码|扫一扫|到|链接)[:：]?(?=.{0,6}(?:https?|[a-z0-9-]+\\.[a-z]{2,}))',
      '(?:到|去|在|用)(?:这个|这里|此|下面的?)(?:网站|网页|网址|链接|页面|平台|工具)',
    ],
  },
  {
    id: 'invented-ticket',
    group: 'ask',
    weight: 3,
    about: 'says that a ticket was opened, or gives it a number',
    en: [
      'your (?:\\w+ )?(?:ticket|case|complaint|request|issue) (?:was|is|has been) (?:now )?(?:logged|registered|filed|opened|recorded|escalated) (?:as|under|with)',
      '(?:your|a|the) (?:new )?(?:ticket|case|complaint|request)(?: (?:id|no|number|ref))?[ :.#-]*[a-z]{0,4}[-#]?\\d{3,}[\\w-]* (?:has been |was |is |now )*(?:created|opened|generated|raised|active|assigned|approved|pending)',
      '(?:ticket|case|complaint|ref(?:erence)?)(?: (?:id|no|number|ref))?[ :.#-]*[a-z]{0,4}[-#]?\\d{3,}[\\w-]*[ ,:;.-]*(?:opened|created|generated|assigned|proceed|contact|send|quote)',
      '(?:(?:opened|raised|logged|booked) (?:you )?(?:a |an |your |the )?(?:support |new )?(?:ticket|case|request)(?: for you| on your behalf)|(?:generated|created|assigned) (?:you )?(?:a |your |the )?(?:support |new )?(?:ticket|case|request)(?: for you| on your behalf| [a-z]{0,4}[-#]?\\d{3,}))',
      '(?:quote|use|with|give (?:him|her|them)) (?:your |this )?(?:ticket|case|reference) (?:id|no|number|code)[ :.#]*[a-z]{0,4}[-#]?\\d{3,}',
    ],
    zh: [
      '(?:给|帮|为|替)(?:您|你)(?:开|建|提|登记|申请|创建|生成)(?:好)?了?(?:一?个|张)?(?:工单|单子|案件|单号|申诉)',
      '(?:已|系统)(?:经)?(?:为|给|帮)?(?:您|你)?(?:生成|创建|开通|提交|登记|建立)(?:了)?(?:一个)?(?:工单|案件|单号|编号)',
      '(?:您|你)的?(?:工单|案件|受理|申诉)(?:编?号)?(?:为|是)?[ :：#]*[a-z]{0,4}-?\\d{4,}|(?:报|凭|备注)(?:工单|单|案件)号? ?[a-z0-9]{4,}',
    ],
  },
  {
    id: 'wallet-validation',
    group: 'ask',
    weight: 3,
    about: 'tells people to validate, synchronise or rectify their wallet',
    en: [
      '(?:re-?)?(?:validat|synchroni[sz]|sync|rectif|authenticat|migrat|whitelist|reconfigur|revalidat|debug|decrypt|re-?sync)\\w* (?:it |them |all |of )*(?!my |our )(?:your|ur|the|any|affected|manually|this)? ?(?!my |our )(?:\\w+ )?(?:wallets?|accounts?|coins?|tokens?|assets?|address|it with)',
      '(?:your|ur|the|every|all|any|each) (?:\\w+ )?(?:wallets?|transactions?|tokens?|assets?|address) (?:[\\w ]{0,30} )?(?:needs? to|must|has to|have to|should|requires?) (?:be )?(?:re-?)?(?:validat|synchroni[sz]|sync|rectif|authenticat|migrat|whitelist)\\w*',
      '(?:your|ur|the) (?:\\w+ )?wallets? (?:needs? to|must|has to|have to|should|requires?|is required to) (?:be )?(?:validat|synchroni[sz]|sync|rectif|authenticat|migrat|verif|updat|upgrad|connect|link|whitelist)\\w*',
      '(?:wallet|dapp|node|token|account|mainnet) (?:validation|synchroni[sz]ation|rectification|authentication|migration|resolver?|rectifier|verification (?:portal|page|site))',
      '(?:all )?(?:holders|users|wallets) (?:must|need to|have to|should|are required to) (?:migrate|validate|sync|verify|connect|upgrade|update)',
      '(?:rectif|synchroni[sz]|validat)\\w* (?:the |this |that )?(?:error|issue|problem|it|page|portal|node)',
      '(?:import|link|submit)(?:ing)? (?:your|ur) (?:\\w+ )?wallet',
      '(?:re-?)?(?:sync|synchroni[sz]\\w*|validat\\w*|rectif\\w*|calibrat\\w*|authenticat\\w*) (?:it )?(?:manually|on|via|through|using|with (?:any|the|a|this))|(?:re-?)?(?:synchroni[sz]ation|sync|rectification|validation|calibration|whitelisting|resolution) (?:tool|page|portal|site|process|protocol|link)',
      'rectif(?:y|ied|ying) (?:it |this |them |that )?(?:at|on|here|via)',
      '(?:un|not |non-?)validated|wallet (?:\\w+ )?(?:flagged|blacklisted) for',
    ],
    zh: [
      `(?<!正在|一直|无法|不能|没法|显示|在)(?:重新)?(?:验证|校验|认证|核验|同步|修复|激活|解冻|迁移|升级|绑定|授权|映射|检测)${OUR_WALLET_ZH}`,
      `(?:钱包|资产)(?:都|均|全部|全都)?(?:需要|必须|要)(?:重新)?(?:进行)?(?:验证|校验|认证|同步|修复|激活|迁移|升级|绑定|授权|映射|检测)`,
      '(?:节点|数据|主网)(?:不)?同步.{0,12}(?:钱包|网页|链接|点击|进入|去)',
      '(?:完成|进行|通过)(?:钱包)?(?:验证|同步|激活|认证|授权)(?=.{0,12}(?:否则|才能|即可|后|就))',
      '钱包(?:验证|同步|激活|修复|校验|认证|授权|映射)(?:页面|网站|中心|通道|链接|系统)',
      '(?:做|进行|完成|未做|没有做|需)(?:一?下|一次)?(?:钱包|节点)(?:映射|校验|验证|同步|激活|认证|授权)',
    ],
  },
  {
    id: 'connect-wallet',
    group: 'ask',
    weight: 1.5,
    about: 'tells people to connect, verify or restore their wallet or account',
    en: [
      '(?:connect|verify|restore|update|upgrade|unlock|activate|reset|secure|choose|select|confirm)(?:ing)? (?:your|ur|the) (?:\\w+ )?(?:wallets?|accounts?|identity|ownership)',
      '(?:connect|verify|log ?in with) (?:your )?wallets?',
      'verify (?:now|here|immediately)',
      '(?:confirm|verify|update|submit|provide|re-?enter) your (?:\\w+ )?(?:details|information|info|data|kyc|credentials)',
    ],
    zh: [
      '(?:重新)?(?:验证|认证|激活|解冻|升级|绑定)(?:一下)?(?:您|你)?的?账户',
      '(?:连接?|链接|关联|选择|登录|更新)(?:您|你|对应)?的?(?:钱包|账户)',
      '(?:立即|马上|尽快)(?:验证|认证|处理|办理|激活)',
    ],
  },
  {
    id: 'gives-secret',
    group: 'ask',
    weight: 4,
    about: 'asks people to hand over a recovery phrase, key or code',
    en: [
      `(?:send|share|give|provide|tell|submit|forward|drop|dm|supply|let me have|what(?:'s| is))(?: \\w+){0,5} (?:your|ur|the) (?:\\w+ ){0,2}(?:${SECRET_EN})`,
      `(?:send|share|give|provide|tell|forward|read)(?: (?:me|us|him|her|out|over))? (?:your|ur|the) (?:\\w+ ){0,2}${CODE_EN}`,
      `(?:i|we|they|he|she|agent|team|support)(?:(?:'|’)ll| will| would| may)? (?:need|require|want)s? (?:to (?:have|know|see) )?(?:your|ur) (?:\\w+ ){0,2}(?:${SECRET_EN}|${CODE_EN})`,
      '(?:send|give|drop|dm|tell|show|forward) (?:me|us|him|her|them|over|it to) (?:the |your |ur )?(?:phrase|words|keys?|qr(?: code)?)',
      `(?:what is|what['’]s|read out|read me|confirm|reply with|tell us|tell me|send us|send me) (?:your |the )(?:\\w+ ){0,2}(?:otp|one[- ]time (?:code|password)|(?:sms|verification|6[- ]digit|six[- ]digit) code)`,
      `reply with (?:your |the )(?:\\w+ ){0,3}(?:${SECRET_EN})`,
    ],
    zh: [
      `(?:把|将)(?:您|你)?的?(?:钱包)?${SECRET_ZH}(?:和\\S{1,4})?(?:发|给|告诉|提供|截图|填|报)(?!.{0,14}(?:了|过))`,
      `(?:把|将)(?:您|你|手机)?的?(?:收到的)?${CODE_ZH}(?:发|给|告诉|报|提供)(?!.{0,4}(?:了|过))|(?:提供|告诉我|发我|报)(?:一下|下)?(?:您|你|手机)?(?:刚)?(?:收到)?的?${CODE_ZH}`,
      `(?:截图|拍照|拍|截)(?:一?下)?(?:您|你)?的?(?:钱包)?(?:的)?${SECRET_ZH}.{0,8}(?:发|给|传)`,
      `(?:提供|发送|发一?下|发给|告诉|告知|上传|交出|出示|报一?下)(?:一下|我们?|客服|管理员)?(?:您|你)?的?(?:钱包)?(?:的)?${SECRET_ZH}`,
    ],
  },
  {
    id: 'types-secret',
    group: 'ask',
    weight: 2,
    about: 'tells people to type a recovery phrase or key somewhere',
    en: [
      `(?:enter|input|type|paste|import|fill|put|insert|use|with|key|write|upload)(?: in| down)? (?:your|ur|the) (?:\\w+ ){0,2}(?:${SECRET_EN})`,
    ],
    zh: [
      `(?:输入|填写|填入|填|导入|录入|粘贴|备份上传)(?:您|你)?的?(?:钱包)?(?:的)?${SECRET_ZH}`,
      '(?:填入|填写|填|输入|录入)(?:那|这|全部|所有|对应)?(?:12|24|十二|二十四)?个?的?(?:单词|词语|词组)',
    ],
  },
  {
    id: 'pays-first',
    group: 'ask',
    weight: 3,
    about: 'wants money before money is released',
    en: [
      '(?:pay|deposit|send|transfer|top up|fund|settle|remit|clear)(?:ing)? (?:\\S+ ){0,6}(?:fees?|tax(?:es)?|gas|charge|commission|verification|insurance|deposit|penalty|clearance|unlocking)\\b.{0,80}(?:releas|unlock|unfreez|withdraw|activat|process|refund|sent|before|first|credit|recover)',
      '(?:fee|tax|deposit|gas|charge) (?:\\S+ ){0,8}(?:to|before) (?:\\S+ ){0,3}(?:release|unlock|unfreeze|withdraw|activate|process|receive|recover)',
      '(?:top ?up|deposit|pay|send|add|credit) (?:\\S+ ){0,10}(?:it|funds?|withdrawal|amount|balance|money|coins?) (?:will|would|gets?|is|are|can) (?:be )?(?:automatically )?(?:released|credited|processed|unlocked|sent|unfrozen|refunded)',
      '(?:move|transfer|send) (?:\\w+ ){0,3}(?:funds|coins|assets|crypto|tokens|balance) to (?:a |the |our |this )?(?:safe|secure|new secure|protected|recovery|backup)',
      'to (?:complete|process|release|unlock|receive|activate|finali[sz]e) .{0,40}\\b(?:pay|deposit|transfer|send|top ?up)\\b|(?:refundable|security|activation|clearance|verification|unlocking) (?:security )?(?:deposit|fee|payment|tax|charge)',
      '(?:pay|deposit|send|transfer|top ?up|add) (?:\\S+ )?\\d[\\d,.]* ?\\w* (?:\\w+ ){0,4}to (?:\\w+ )?(?:unlock|unfreeze|release|reactivate|activate|restore|lift)',
      'send \\S+ ?\\w* (?:and|to) (?:get|receive) (?:back )?(?:double|twice|\\d)',
    ],
    zh: [
      '(?:缴纳|缴|补交|先交|交|支付|充值|充|垫付|转入|存入|打) ?(?:\\S{0,14} ?(?:usdt|u|eth|btc|元|块|刀|trx)? ?)(?:的)?(?:保证金|个?人?所得税|税款|税金|解冻费|解冻金|验证金|押金|激活费|风险金|认证金)|先(?:交|缴|付|打|转)(?:一?笔)?\\S{0,8}(?:手续费|矿工费|税|流水)',
      '(?:先收|先付|预付)(?:一半|\\d+ ?%)?(?:的)?(?:定金|订金|押金|费用)',
      '(?:先|需要?|要|必须)(?:转|打|充值?|存|汇)入? ?\\d+(?:[.,]\\d+)? ?个?(?:u|usdt|元|刀|trx|eth|btc|bnb|sol)|(?:验证|证明|核实)资金',
      '(?:充值|转入|存入|打入)\\S{0,10}(?:同等|等额|相同|一笔|\\d+ ?%).{0,16}|刷流水',
      '(?:转(?:到|入|移到?)|划转到?)\\S{0,10}(?:安全|保护|监管|指定)(?:账户|地址|钱包)',
      '(?:保证金|所得税|解冻费|验证金|押金|税).{0,16}(?:即可|才能|就能|后).{0,6}(?:解冻|提现|到账|提币|退还|释放|解除)',
    ],
  },
  {
    id: 'remote-control',
    group: 'ask',
    weight: 2.5,
    about: 'wants to see the screen or control the device',
    en: [
      'any ?desk|team ?viewer|rust ?desk|quick ?support|ultraviewer|remote(?:ly)? (?:access|control|fix|repair|help)',
      '(?:repair|fix|check|control)\\b.{0,30}\\bremotely',
      'share (?:your|ur|the) screen|screen ?shar(?:e|ing)',
    ],
    zh: [
      '向日葵|todesk|远程(?:帮|协助|控制|操作|处理|连接|桌面)|(?:共享|分享)(?:您|你|一?下|个)?的?屏幕|屏幕共享|远程(?:给|看)|识别码|会议号',
    ],
  },
  {
    id: 'claims-gift',
    group: 'ask',
    weight: 2,
    about: 'offers an airdrop, a compensation or a gift to claim',
    en: [
      'claim (?:now|here|yours?|it|at|via|below|before)|eligible (?:wallets?|users|holders|addresses)',
      '(?:claim|collect|redeem|(?:receive|get) (?:a|your|the|free|up to)) (?:\\S+ ){0,4}(?:airdrop|compensation|rewards?|refund|bonus|giveaway|free tokens?|reimbursement)',
    ],
    zh: [
      '(?:获得|恭喜).{0,10}空投',
      '(?:即|就|都|可)?(?:送|领|赠|返) ?\\d+ ?(?:u|usdt|元|刀)',
      '(?:领取|领|申领|瓜分|免费拿)\\S{0,10} ?\\S{0,6}(?:补偿|空投|奖励|礼包|赔偿|红包|福利|退款|代币)',
      '空投(?:已|开放|可|正在)?\\S{0,4}领取?',
    ],
  },
  {
    id: 'moved-site',
    group: 'ask',
    weight: 2,
    about: 'says that the site, app or support has moved',
    en: [
      '(?:has|have) (?:been )?(?:moved|migrated|relocated|changed) (?:\\w+ )?(?:support |site |to )',
      '(?:new|correct|real|official|right|genuine) (?:\\w+ )?(?:website|site|domain|address|app|link|support (?:page|address)) (?:\\w+ ){0,4}(?:is|at|here)',
      'new (?:official )?(?:website|site|domain|support (?:page|address))',
      'download (?:the )?(?:latest|new|updated|fixed) (?:version|app|apk|wallet)',
    ],
    zh: [
      '官网(?:已|已经)?(?:更换|更新|迁移|升级|改版|变更)',
      '(?:正版|官方|真正的?) ?(?:app|应用|软件|客户端|下载|网站|网址)',
      '(?:新|最新|备用)(?:的)?(?:官网|网址|域名|下载地址|入口)',
      '下载(?:最新|新版|修复)\\S{0,6}(?:版本?|app|安装包)?',
    ],
  },
];
