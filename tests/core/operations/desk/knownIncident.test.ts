import { describe, expect, test } from 'vitest';
import { customerLine, knownIncident } from '../../../../src/core/operations/desk/knownIncident.ts';
import type { PublishedIncident } from '../../../../src/core/operations/incidents/published.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const swaps = (id: string, audience: 'public' | 'internal'): PublishedIncident => ({
  id,
  impact: audience === 'internal' ? 'severe' : 'minor',
  status: 'identified',
  title: { en: 'swaps are delayed', 'zh-CN': '兑换变慢' },
  components: [{ id: 'swaps', name: { en: 'Swaps', 'zh-CN': '兑换' } }],
  regions: [],
  languages: [],
  started: '2026-11-21T11:00:00Z',
  updated: '2026-11-21T11:48:00Z',
  expires: '2026-11-22T12:00:00Z',
  updates: [{ at: '2026-11-21T11:48:00Z', status: 'identified', text: { en: 'x', 'zh-CN': 'x' } }],
  match: { articles: ['wallet/swap-failed'], networks: ['bsc'], words: { en: ['swap*'], 'zh-CN': [] } },
  internal: { audience, severity: 'sev2' },
});
const query = { text: 'my swap on bsc fails', slugs: [], language: 'en' } as const;
const SITE = 'https://help.example/';

describe('what the desk knows of an incident', () => {
  test('a customer is never told of an internal one', () => {
    expect(customerLine(swaps('a', 'internal'), 'zh-CN', SITE, NOW)).toBeUndefined();
    expect(customerLine(swaps('a', 'public'), 'zh-CN', SITE, NOW)).toBe(
      '我们已经知道：兑换变慢。已找到原因，12 分钟前更新。 https://help.example/zh-cn/status/#a',
    );
  });

  test('one that customers may hear of comes before an internal one that is graver', () => {
    const both = [swaps('hidden', 'internal'), swaps('open', 'public')];
    expect(knownIncident(query, both, NOW)?.id).toBe('open');
    expect(knownIncident(query, both.slice(0, 1), NOW)?.id).toBe('hidden');
    expect(knownIncident({ ...query, text: 'my card' }, both, NOW)).toBeUndefined();
  });
});
