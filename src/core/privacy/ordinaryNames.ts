/** Words that are names of people too, and what desks, companies and programs are called: alone they name nobody. */
const WORDS = `
will may mark bill grant joy art rich page hope faith grace rose lily iris daisy violet ivy olive ruby pearl amber jade crystal
dawn eve summer autumn winter april june august sunny sky star angel melody harmony destiny chance chase case cash
bank banks price prices cost costs money penny bond bonds stock share shares loan may might must can long short small little big
large young old new black white brown green blue gray grey red gold golden silver king queen prince duke earl knight bishop
pope church house houses home homes wall walls gate gates bridge bridges field fields ford lake river rivers brook brooks
wood woods forest stone stones rock hill hills mount day days night week weeks month year moon sun snow frost rain storm
fish bird wolf fox lamb bull buck baker cook carter carpenter cooper fisher hunter mason miller miner porter potter smith
tailor turner walker weaver wheeler driver rider cross crossing rush race speed swift quick hardy sharp strong power powers
force major minor noble good better best bright wise wild sweet love loved peace free freed freedom freeman friend friends
self order orders ring rings key keys lock locks link links block blocks chain code card cards wallet wallets account accounts
app apps pay payment payments swap trade trader coin coins token tokens send sent drop drops hash gas fee fees stake ledger
block cloud data web net site mail email post letter story reader writer person people man men woman women child children
boy girl lord lady sir madam dear best kind regards thanks thank cheers hello hi hey team support supports service services
customer customers client clients user users agent agents admin administrator staff manager office desk helpdesk help care
sales billing finance accounting marketing legal security info contact hello noreply no-reply system bot robot automation
anonymous unknown guest visitor member member test tester demo example sample name names first last full none null undefined
deleted removed private public company group inc ltd gmbh llc corp limited holding bank international global digital online
shop store market web mobile phone android apple google iphone windows mac linux chrome safari firefox
north south east west northern southern eastern western english chinese german french spanish american british china america
london paris berlin rome madrid tokyo sydney jordan chad china india israel georgia virginia carolina
update updated open opened close closed pending solved new live chat ticket tickets case cases issue issues request requests
address transfer transfers transaction transactions deposit withdrawal refund refunds limit limits fraud dispute disputes
recovery phrase password code pin otp verification identity document documents problem problems error errors question questions
answer answers reply replies note notes main sub via the and for from with you your our not are was has had have
firstline acme official moderator mod mods channel general community server hub zone world life time real true
like just well back down over under more most much many some any all both each other another such only same than then too very
van von der den del des dos das bin ibn abu san los las
`;

const CHINESE = `客服 人工客服 在线客服 官方 官方客服 管理员 客户 用户 匿名 匿名用户 系统 机器人 工作人员 专员 团队 技术支持 支持 群主 版主 微信用户 访客 游客 商家 店铺 公司 先生 女士 小姐 测试 未知 钱包 银行 财务 财务部 运营 市场 销售 平台 助手 小助手 新用户 老用户 会员 本人 我 你 我们`;

export const ORDINARY_NAMES: ReadonlySet<string> = new Set(`${WORDS} ${CHINESE}`.trim().split(/\s+/));
