import { SHORTENERS } from '../../operations/official/platform.ts';

/** Hosts where anybody has a page in a minute: what stands before them is a name of their own. */
const FREE_HOSTS =
  /(?:^|\.)(?:web\.app|firebaseapp\.com|pages\.dev|workers\.dev|vercel\.app|netlify\.app|github\.io|gitbook\.io|glitch\.me|weebly\.com|wixsite\.com|wixstudio\.com|webflow\.io|framer\.(?:website|app)|square\.site|carrd\.co|blogspot\.com|wordpress\.com|site123\.me|ipfs\.io|dweb\.link|r2\.dev|onrender\.com|herokuapp\.com|surge\.sh|godaddysites\.com|mystrikingly\.com|typedream\.app|zapto\.org|duckdns\.org|000webhostapp\.com|tawk\.to|tawk\.help|smartsupp\.com|jivo\.chat|chaport\.com|typeform\.com|jotform\.com|forms\.gle|forms\.zohopublic\.com|lovable\.app|replit\.app)$/;
/** Endings that cost next to nothing and are mostly used for this. */
const CHEAP_ENDINGS =
  /\.(?:xyz|top|online|site|live|click|icu|shop|buzz|cyou|cfd|sbs|rest|quest|monster|lol|fun|space|website|store|vip|club|work|link|support|help|chat|center|digital|network|finance|services|solutions|cam|bond|cc|ws|pw|tk|ml|ga|cf|gq|info|biz)$/;
/** What such pages call themselves. */
const TELLING_WORDS =
  /support|ticket|help-?desk|desk|live-?chat|kefu|wallet|valid|verif|sync|rectif|resolv|restor|recover|reclaim|migrat|dapp|connect|claim|airdrop|secure|unlock|activ|fix|node|portal|care|refund|compens|buchang|tongbu|jihuo|yanzheng|jiedong|guanfang|web3|mainnet|protocol|form|authent|backup|gift|bonus|download|official|service|assist|appeal|gongdan|jiaoyan|huikui|yingshe|kongtou|lingqu|zhuihui|shouhou|fuwu|xiazai|qianbao|shengji/;

/** Whether a host is of the kind that is put up for a few days: free hosting, or a telling name. A hint, never a proof. */
export function isThrowAwayHost(host: string): boolean {
  if (FREE_HOSTS.test(host)) return true;
  const name = host.replace(/\.[^.]+$/, '');
  return TELLING_WORDS.test(name) && !isKnownHost(host) && (CHEAP_ENDINGS.test(host) || isMadeUp(name));
}

/** Two words in one name, as in `wallet-validation` or `livechatsupport`: nobody's brand. */
function isMadeUp(name: string): boolean {
  return (
    /-/.test(name) ||
    new RegExp(`^(?:${TELLING_WORDS.source})+$`).test(name) ||
    (name.match(new RegExp(TELLING_WORDS, 'g')) ?? []).length >= 2
  );
}

/** Places that people are rightly sent to. */
const KNOWN =
  /(?:^|\.)(?:walletconnect\.(?:com|network|org)|apple\.com|(?:play|support)\.google\.com|microsoft\.com|ledger\.com|trezor\.io|metamask\.io|etherscan\.io|tronscan\.org|bscscan\.com|arbiscan\.io|solscan\.io|mempool\.space|blockchain\.com|revoke\.cash|uniswap\.org|github\.com|reddit\.com|stackexchange\.com|wikipedia\.org)$/;

export function isKnownHost(host: string): boolean {
  return KNOWN.test(host) && !FREE_HOSTS.test(host);
}

export function isShortener(host: string): boolean {
  return SHORTENERS.has(host);
}
