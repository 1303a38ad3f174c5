/**
 * Ends of names without a scheme that are taken for a domain in a doubtful place, such as after a Chinese full stop or with
 * a capital letter. Not the public suffix list: elsewhere any end counts.
 */
const COMMON = new Set(
  `com net org info biz app dev xyz top site online shop store help support live club vip pro tech wiki link click cloud
  space website world today life email work works zone network systems solutions services service center centre company
  group team agency digital media news blog page pages run finance financial capital money cash bank credit card cards
  exchange trade trading market markets fund funds tax wallet crypto nft games game win bet icu cyou cfd sbs bond monster
  rest bar quest lol fun ink ltd llc inc global international int edu gov mil mobi name asia cat jobs tel travel museum
  aero coop one uno dog cat art design studio social chat community city earth host hosting press rocks review reviews
  guru expert care health academy school education training video photos pics download software codes computer tools
  directory guide tips plus gold energy ventures partners holdings management consulting legal law security
  protection safe express delivery supply sale deals discount gift gifts promo bid stream party science date faith
  racing accountant loan men mom vin hair skin makeup beauty autos boats homes yachts motorcycles zip mov foo prof phd nexus
  example test invalid localhost`.split(/\s+/),
);

/** Chinese ends of domains. No domain ends in other Chinese words: they are the sentence going on. */
const CHINESE =
  '中国|中國|公司|网络|網絡|在线|商城|网址|网站|网店|集团|我爱你|手机|游戏|香港|台灣|台湾|澳門|澳门|政务|公益|信息|中信|商店|商标|餐厅|娱乐|八卦|慈善|广东|佛山|健康|企业|购物|时尚|招聘|世界|机构|组织机构|新加坡|电讯盈科|大众汽车|点看|移动|通用电器|食品|微博|谷歌|嘉里|诺基亚|淡马锡|香格里拉|书籍|大拿|联通|家電';
export const CHINESE_TOP_LEVEL = new RegExp(`^(?:${CHINESE})`, 'u');

/** Names of files look like domains: `receipt.pdf`. */
const FILES =
  /^(?:txt|pdf|jpe?g|png|gif|webp|heic|docx?|xlsx?|pptx?|csv|json|html?|exe|dmg|apk|ipa|rar|7z|mp[34]|ts|js|md|py)$/;

/** Whether a label is surely the end of a domain. */
export function isCommonTopLevel(label: string): boolean {
  return COMMON.has(label.toLowerCase()) || /^[a-z]{2}$/i.test(label);
}

/** Whether a name without a scheme may be a domain by its end. */
export function mayBeTopLevel(label: string): boolean {
  if (/^xn--/i.test(label)) return true;
  if (FILES.test(label.toLowerCase()) || !/^\p{L}{2,24}$/u.test(label)) return false;
  // "done.Please": a full stop with no space after it.
  return isCommonTopLevel(label) || !/^\p{Lu}\p{Ll}/u.test(label);
}
