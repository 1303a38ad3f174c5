import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { belongsTo, type Audience, type Edition } from '../core/article/edition.ts';
import type { Language } from '../core/article/language.ts';

/** A top folder of `content/docs`. */
export interface Section {
  readonly folder: string;
  readonly audience: Audience;
  readonly label: Readonly<Record<Language, string>>;
  readonly summary: Readonly<Record<Language, string>>;
  /** The 24 × 24 outline of its icon, as SVG path data. */
  readonly icon: string;
  /** Folders below it that form groups of their own. */
  readonly groups?: readonly {
    readonly folder: string;
    readonly label: Readonly<Record<Language, string>>;
  }[];
}

export const SECTIONS: readonly Section[] = [
  {
    folder: 'wallet',
    audience: 'public',
    label: { en: 'Wallet', 'zh-CN': '钱包' },
    summary: {
      en: 'Transfers, networks, tokens, fees, restoring',
      'zh-CN': '转账、网络、代币、矿工费、恢复钱包',
    },
    icon: 'M3 7.5A2.5 2.5 0 0 1 5.5 5H18v3M3 7.5V17a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7a2 2 0 0 0-2-2H5.5M16.5 13.5h.01',
  },
  {
    folder: 'security',
    audience: 'public',
    label: { en: 'Security', 'zh-CN': '安全' },
    summary: { en: 'Scams, fake support, an exposed phrase', 'zh-CN': '诈骗、假客服、助记词泄露' },
    icon: 'M12 3l7 3v5c0 4.6-2.9 8.2-7 10-4.1-1.8-7-5.4-7-10V6l7-3ZM9 12l2.2 2.2L15.2 10',
  },
  {
    folder: 'card',
    audience: 'public',
    label: { en: 'Card', 'zh-CN': '卡片' },
    summary: {
      en: 'Declined payments, refunds, cash, limits, lost cards',
      'zh-CN': '付款被拒、退款、取现、限额、卡片丢失',
    },
    icon: 'M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7ZM3 10h18M7 15h3',
  },
  {
    folder: 'payments',
    audience: 'public',
    label: { en: 'Buying and selling', 'zh-CN': '买币与卖币' },
    summary: {
      en: 'Purchases, payouts, identity checks, bank transfers',
      'zh-CN': '买币、卖币、身份验证、银行转账',
    },
    icon: 'M7 8h12l-3-3M17 16H5l3 3M12 10v4',
  },
  {
    folder: 'account',
    audience: 'public',
    label: { en: 'Account and support', 'zh-CN': '账户与客服' },
    summary: {
      en: 'Your details, statements, closing, how to reach us',
      'zh-CN': '资料、对账单、注销、怎样联系我们',
    },
    icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c1-3.4 4-5 7.5-5s6.5 1.6 7.5 5',
  },
  {
    folder: 'runbooks',
    audience: 'internal',
    label: { en: 'Runbooks', 'zh-CN': '运维手册' },
    summary: {
      en: 'Triage, incidents, monitoring, escalation, access, community, knowledge base',
      'zh-CN': '排查、事故、监控、升级、权限、社区、知识库',
    },
    icon: 'M5 4h10l4 4v12H5V4ZM14 4v5h5M8.5 13h7M8.5 16.5h5',
    groups: [
      { folder: 'triage', label: { en: 'Triage', 'zh-CN': '排查' } },
      { folder: 'incidents', label: { en: 'Incidents', 'zh-CN': '事故' } },
      { folder: 'monitoring', label: { en: 'Monitoring', 'zh-CN': '监控' } },
      { folder: 'escalation', label: { en: 'Escalation', 'zh-CN': '升级' } },
      { folder: 'access', label: { en: 'Access', 'zh-CN': '权限' } },
      { folder: 'community', label: { en: 'Community', 'zh-CN': '社区' } },
      { folder: 'kb', label: { en: 'Knowledge base', 'zh-CN': '知识库' } },
    ],
  },
];

export function sectionsOf(edition: Edition): Section[] {
  return SECTIONS.filter((section) => belongsTo(edition, section.audience));
}

export function sidebarFor(edition: Edition): NonNullable<StarlightUserConfig['sidebar']> {
  const sections = sectionsOf(edition).map(({ folder, label, groups }) => ({
    ...localized(label),
    collapsed: true,
    items: groups
      ? groups.map((group) => ({
          ...localized(group.label),
          items: [{ autogenerate: { directory: `${folder}/${group.folder}` } }],
        }))
      : [{ autogenerate: { directory: folder } }],
  }));
  const status = { ...localized({ en: 'Service status', 'zh-CN': '服务状态' }), link: '/status/' };
  const findOut = {
    ...localized({ en: 'Find out what happened', 'zh-CN': '查一查发生了什么' }),
    link: '/find-out/',
  };
  const contact = { ...localized({ en: 'Contact support', 'zh-CN': '联系客服' }), link: '/contact/' };
  const desk = { ...localized({ en: 'Agent’s desk', 'zh-CN': '客服工作台' }), link: '/desk/' };
  const escalate = { ...localized({ en: 'Escalate', 'zh-CN': '升级' }), link: '/desk/escalate/' };
  const signals = { ...localized({ en: 'Signals', 'zh-CN': '信号' }), link: '/desk/signals/' };
  const triage = { ...localized({ en: 'Triage', 'zh-CN': '问题排查' }), link: '/triage/' };
  const mining = { ...localized({ en: 'Recurring issues', 'zh-CN': '反复出现的问题' }), link: '/mining/' };
  const craft = { ...localized({ en: 'Knowledge upkeep', 'zh-CN': '知识库维护' }), link: '/craft/' };
  return [
    ...sections,
    findOut,
    contact,
    status,
    ...(edition === 'internal' ? [desk, triage, escalate, signals, mining, craft] : []),
  ];
}

/** A label as Starlight's sidebar takes it. */
function localized(label: Readonly<Record<Language, string>>) {
  return { label: label.en, translations: { 'zh-CN': label['zh-CN'] } };
}
