/** Where a company may have an account, and where impostors of it have one. */
export const PLATFORMS = [
  'telegram',
  'whatsapp',
  'wechat',
  'x',
  'discord',
  'facebook',
  'instagram',
  'youtube',
  'tiktok',
  'reddit',
  'linkedin',
  'weibo',
  'xiaohongshu',
  'qq',
  'line',
  'signal',
  'skype',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Names that people write, in either language. A short one (wx, tg) counts only with a colon: see handles.ts. */
export const PLATFORM_WORDS: Readonly<Record<Platform, string>> = {
  telegram: 'telegram|电报|纸飞机|飞机号|飞机|tg',
  whatsapp: "what'?s ?app|ws",
  wechat: 'wechat|weixin|企业微信|微信|公众号|威信|薇信|加[微薇]信?|加v|v信|vx|wx',
  x: 'twitter|推特|x\\.com|x',
  discord: 'discord|dc',
  facebook: 'facebook|脸书|messenger|fb',
  instagram: 'instagram|insta|ins|ig',
  youtube: 'youtube|油管|yt',
  tiktok: 'tik ?tok|抖音',
  reddit: 'reddit',
  linkedin: 'linkedin|领英',
  weibo: 'weibo|微博',
  xiaohongshu: 'xiaohongshu|rednote|小红书|xhs',
  qq: 'qq群|qq',
  line: 'line',
  signal: 'signal',
  skype: 'skype',
};

/** Words that mean something else too: they name a platform only in front of a colon. */
export const AMBIGUOUS_WORDS = new Set([
  '飞机',
  'line',
  'signal',
  'x',
  'ws',
  'tg',
  'dc',
  'fb',
  'ins',
  'ig',
  'yt',
  'wx',
  'vx',
]);

interface PlatformHost {
  readonly platform: Platform;
  /** Finds the account's name in path and query; `name` is the group. */
  readonly name: RegExp;
}

const FIRST = /^\/@?(?<name>[^/?#]+)/;

/** Hosts whose path names an account. */
export const PLATFORM_HOSTS: Readonly<Record<string, PlatformHost>> = {
  't.me': { platform: 'telegram', name: /^\/(?:s\/|joinchat\/)?@?(?<name>[^/?#]+)/ },
  'telegram.me': { platform: 'telegram', name: /^\/(?:s\/|joinchat\/)?@?(?<name>[^/?#]+)/ },
  'telegram.dog': { platform: 'telegram', name: /^\/(?:s\/|joinchat\/)?@?(?<name>[^/?#]+)/ },
  'wa.me': { platform: 'whatsapp', name: FIRST },
  'api.whatsapp.com': { platform: 'whatsapp', name: /[?&]phone=(?<name>[^&#]+)/ },
  'chat.whatsapp.com': { platform: 'whatsapp', name: FIRST },
  'x.com': { platform: 'x', name: FIRST },
  'twitter.com': { platform: 'x', name: FIRST },
  'discord.gg': { platform: 'discord', name: FIRST },
  'discord.com': { platform: 'discord', name: /^\/invite\/(?<name>[^/?#]+)/ },
  'facebook.com': { platform: 'facebook', name: FIRST },
  'fb.com': { platform: 'facebook', name: FIRST },
  'm.me': { platform: 'facebook', name: FIRST },
  'instagram.com': { platform: 'instagram', name: FIRST },
  'youtube.com': { platform: 'youtube', name: /^\/(?:@|c\/|user\/)(?<name>[^/?#]+)/ },
  'tiktok.com': { platform: 'tiktok', name: /^\/@(?<name>[^/?#]+)/ },
  'reddit.com': { platform: 'reddit', name: /^\/(?:r|u|user)\/(?<name>[^/?#]+)/ },
  'linkedin.com': { platform: 'linkedin', name: /^\/(?:in|company)\/(?<name>[^/?#]+)/ },
  'weibo.com': { platform: 'weibo', name: /^\/(?:n\/|u\/)?(?<name>[^/?#]+)/ },
  'line.me': { platform: 'line', name: /^\/(?:R\/)?ti\/p\/(?<name>[^/?#]+)/ },
};

export const APP_STORES = ['app-store', 'google-play'] as const;
export type AppStore = (typeof APP_STORES)[number];

/** Hosts whose path names an app. */
export const APP_STORE_HOSTS: Readonly<Record<string, { readonly store: AppStore; readonly id: RegExp }>> = {
  'apps.apple.com': { store: 'app-store', id: /\/id(?<id>\d+)/ },
  'itunes.apple.com': { store: 'app-store', id: /\/id(?<id>\d+)/ },
  'play.google.com': { store: 'google-play', id: /[?&]id=(?<id>[\w.]+)/ },
};

/** Services whose links hide where they lead. */
export const SHORTENERS: ReadonlySet<string> = new Set([
  'bit.ly',
  'tinyurl.com',
  't.co',
  'goo.gl',
  'is.gd',
  'v.gd',
  'ow.ly',
  'buff.ly',
  'rebrand.ly',
  'cutt.ly',
  'rb.gy',
  'shorturl.at',
  'tiny.cc',
  't.ly',
  'bl.ink',
  's.id',
  'lnkd.in',
  'linktr.ee',
  'qr.ae',
  'adf.ly',
  'shorte.st',
  'soo.gd',
  't.cn',
  'url.cn',
  'dwz.cn',
  'w.url.cn',
  'suo.im',
  'suo.nz',
  'tb.cn',
  'm.tb.cn',
  '3.cn',
  'u.jd.com',
  'dwz.win',
  'sourl.cn',
  'c1n.cn',
  'urlc.cn',
  'reurl.cc',
  'lihi.cc',
  'kutt.it',
  'clck.ru',
  'vk.cc',
  'qrco.de',
  'me-qr.com',
]);
