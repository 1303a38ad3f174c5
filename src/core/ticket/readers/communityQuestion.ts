/** A question mark, at the end of words. A link's `?id=` is none. */
const MARK = /[?？]\s*(?:$|[^\w=&]|\s)/u;
/** Words that ask or tell of trouble, in English. */
const ENGLISH =
  /\b(?:how (?:do|can|to|long|much|come)|why (?:is|are|did|does|do|can|was)|what (?:do|should|happened|is|does)|where (?:is|are|do|can|did)|when (?:will|can|do)|is (?:there|it) (?:a|any|normal|possible|safe)|does any(?:one|body)|any(?:one|body) (?:know|else|had|having|here)|can (?:i|some(?:one|body)|any(?:one|body)|you)|could (?:some(?:one|body)|you)|please (?:help|advise|assist)|(?:need|want|any) (?:some |a little |urgent )?(?:help|advice|assistance)|help me|help please|stuck|pending|not (?:working|showing|received|arrived?|credited|loading|syncing|going through|able|visible|coming)|(?:won|can|doesn|didn|isn|hasn|haven|couldn|wasn)['’]?t|cannot|unable|fail(?:s|ed|ing|ure)?|error|declin(?:ed|es)|reject(?:ed|s)|missing|disappear(?:ed|s)?|lost|locked|blocked|frozen|stolen|hacked|scammed|crash(?:es|ed|ing)?|bug|issue|problem|trouble|wrong (?:address|network|chain|amount)|never (?:arrived|received|got|came)|still (?:waiting|no|not|nothing))\b/i;
/** The same in Chinese. */
const CHINESE =
  /怎么|怎样|如何|为什么|为啥|咋|啥情况|什么(?:情况|原因|意思|时候|问题)|请问|求助|求救|帮忙|帮我|救命|吗(?:$|[^\p{L}]|\s)|能不能|可不可以|是不是|有没有|有人(?:知道|遇到|懂)|哪里|多久|几天|谁知道|没(?:有)?(?:到账|收到|反应|显示|成功|回复|同步)|不(?:到账|显示|成功|了账|同步|能|行|通过|对劲)|打不开|登不(?:上|进)|收不到|转不(?:了|出)|提不(?:了|出)|用不了|找不到|失败|报错|错误|卡(?:住|死)|被(?:拒|盗|骗|冻结|锁|扣)|丢了|不见了|消失|异常|冻结|问题|转错|闪退/u;

/** Whether a post asks something or tells of trouble, rather than chats: words only, so some talk passes for a question. */
export function looksLikeQuestion(text: string): boolean {
  const own = text.replace(/https?:\/\/\S+/g, ' ').slice(0, 4000);
  return MARK.test(own) || ENGLISH.test(own) || CHINESE.test(own);
}
