import type { Language } from '../../article/language.ts';

/** The words by which a request for a secret is known. */
export interface SecretRequest {
  /** Where one clause ends and the next begins; no character that matters is part of it. */
  readonly boundary: RegExp;
  /** Taken out first: parts of a card that are no secret. */
  readonly harmless: RegExp;
  readonly secret: RegExp;
  /** Stands for a secret that was named in the clause before. */
  readonly pronoun: RegExp;
  readonly handsOver: RegExp;
  readonly types: RegExp;
  readonly elsewhere: RegExp;
  /** A clause that says not to, or speaks of somebody who asks. */
  readonly forbids: RegExp;
}

const EN_HANDS_OVER =
  "send(?:ing)?|shar(?:e|ing)|giv(?:e|ing)|tell(?:ing)?|provid(?:e|ing)|supply|forward|reply with|respond with|answer with|writ(?:e|ing) (?:us|me|back|down for)|e-?mail|text|message|read (?:out|it out|us|me)|say|dictate|attach|upload|submit|photograph|(?:take |send )?(?:a )?(?:photo|picture|screenshot)s? of|include|let (?:us|me) (?:have|know)|(?:we|i|our team)(?:'ll| will| shall| may| might| would| also| do| only)* (?:need|want|require|ask for|ask you for)|what is|what's|confirm|show (?:us|me)";
const EN_NO = "never|not|[a-z]+n't|no one|nobody|no|none|neither|nor|without|refuse";

export const SECRET_REQUESTS: Readonly<Record<Language, SecretRequest>> = {
  en: {
    boundary:
      /[.!?;](?=\s|$)|,(?=\s+(?:please|just|only|and|then|so|we|you|i|but|instead)\b)|\b(?=(?:but|except|instead|however|otherwise)\b)/i,
    harmless:
      /(?:the )?last (?:four|4) (?:digits|numbers)(?: of (?:the|your|this) card(?:'s)?(?: number)?)?/gi,
    secret:
      /\b(?:(?:recovery|seed|secret|backup|mnemonic) ?(?:phrases?|words?)|passphrases?|mnemonics?|(?:12|24|twelve|twenty-four)(?:-| )words?|private keys?|keystore|passcodes?|passwords?|pins?\b|cvv|cvc|security codes?|card(?:'s)? (?:full )?numbers?|(?:one-time|verification|login|sms|text message|confirmation|2fa|approval) (?:codes?|passwords?)|otps?|(?:the|your|this|that|any) codes?)\b/i,
    pronoun: /\b(?:it|them|these|those|both|all of this)\b/i,
    handsOver: new RegExp(String.raw`\b(?:${EN_HANDS_OVER})\b`, 'i'),
    types: /\b(?:type|enter|fill in|put|paste|input|write|import)\b/i,
    elsewhere:
      /\b(?:form|link|page|website|site|portal|chat|e-?mail|message|ticket|reply|browser|document|note|cloud|here|below)\b/i,
    forbids: new RegExp(
      String.raw`\b(?:${EN_NO})\b(?:(?!\b(?:and|then|please|so)\b).)*\b(?:${EN_HANDS_OVER}|ask|asks|need|needs|want|know|type|enter|put|paste|write)\b|\b(?:${EN_HANDS_OVER}|need) (?:no|none|neither)\b|\b(?:anyone|anybody|whoever|someone|somebody|people)\b.*\b(?:asks?|asked|wants?|says?|calls?|demands?|knows?|sees?|has)\b`,
      'i',
    ),
  },
  'zh-CN': {
    boundary: /[。！？；!?;，,]|(?=但是|不过|而是|否则)/u,
    harmless: /(?:卡号|银行卡|卡片)?(?:的)?(?:最后|后|末) ?(?:四|4) ?位(?:数字?|号码)?/gu,
    secret:
      /助记词|恢复短语|私钥|密钥|(?:12|24|十二|二十四) ?个?(?:单词|词)|keystore|密码|口令|PIN(?: ?码)?|CVV|CVC|安全码|卡号|验证码|动态码/iu,
    pronoun: /它|这些|那些|一并|直接|(?:给我们?|给客服|过来|上来|一下)$/u,
    handsOver:
      /(?:发(?!现|卡|生|起|行|出去|货|票)|提供|告(?:诉|知)|回复|回传|上传|截图|截个图|拍照|拍(?:下|张|个)|报(?:给|一下|上)|念|说(?:一下|给|出)|分享|转发|附上|带上|写上|交给|填给|(?:我们?|客服|团队)(?:会|将|还|也|只)?(?:需要|要|想要|想知道)|是多少|是什么)(?!了|过(?!来))/u,
    types: /输入|填写|填入|填|粘贴|导入|写(?:在|到|进)/u,
    elsewhere: /网页|网站|链接|表单|页面|浏览器|聊天|邮件|短信|工单|回复|文档|备忘录|云|这里|下面/u,
    forbids:
      /不要|不用|不必|不需要|不会|不能|不得|不该|别(?!人)|勿|绝不|从不|从来不|永远不|禁止|没有人会|(?:任何人|谁|凡是?|有人|对方|陌生人|骗子).*(?:要|问|索|说|拿|看|知道)/u,
  },
};
