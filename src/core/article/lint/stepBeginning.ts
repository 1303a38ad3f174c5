import type { Language } from '../language.ts';

/** Whether a step begins with what to do or with the case it is for. Lenient: in doubt it does. */
export function beginsAsStep(text: string, language: Language): boolean {
  return language === 'en' ? beginsInEnglish(text) : beginsInChinese(text);
}

/** Verbs that articles and runbooks tell people to do. */
const VERBS: ReadonlySet<string> = new Set(
  `accept acknowledge activate add adjust agree allow alert answer apply approve archive arrange ask assign attach avoid
  back be begin block book bookmark break bring browse build buy calculate call cancel capture change charge check choose
  claim clean clear click close collect come compare complete confirm connect contact continue contain convert copy correct
  count cover create cut deactivate decide declare decline delete deliver deny describe deposit detach disable disconnect
  divide do document download draft drag draw drop edit empty enable end enrol enroll ensure enter erase escalate estimate
  exchange expect export extend face fetch file fill filter find finish fix follow force forward free freeze generate get give go
  group hand have help hide hold identify ignore import increase inform insert inspect install invite isolate join keep label
  leave let limit link list listen load lock log look lower make mark match measure mention merge mint monitor move name
  narrow note notify number obtain offer open order pass paste pause pay photograph pick place plan play plug point post prefer
  prepare press preserve prevent proceed propose protect prove provide publish pull push put question quit quote raise reach
  read reboot recalculate recall receive reconnect record recover redact reduce refer refresh refuse register reinstall
  reject relabel reload remember remove rename renew reopen repeat replace reply report reproduce request rerun reset resend
  resolve respond restart restore resume retire retry return reuse reverse review revoke rewrite roll rotate route run save
  say scan schedule scroll search secure see select sell send separate set settle share shorten show shut sign silence skip
  slide sort speak spend split stake stamp stand start state stay stop store submit subscribe supervise subtract swap switch tag take talk
  tap tell test think throttle tighten touch trace track train transfer translate treat triage trigger try turn type undo unfreeze
  uninstall unlink unlock unpause unplug unstake unsubscribe update upgrade upload use validate verify view visit wait walk
  warn watch withdraw withhold word wipe work write zip`
    .trim()
    .split(/\s+/),
);

/** They open a case, a place or a time; what to do follows. */
const OPENERS: ReadonlySet<string> = new Set(
  `if when where while until unless once after before as because for from in inside into on at to with without within by
  during instead otherwise then next now first second third finally also again still meanwhile later soon or and but not
  never always only just simply please do don't immediately quickly carefully slowly if's every each both either under over
  outside beside near across through since whenever wherever whoever whatever however even together twice`
    .trim()
    .split(/\s+/),
);

function beginsInEnglish(text: string): boolean {
  const [first = ''] = text.match(/[\p{L}’']+/u) ?? [];
  const word = first.toLowerCase().replace('’', "'");
  if (word === '' || VERBS.has(word) || OPENERS.has(word) || word.endsWith('ly')) return true;
  // A label: "Outgoing, not found: search the log", "Alerts — mute them".
  // "Already installed and now unsure? Enter …"
  const question = /^[^.!?]{1,80}\?\s+(?=\p{L})/u.exec(text);
  if (question) return beginsInEnglish(text.slice(question[0].length));
  const label = /^[^.!?]{1,60}?(?::|\s[—–-])\s*\p{L}/u.exec(text);
  if (label) return beginsInEnglish(text.slice(label[0].length - 1));
  // "Re-import the wallet", "Double-check the address".
  return /^(?:re|un|double|cross|pre|co)-\p{L}/iu.test(text);
}

/** Things that have a verb in their name. */
const CHINESE_THINGS =
  /交易(?:记录|所|哈希)?|转账记录|记录|收款(?:方|人|地址)?|付款(?:方|人)?|订单|账单|助记词|区块浏览器|浏览器|验证码|确认数|支付|授权|合约|通知|签名|备注|标签|密码|代币管理|管理员|卡片|手续费|矿工费|质押|充值|提现/gu;
/** Signs that something is done or is the case, of which an instruction has at least one. */
const CHINESE_VERBS =
  /[看查点打开关选填写发送转等记核对认确换更新装卸载连接断回收到改删加减按输登退停试用问联找拿取带做把请让给说算列报调清刷重复制粘贴扫签拒冻挂解锁付买卖充提兑存备导入出进留保搜跟升降分合交告申撤设启禁允别勿不要如若就先再没是有能会需该移放翻比验数读听建创完画补决堵摘躲避撕毁烧拆面去叫守盯抄拍量估拆]/u;

/** What others do next is told, not asked of the reader: "我们会查这笔是怎么付的". */
const CHINESE_OTHERS =
  /^(?:然后|接着|之后|随后)?(?:我们|商户|对方|银行|卡组织)(?:会|先|再|可能|可以|将|就|有)/u;

function beginsInChinese(text: string): boolean {
  const step = text.trim();
  if (step === '' || !/\p{Script=Han}/u.test(step)) return true;
  if (CHINESE_OTHERS.test(step)) return false;
  const clause = step.slice(0, 60).split(/[。！？；]/u)[0]!;
  return CHINESE_VERBS.test(clause.replace(CHINESE_THINGS, ''));
}
