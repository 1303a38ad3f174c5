/** Longer ones say something, however polite their words. */
const MOST_WORDS = 12;

/** Words of pleas, thanks and closings. A clause of nothing else says nothing of the problem… */
const POLITE = new Set(
  (
    'a about advance advice advise again all and answer any anyone anything appreciate appreciated as asap assist assistance at ' +
    'attention awaiting back be best can cheers could day do feedback fast fix fixed for forward from get give great grateful ' +
    'guidance guys have hear hello help helped helping hey hi hope hoping i if immediately in inform is issue it itd just kind kindly know let ' +
    'look looking luck many matter may me much my need needed nice now of on ok okay or our please pls plz possible problem prompt ' +
    'quick quickly really regards reply resolve resolved respond response right rn someone soon soonest sincerely so solution ' +
    'solve solved somebody sort sorted support sure sos thank thankful thanks thanx that the there these this thx time to today tks ty ' +
    'update updates urgency urgent urgently us very waiting warm we weekend well what will with would yet you your yours'
  ).split(' '),
);
/** …if one of these is among them: “it is” is no plea. */
const PLEADING =
  /^(?:advi[cs]e|answer|anyone|appreciated?|asap|assist(?:ance)?|cheers|feedback|guidance|he(?:llo|y)|hi|help(?:ed|ing)?|kindly|please|pls|plz|regards|reply|respon[ds]e?|sincerely|sos|support|thank(?:s|ful)?|thanx|thx|tks|ty|updates?|urgen(?:cy|t|tly))$/;

const POLITE_ZH =
  '你好|您好|在吗|在么|在不在|有人吗|谢谢|多谢|感谢|感激不尽|辛苦|麻烦|拜托|请问|请|跪求|求助|求|希望|帮忙|帮助|帮帮|帮|尽快|尽早|赶快|赶紧|快点|快些|马上|立刻|立即|及时|速度|速|' +
  '处理|解决|看看|看一?下|查看|查一?下|核实|跟进|关注|回复|答复|回答|解答|联系|反馈|通知|告知|指教|急用钱|急用|着急|紧急|加急|很急|急死|急|在线等|救命|' +
  '你们|你|您|各位|大神|大佬|大家|客服|技术|工作人员|人工|老师|亲|我们|我|给|为|能不能|能否|可否|可以|可不可以|能|是否|一下|下|这个|这|个|问题|情况|' +
  '等待|期待|期盼|盼|等|消息|结果|理解|支持|配合|合作|非常|十分|万分|特别|真的|太|很|先|再|都|的|了|啦|啊|呀|吧|呢|哦|噢|哈|吗|么|嘛|呗|哟|哎|唉|祝好|顺祝|商祺';
const CLAUSE_ZH = new RegExp(`^(?:${POLITE_ZH})+$`, 'u');
const PLEADING_ZH =
  /[谢急请求帮盼]|[你您]好|在[吗么不]|有人|感激|辛苦|麻烦|拜托|尽快|尽早|赶快|赶紧|快点|马上|立刻|处理|解决|回复|答复|在线等|救命|祝/u;
/** A plea that no sign sets apart: “退款没到请尽快处理”, but not the end of “怎么申请”. */
const TAIL_ZH = new RegExp(
  `(?<![申邀声敬聘])(?:麻烦|请|跪求|求助|希望|谢谢|多谢|感谢|拜托|尽快|赶紧)(?:${POLITE_ZH})*$`,
  'u',
);
const TAIL = /\s(?:please|pls|plz|kindly|thanks?|thx|asap|urgent(?:ly)?)(?:\s\p{L}+){0,8}$/iu;

/** A number that tells one order from another, and nothing of what is wrong with it. */
const REFERENCE =
  /^(?:(?:my|the|for)\s+)?(?:order|ticket|case|booking|account|customer|user|invoice|transaction|reference|ref|uid|id|订单|单号|工单|用户|账号|流水|编号)(?:\s*(?:number|no|nr|num|id|ref|code|编号|号码|号))?\s*(?:is|是|为)?[\s:：#.]*[a-z]{0,4}-?\d[\d-]{3,}$/iu;

const CLAUSES = /(?<=[,，。!！?？;；~～\n]|\.(?=\s|$))(?![,，。!！?？;；~～])/u;
const SIGNS = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

/** A text without pleas, thanks, closings and bare order numbers, whether they stand alone or end a sentence. */
export function withoutCourtesy(text: string): string {
  const clauses = text.split(CLAUSES);
  const kept = clauses.map((clause) =>
    isCourtesy(clause) ? clause.replace(/[^\n]+/u, '') : withoutTail(clause),
  );
  if (kept.every((clause, i) => clause === clauses[i])) return text;
  // What stood before a closing ends with its comma.
  return kept.join('').replace(/[,，;；:：\s]+$/u, '');
}

function isCourtesy(clause: string): boolean {
  const bare = clause.replace(SIGNS, '');
  if (bare === '') return false;
  if (REFERENCE.test(bare)) return true;
  return CLAUSE_ZH.test(bare) ? PLEADING_ZH.test(bare) : isPolite(bare);
}

function isPolite(words: string): boolean {
  const list = words
    .toLowerCase()
    .replace(/['’]/gu, '')
    .split(/[\s\p{P}]+/u);
  return (
    list.length <= MOST_WORDS &&
    list.every((word) => POLITE.has(word)) &&
    list.some((word) => PLEADING.test(word))
  );
}

function withoutTail(clause: string): string {
  const [, body = '', end = ''] = /^([\s\S]*?)([\s.,，。!！?？;；~～]*)$/u.exec(clause) ?? [];
  const polite = TAIL.exec(body);
  const head = polite && isPolite(polite[0].trim()) ? body.slice(0, polite.index) : body.replace(TAIL_ZH, '');
  return head === body || head.trim() === '' ? clause : head + end;
}
