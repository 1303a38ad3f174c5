import { parseComponents, type Components } from '../../../../src/core/operations/incidents/components.ts';
import { opened, type Opening } from '../../../../src/core/operations/incidents/change.ts';
import type { Incident } from '../../../../src/core/operations/incidents/incident.ts';
import { published } from '../../../../src/core/operations/incidents/publish.ts';
import type { PublishedIncident } from '../../../../src/core/operations/incidents/published.ts';

export const NOW = Date.parse('2026-11-21T12:00:00Z');
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const COMPONENTS_YAML = `
swap:
  name: { en: Swaps, zh-CN: 兑换 }
  articles: [wallet/swap-failed]
  words: { en: [swap*], zh-CN: [兑换, 闪兑] }
card:
  name: { en: Card payments, zh-CN: 刷卡付款 }
  articles: [card/card-declined, card/three-d-secure]
  words: { en: [declined, card payment*, won't pay], zh-CN: [刷卡, 被拒] }
support:
  name: { en: Reaching support, zh-CN: 联系客服 }
`;

export const COMPONENTS: Components = parseComponents('components.yml', COMPONENTS_YAML);

/** An incident that was opened a minute before NOW. */
export function incident(changes: Partial<Opening> = {}, at = NOW - MINUTE): Incident {
  return opened(
    {
      id: '2026-11-21-swap-bsc',
      audience: 'public',
      severity: 'sev2',
      title: { en: 'Swaps on BNB Smart Chain are delayed', 'zh-CN': 'BNB Smart Chain 上的兑换有延迟' },
      components: ['swap'],
      regions: [],
      languages: [],
      match: { articles: [], networks: ['bsc'], words: { en: [], 'zh-CN': [] } },
      text: { en: 'Swaps take longer. Please do not repeat one.', 'zh-CN': '兑换较慢，请不要重复操作。' },
      ...changes,
    },
    at,
  );
}

export function publishedOf(...incidents: readonly Incident[]): PublishedIncident[] {
  return published(incidents, COMPONENTS, 'public');
}
