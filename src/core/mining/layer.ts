/** Where a fault may lie. */
export const LAYERS = ['client', 'api', 'backend', 'provider'] as const;
export type Layer = (typeof LAYERS)[number];

/** Words that people use when a fault lies there: what they see, not what it is. */
const SIGNS: Readonly<Record<Layer, RegExp>> = {
  client:
    /\b(?:crash(?:es|ed|ing)?|freez(?:es|ing)|frozen|screen|button|app (?:store|update)|update[ds]?|install(?:ed|ing)?|extension|browser|widget|ios|iphone|android|face ?id|fingerprint|loading|keyboard|blank|layout)\b|闪退|卡住|卡死|白屏|黑屏|按钮|更新|安装|插件|浏览器|苹果手机|安卓|指纹|面容|加载|界面|打不开/giu,
  api: /\b(?:api|error (?:code )?[45]\d\d|http|timeouts?|timed out|time[- ]out|rate limit(?:ed)?|too many requests|gateway|unauthori[sz]ed|endpoint|webhooks?|rpc|connection (?:failed|refused|lost))\b|接口|超时|网关|请求过多|连接失败|网络错误|报错\s?[45]\d\d/giu,
  backend:
    /\b(?:balance|ledger|pending|statement|limit|account|database|sync(?:ed|ing|hronis\w+)?|processing|duplicate[ds]?|charged twice|cashback|history|not credited)\b|余额|账单|对账|限额|同步|处理中|待确认|重复扣|扣了两次|返现|到账|记录/giu,
  provider:
    /\b(?:visa|mastercard|apple ?pay|google ?pay|merchant|terminal|issuer|bank|sepa|swift|exchange|binance|coinbase|kyc|verification provider|courier|dhl|moonpay|etherscan|bridge|network congest\w+)\b|商户|商家|刷卡机|发卡行|银行|交易所|币安|快递|服务商|第三方|通道|跨链桥|微信支付|支付宝/giu,
};

/** The layer that most of a text's words point to, or undefined. A hint: people say what they see. */
export function layerOf(text: string): Layer | undefined {
  const counts = LAYERS.map((layer) => ({
    layer,
    signs: new Set(text.toLowerCase().match(SIGNS[layer])).size,
  }));
  const [first, second] = counts.sort((a, b) => b.signs - a.signs);
  return first!.signs > second!.signs ? first!.layer : undefined;
}
