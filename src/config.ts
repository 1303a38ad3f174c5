import type { Language } from './core/article/language.ts';
import type { Variables } from './core/article/variables.ts';
import type { TicketTarget } from './core/deflection/ticketTarget.ts';
import type { ReplyFrame } from './core/operations/replies/preparedReply.ts';
import type { Observability } from './core/operations/signals/observability.ts';
import type { EmbedderChoice } from './core/retrieval/embedderChoice.ts';

export interface Config {
  /** Where the public edition is served; used for canonical addresses and links in replies. */
  readonly site: string;
  /** The folder under that address, with slashes at both ends. */
  readonly base: string;
  /** Filled in for `{name}` in articles. Both languages name the same variables. */
  readonly variables: Readonly<Record<Language, Variables>>;
  /** How many days a translation of a security article may lag behind the English before the build fails. */
  readonly translationGraceDays: number;
  readonly ticketTarget: TicketTarget;
  /** Folder below `public/models` with the static bilingual model. */
  readonly model: string;
  /** Whether a transformer has a second look at the best articles; src/core/retrieval/embedderChoice.ts says how. */
  readonly embedder: EmbedderChoice;
  readonly suggestions: {
    /** Below this probability nothing is shown; higher means fewer, surer suggestions. */
    readonly threshold: number;
    readonly limit: number;
  };
  /** Slugs on the home page, the most asked first. */
  readonly mostAsked: readonly string[];
  /** Where Grafana, Datadog and Kibana are, and what is in them, for the links of the runbooks' signals. */
  readonly observability: Observability;
  /** How a reply from the desk begins and ends; `{brand}` and the like are filled in, `{link}` is the article's address. */
  readonly replies: Readonly<Record<Language, ReplyFrame>>;
  /** Where a file of the project is edited, with {file}: `https://github.com/acme/help/edit/main/{file}`; left out, paths are shown. */
  readonly editUrl?: string;
  /** Where an agent flags an article; left out, there is Markdown to copy. */
  readonly tracker?: {
    /** Address of the page for a new issue, with {title} and {body}: `https://…/new?title={title}&body={body}`. */
    readonly newIssueUrl: string;
  };
}

/** Named twice below: for the build, and in words for those who translate. */
const TRANSLATION_GRACE_DAYS = 14;

