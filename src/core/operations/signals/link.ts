import type { Observability } from './observability.ts';
import { fillQuery, variablesIn } from './query.ts';
import { toRison } from './rison.ts';
import type { Signal } from './signal.ts';
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

/** The dashboard that shows a signal among others, at the same time. */
export function dashboardUrl({ tool, dashboard }: Signal, tools: Observability): string | undefined {
  const base = tools[tool]?.url;
  return base === undefined || dashboard === undefined ? undefined : `${base}/${dashboard}`;
}

type UrlOf = (
  signal: Signal,
  query: string,
  tools: Observability,
  window: TimeWindow,
  now: number,
) => string | undefined;

const URLS: Readonly<Record<Signal['tool'], UrlOf>> = {
  /** https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#generate-explore-urls-from-external-tools */
  grafana({ datasource }, expr, { grafana }, window) {
    if (!grafana) return undefined;
    const uid = datasource ?? grafana.datasource;
    const range =
      window.kind === 'last'
        ? { from: `now-${window.span}`, to: 'now' }
        : { from: String(window.from), to: String(window.to) };
    const source = { type: 'prometheus', uid };
    const panes = { a: { datasource: uid, queries: [{ refId: 'A', expr, datasource: source }], range } };
    return `${grafana.url}/explore?${parameters({
      schemaVersion: '1',
      panes: JSON.stringify(panes),
      orgId: String(grafana.orgId),
    })}`;
  },
  /** https://docs.datadoghq.com/logs/explorer/: logs and events take from_ts and to_ts, traces start and end. */
  datadog({ view = 'logs' }, query, { datadog }, window, now) {
    if (!datadog) return undefined;
    const { from, to } = boundsOf(window, now);
    const live = String(window.kind === 'last');
    const [start, end] = [String(Math.round(from)), String(Math.round(to))];
    if (view === 'traces') return `${datadog.url}/apm/traces?${parameters({ query, start, end, live })}`;
    // How its explorer of metrics keeps its state in an address is not documented.
    if (view === 'metrics') return `${datadog.url}/metric/explorer`;
    const path = view === 'events' ? 'event/explorer' : 'logs';
    return `${datadog.url}/${path}?${parameters({ query, from_ts: start, to_ts: end, live })}`;
  },
  /** Discover keeps the time in _g and the rest in _a, both in Rison, after the #. */
  kibana({ index = '' }, query, { kibana }, window) {
    if (!kibana) return undefined;
    const time =
      window.kind === 'last'
        ? { from: `now-${window.span}`, to: 'now' }
        : { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() };
    const view = kibana.dataViews?.[index] ?? index;
    const state = {
      columns: [],
      index: view,
      query: { language: 'kuery', query },
      sort: [['@timestamp', 'desc']],
    };
    return `${kibana.url}/app/discover#/?${parameters({ _g: toRison({ time }), _a: toRison(state) })}`;
  },
};

function parameters(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}
