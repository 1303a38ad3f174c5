import { expect, it } from 'vitest';
import type { Observability } from '../../../../src/core/operations/signals/observability.ts';
import { lintSignals } from '../../../../src/core/operations/signals/lintSignals.ts';

const TOOLS: Observability = {
  grafana: { url: 'https://g', datasource: 'prom', datasources: { prom: { type: 'prometheus' } }, orgId: 1 },
  kibana: { url: 'https://k', dataViews: { 'wallet-api-*': '4711' } },
  dashboards: { card: { tool: 'grafana', id: 'x' } },
};
const page = (signal: string, id = 'runbooks/x') => ({
  file: `${id}.md`,
  id,
  text: `---\ntitle: X\nsignals:\n  - id: a\n${signal}    title: { en: x, zh-CN: x }\n    query: x\n    threshold: { en: x, zh-CN: x }\n---\nText\n`,
});
const said = (signal: string, id?: string) =>
  lintSignals([page(signal, id)], TOOLS).map(
    ({ line, severity, message }) => `${line} ${severity} ${message.replace(/;.*/, '')}`,
  );

it('names what the deployment does not have, with its line', () => {
  expect(said('    tool: kibana\n    index: wallet-x-*\n    dashboard: card\n')).toEqual([
    '6 error signals.0.index: found wallet-x-*, which has no data view',
  ]);
  expect(said('    tool: grafana\n    datasource: loki\n    dashboard: cards\n')).toEqual([
    '7 warning signals.0.dashboard: found cards',
    '6 error signals.0.datasource: found loki',
  ]);
  expect(said('    tool: datadog\n')).toEqual(['4 warning signals.0.dashboard: found nothing']);
  expect(said('    tool: kibana\n    index: wallet-api-*\n    dashboard: card\n')).toEqual([]);
});

it('leaves translations and wrong fields to others', () => {
  expect(said('    tool: datadog\n', 'zh-cn/runbooks/x')).toEqual([]);
  expect(said('    tool: splunk\n')).toEqual([]);
});