/** What this deployment sets. Everything a company must change is in this file and in `content/`. */
export const config: Config = {
  site: 'https://help.firstline.example',
  base: '/',
  variables: {
    en: {
      brand: 'Firstline Wallet',
      supportEmail: 'support@firstline.example',
      helpSite: 'help.firstline.example',
      firstReplyTime: 'one working day',
      purchaseDeliveryTime: '30 minutes',
      purchaseReportAfter: '24 hours',
      codeValidity: '5 minutes',
      cardFreezePath: 'Card → Freeze',
      cardBlockContact: 'the number on our official channels page',
      cardDeliveryTime: '15 working days',
      holdReleaseTime: '30 days',
      refundArrivalTime: '10 working days',
      disputeWindow: '120 days',
      topUpReportAfter: '2 hours',
      payoutTime: '1 to 3 working days',
      payoutReportAfter: '5 working days',
      verificationTime: '24 hours',
      verificationReportAfter: '3 working days',
      bankTransferReportAfter: '5 working days',
      accountClosePath: 'Settings → Account → Close account',
      recoveryPhrasePath: 'Settings → Security → Recovery phrase',
      incidentChannel: '#incidents',
      onCallTool: 'the on-call tool',
      accessSystem: 'the identity provider',
      sev1UpdateEvery: '30 minutes',
      providerRegister: 'the provider register',
      complianceQueue: 'the compliance queue',
      securityChannel: '#security-restricted',
      errorRateAlert: '1%',
      successRateAlert: '95%',
      latencyAlert: '2 seconds',
      queueAgeAlert: '5 minutes',
      crashFreeTarget: '99.5%',
      logRetention: '30 days',
      reviewWithin: 'five working days',
      accessReviewEvery: 'three months',
      unusedAccessAfter: '60 days',
      personalDataAccessLimit: '30 days',
      temporaryAccessLimit: '8 hours',
      secretVault: 'the password manager',
      priceMaxAge: '5 minutes',
      priceMaxDeviation: '3%',
      translationGrace: `${TRANSLATION_GRACE_DAYS} days`,
    },
    'zh-CN': {
      brand: 'Firstline 钱包',
      supportEmail: 'support@firstline.example',
      helpSite: 'help.firstline.example',
      firstReplyTime: '一个工作日',
      purchaseDeliveryTime: '30 分钟',
      purchaseReportAfter: '24 小时',
      codeValidity: '5 分钟',
      cardFreezePath: '卡片 → 冻结',
      cardBlockContact: '官方渠道页面上的电话',
      cardDeliveryTime: '15 个工作日',
      holdReleaseTime: '30 天',
      refundArrivalTime: '10 个工作日',
      disputeWindow: '120 天',
      topUpReportAfter: '2 小时',
      payoutTime: '1 到 3 个工作日',
      payoutReportAfter: '5 个工作日',
      verificationTime: '24 小时',
      verificationReportAfter: '3 个工作日',
      bankTransferReportAfter: '5 个工作日',
      accountClosePath: '设置 → 账户 → 注销账户',
      recoveryPhrasePath: '设置 → 安全 → 助记词',
      incidentChannel: '#incidents',
      onCallTool: '值班工具',
      accessSystem: '身份认证系统',
      sev1UpdateEvery: '30 分钟',
      providerRegister: '服务商登记表',
      complianceQueue: '合规队列',
      securityChannel: '#security-restricted',
      errorRateAlert: '1%',
      successRateAlert: '95%',
      latencyAlert: '2 秒',
      queueAgeAlert: '5 分钟',
      crashFreeTarget: '99.5%',
      logRetention: '30 天',
      reviewWithin: '五个工作日',
      accessReviewEvery: '3 个月',
      unusedAccessAfter: '60 天',
      personalDataAccessLimit: '30 天',
      temporaryAccessLimit: '8 小时',
      secretVault: '密码管理器',
      priceMaxAge: '5 分钟',
      priceMaxDeviation: '3%',
      translationGrace: `${TRANSLATION_GRACE_DAYS} 天`,
    },
  },
  translationGraceDays: TRANSLATION_GRACE_DAYS,
  ticketTarget: { kind: 'mailto', address: 'support@firstline.example' },
  model: 'firstline-en-zh',
  embedder: { kind: 'static' },
  suggestions: { threshold: 0.68, limit: 3 },
  mostAsked: [
    'wallet/pending-transaction',
    'card/card-declined',
    'wallet/incoming-transfer-missing',
    'wallet/wrong-network',
    'payments/purchase-not-delivered',
    'security/phishing-and-fake-support',
  ],
  replies: {
    en: {
      greeting: 'Hello,',
      readMore: 'Every step, and what you should see at each: {link}',
      signOff:
        'If a step looks different for you, answer and tell us which one.\n\nKind regards,\n{brand} support',
    },
    'zh-CN': {
      greeting: '你好，',
      readMore: '每一步该怎么做、会看到什么，都写在这里：{link}',
      signOff: '如果哪一步和你看到的不一样，回复告诉我们是哪一步。\n\n{brand}客服',
    },
  },
  observability: {
    grafana: {
      url: 'https://grafana.firstline.example',
      datasource: 'prometheus',
      datasources: { prometheus: { type: 'prometheus' } },
      orgId: 1,
    },
    datadog: { url: 'https://datadog.firstline.example' },
    kibana: {
      url: 'https://kibana.firstline.example',
      dataViews: {
        'app-events-*': 'app-events',
        'auth-events-*': 'auth-events',
        'community-posts-*': 'community-posts',
        'helpdesk-audit-*': 'helpdesk-audit',
        'helpdesk-tickets-*': 'helpdesk-tickets',
        'wallet-api-*': 'wallet-api',
        'wallet-backend-*': 'wallet-backend',
      },
    },
    dashboards: {
      access: { tool: 'kibana', id: 'access' },
      api: { tool: 'grafana', id: 'api' },
      card: { tool: 'grafana', id: 'card' },
      clients: { tool: 'kibana', id: 'clients' },
      identity: { tool: 'grafana', id: 'identity' },
      prices: { tool: 'grafana', id: 'prices' },
      providers: { tool: 'datadog', id: 'pro-vid-ers' },
      queues: { tool: 'grafana', id: 'queues' },
      tickets: { tool: 'kibana', id: 'tickets' },
      transactions: { tool: 'grafana', id: 'transactions' },
    },
  },
};
