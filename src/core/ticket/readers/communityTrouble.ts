/** Whom it happened to. */
const OWN = String.raw`(?:i|i['’]?m|i['’]?ve|me|my|mine|we|us|our)`;
const WENT_WRONG = String.raw`(?:wrong|twice|two times|double|expired?|slow|lag(?:s|gy|ging)?|drain(?:s|ed|ing)?|overheat\w*|broken?|breaks|vanish\w*|gone|empty|blank|delay\w*|late|overcharged|refus\w+|den(?:ied|ies)|invalid|incorrect|duplicated?|spilled|damaged|cold|kick(?:s|ed)|froze\w*|freez\w+|stopped|disconnect\w*|no longer|any ?more|nothing|instead of|hours?|days?|weeks?)`;

/** What went wrong, told as a statement and without a question, in English: mostly of the writer's own. */
const ENGLISH = new RegExp(
  [
    String.raw`\b(?:took|takes|charged|charges|deducted|debited|billed|withdrew) (?:\w+ ){0,4}(?:twice|two times|double|again|too much|more than once)\b`,
    String.raw`\b(?:logs?|logged|logging|signs?|signed|kicks?|kicked|throws?|threw) (?:me|us|you|myself)? ?(?:out|off)\b`,
    String.raw`\b(?:since|after|with) (?:the |this |last |today['’]?s |yesterday['’]?s |an? |my )?(?:(?:latest|new|last|recent|app|\w+) )?(?:update|upgrade|version|release|v?\d+\.\d+)\b.{0,80}\b(?:${WENT_WRONG}|keeps?|always|crazy|me out|cannot|re-?log)\b`,
    String.raw`\b(?:${WENT_WRONG}|keeps?|always|crazy)\b.{0,80}\b(?:since|after) (?:the |this |last |an? |my )?(?:\w+ )?(?:update|upgrade|version|release)\b`,
    String.raw`\b${OWN}\b.{0,60}\b(?:is|are|was|were|says?|shows?|got|came|arrived|keeps?|always|went|has been|have been)\b.{0,30}\b${WENT_WRONG}\b`,
    String.raw`\b(?:is|are|was|on|to|at|in) the wrong \w+\b|\bkeeps? (?:\w+ )?(?:\w+ing|out)\b.{0,30}\b(?:me|my)\b|\b(?:drains?|kills?|eats?) (?:my |the )?batter(?:y|ies)\b|\bgoes to (?:an? |my )?(?:old|wrong)\b`,
  ].join('|'),
  'i',
);
/** The same in Chinese. */
const CHINESE =
  /扣了?我?(?:两|二|三|好几|多)(?:次|遍|笔|份)|(?:重复|多|乱|又|还)扣|扣错|(?:更新|升级)(?:之|以)?后.{0,12}(?:一直|总是?|老是?|就|又|再|不|没|变)|(?:一直|老是|总是|每次都?|反复).{0,8}(?:要|让|提示|跳|转圈|掉|退|断|偏|登|显示|黑|白|闪|卡|超时|重)|(?:退出|重新|强制)登[录陆]|(?:收到|拿到|送来|买到)的?.{0,12}(?:是|都|全)?(?:洒|坏|错|破|凉|冷|漏|空|少|假|过期)|(?:送|发|转|给)错|少了(?:一|两|几|\d)|(?:定位|地图|时间|金额|价格|名字|地址).{0,6}(?:偏|错|不对|乱)|(?:掉线|卡顿|耗电|发烫|白屏|黑屏|登出|死机|延迟|超时)|(?:太|好|特别|非常|越来越)(?:慢|卡|贵|烫)|(?:还|仍|都)(?:没|不)(?:退|到|来|好|发)/u;

/** Whether a post tells of trouble without asking anything: "took my money twice", 今天扣了我两次钱. */
export function statesTrouble(text: string): boolean {
  const own = text.replace(/https?:\/\/\S+/g, ' ').slice(0, 4000);
  return ENGLISH.test(own) || CHINESE.test(own);
}
