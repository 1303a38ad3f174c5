import type { Observability } from './observability.ts';
import { fillQuery, variablesIn } from './query.ts';
import { toRison } from './rison.ts';
import type { Signal, Tool } from './signal.ts';
import { boundsOf, type TimeWindow } from './timeWindow.ts';
import { hasShape } from './variables.ts';

/** Where a signal is seen, or why that cannot be said. */
export type SignalLink =
  | {
      readonly kind: 'link';
      readonly url: string;
      /** The query with everything filled in. */
      readonly query: string;
      /** The address cannot carry the query: it must be pasted there. */
      readonly mustPaste: boolean;
    }
  | { readonly kind: 'needs'; readonly missing: readonly string[]; readonly wrong: readonly string[] }
  | { readonly kind: 'no-tool' };

/**
 * The deep link of a signal.
 * @param values what was typed for each variable
 * @param now in milliseconds since 1970
 */
export function linkTo(
  signal: Signal,
  tools: Observability,
  window: TimeWindow,
  values: Readonly<Record<string, string>>,
  now: number,
): SignalLink {
  const names = variablesIn(signal.query);
  const valueOf = (name: string): string => values[name]?.trim() ?? '';
  const missing = names.filter((name) => valueOf(name) === '');
  const wrong = names.filter((name) => valueOf(name) !== '' && !hasShape(name, valueOf(name)));
  if (missing.length + wrong.length > 0) return { kind: 'needs', missing, wrong };
  const query = fillQuery(signal, values);
  const url = URLS[signal.tool](signal, query, tools, window, now);
  if (url === undefined) return { kind: 'no-tool' };
  return { kind: 'link', url, query, mustPaste: signal.tool === 'datadog' && signal.view === 'metrics' };
}

/** The dashboard that shows a signal among others, at the same time; undefined where the deployment has none. */
export function dashboardUrl(
  { dashboard = '' }: Pick<Signal, 'dashboard'>,
  tools: Observability,
  window: TimeWindow,
  now: number,
): string | undefined {
  const known = Object.hasOwn(tools.dashboards, dashboard) ? tools.dashboards[dashboard] : undefined;
  return known && DASHBOARD_URLS[known.tool](known.id, tools, window, now);
}

type UrlOf = (
  signal: Signal,
  query: string,
  tools: Observability,
  window: TimeWindow,
  now: number,
) => string | undefined;

const URLS: Readonly<Record<Tool, UrlOf>> = {
  /** https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#generate-explore-urls-from-external-tools */
  grafana({ datasource }, expr, { grafana }, window) {
    if (!grafana) return undefined;
    const uid = datasource ?? grafana.datasource;
    const source = { type: grafana.datasources[uid]?.type ?? 'prometheus', uid };
    const queries = [{ refId: 'A', expr, datasource: source }];
    const panes = { a: { datasource: uid, queries, range: grafanaRange(window) } };
    return `${grafana.url}/explore?${parameters({
      schemaVersion: '1',
      panes: JSON.stringify(panes),
      orgId: String(grafana.orgId),
    })}`;
  },
  /** https://docs.datadoghq.com/logs/explorer/: logs and events take from_ts and to_ts, traces start and end. */
  datadog({ view = 'logs' }, query, { datadog }, window, now) {
    if (!datadog) return undefined;
    const { start, end, live } = datadogTime(window, now);
    if (view === 'traces') return `${datadog.url}/apm/traces?${parameters({ query, start, end, live })}`;
    // How its explorer of metrics keeps the query in an address is not documented; the time, it shows itself.
    if (view === 'metrics')
      return `${datadog.url}/metric/explorer?${parameters({ start, end, paused: String(live === 'false') })}`;
    const path = view === 'events' ? 'event/explorer' : 'logs';
    return `${datadog.url}/${path}?${parameters({ query, from_ts: start, to_ts: end, live })}`;
  },
  /**
   * Discover keeps the time in _g and the rest in _a, both in Rison, after the #; which data view, in `dataSource` since 8.15
   * (https://github.com/elastic/kibana/pull/182321).
   */
  kibana({ index = '' }, query, { kibana }, window) {
    if (!kibana) return undefined;
    const state = {
      columns: [],
      dataSource: { dataViewId: kibana.dataViews[index] ?? index, type: 'dataView' },
      query: { language: 'kuery', query },
      sort: [['@timestamp', 'desc']],
    };
    return `${kibana.url}/app/discover#/?${parameters({ _g: kibanaTime(window), _a: toRison(state) })}`;
  },
};

type DashboardUrlOf = (
  id: string,
  tools: Observability,
  window: TimeWindow,
  now: number,
) => string | undefined;

const DASHBOARD_URLS: Readonly<Record<Tool, DashboardUrlOf>> = {
  /** https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/create-dashboard-url-variables/ */
  grafana(id, { grafana }, window) {
    if (!grafana) return undefined;
    const time = { orgId: String(grafana.orgId), ...grafanaRange(window) };
    return `${grafana.url}/d/${encodeURIComponent(id)}?${parameters(time)}`;
  },
  datadog(id, { datadog }, window, now) {
    if (!datadog) return undefined;
    const { start, end, live } = datadogTime(window, now);
    return `${datadog.url}/dashboard/${encodeURIComponent(id)}?${parameters({ from_ts: start, to_ts: end, live })}`;
  },
  /** Like Discover, it keeps the time in _g. */
  kibana(id, { kibana }, window) {
    if (!kibana) return undefined;
    return `${kibana.url}/app/dashboards#/view/${encodeURIComponent(id)}?${parameters({ _g: kibanaTime(window) })}`;
  },
};

function grafanaRange(window: TimeWindow): { readonly from: string; readonly to: string } {
  return window.kind === 'last'
    ? { from: `now-${window.span}`, to: 'now' }
    : { from: String(window.from), to: String(window.to) };
}

function datadogTime(window: TimeWindow, now: number) {
  const { from, to } = boundsOf(window, now);
  return {
    start: String(Math.round(from)),
    end: String(Math.round(to)),
    live: String(window.kind === 'last'),
  };
}

function kibanaTime(window: TimeWindow): string {
  const time =
    window.kind === 'last'
      ? { from: `now-${window.span}`, to: 'now' }
      : { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() };
  return toRison({ time });
}

function parameters(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}
