import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dashboardUrl, linkTo } from '../../../../src/core/operations/signals/link.ts';
import type { Observability } from '../../../../src/core/operations/signals/observability.ts';
import { fillQuery, variablesIn } from '../../../../src/core/operations/signals/query.ts';
import type { Signal } from '../../../../src/core/operations/signals/signal.ts';
import { queryProblems } from '../../../../src/core/operations/signals/syntax.ts';
import { windowAround } from '../../../../src/core/operations/signals/timeWindow.ts';
import { hasShape } from '../../../../src/core/operations/signals/variables.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const TOOLS: Observability = {
  grafana: {
    url: 'https://grafana.example/g',
    datasource: 'prom',
    datasources: { prom: { type: 'prometheus' }, other: { type: 'loki' } },
    orgId: 2,
  },
  datadog: { url: 'https://datadog.example' },
  kibana: { url: 'https://kibana.example/s/support', dataViews: { 'wallet-api-*': '4711-abc' } },
  dashboards: {
    card: { tool: 'grafana', id: 'abc' },
    providers: { tool: 'datadog', id: 'a1b-c2d-e3f' },
    clients: { tool: 'kibana', id: '4711' },
  },
};
const LAST_HOUR = { kind: 'last', span: '1h' } as const;
const words = { en: 'x', 'zh-CN': 'x' };
const signal = (rest: Partial<Signal> & Pick<Signal, 'tool' | 'query'>): Signal => ({
  id: 'x',
  title: words,
  threshold: words,
  ...rest,
});
const urlOf = (given: Signal, values = {}, window: Parameters<typeof linkTo>[2] = LAST_HOUR) => {
  const made = linkTo(given, TOOLS, window, values, NOW);
  if (made.kind !== 'link') throw new Error(JSON.stringify(made));
  return new URL(made.url);
};

describe('Grafana Explore', () => {
  const rate = signal({ tool: 'grafana', query: 'sum(rate(x{route="<route>"}[5m]))' });

  it('has the panes of the documented form', () => {
    const url = urlOf(rate, { route: '/v1/tx' });
    expect(url.origin + url.pathname).toBe('https://grafana.example/g/explore');
    expect(url.searchParams.get('schemaVersion')).toBe('1');
    expect(url.searchParams.get('orgId')).toBe('2');
    expect(JSON.parse(url.searchParams.get('panes')!)).toEqual({
      a: {
        datasource: 'prom',
        queries: [
          {
            refId: 'A',
            expr: 'sum(rate(x{route="/v1/tx"}[5m]))',
            datasource: { type: 'prometheus', uid: 'prom' },
          },
        ],
        range: { from: 'now-1h', to: 'now' },
      },
    });
  });

  it('takes another source, and a fixed time in milliseconds', () => {
    const url = urlOf({ ...rate, datasource: 'other' }, { route: 'x' }, windowAround(NOW, '1h'));
    const { a } = JSON.parse(url.searchParams.get('panes')!);
    expect(a.datasource).toBe('other');
    expect(a.queries[0].datasource).toEqual({ type: 'loki', uid: 'other' });
    expect(a.range).toEqual({ from: String(NOW - 1_800_000), to: String(NOW + 1_800_000) });
  });
});

describe('Datadog', () => {
  it('has query, from_ts and to_ts for logs, and start and end for traces', () => {
    const logs = urlOf(signal({ tool: 'datadog', query: 'service:x @trace_id:<trace_id>' }), {
      trace_id: 'a b:c',
    });
    expect(logs.pathname).toBe('/logs');
    expect(Object.fromEntries(logs.searchParams)).toEqual({
      query: 'service:x @trace_id:a\\ b\\:c',
      from_ts: String(NOW - 3_600_000),
      to_ts: String(NOW),
      live: 'true',
    });
    const traces = urlOf(
      signal({ tool: 'datadog', view: 'traces', query: 'env:p' }),
      {},
      windowAround(NOW, '15m'),
    );
    expect(traces.pathname).toBe('/apm/traces');
    expect(traces.searchParams.get('start')).toBe(String(NOW - 450_000));
    expect(traces.searchParams.get('live')).toBe('false');
    expect(urlOf(signal({ tool: 'datadog', view: 'events', query: 'x' })).pathname).toBe('/event/explorer');
  });

  it('says that the query of a metric must be pasted', () => {
    const made = linkTo(
      signal({ tool: 'datadog', view: 'metrics', query: 'sum:x{a:<provider>}' }),
      TOOLS,
      LAST_HOUR,
      { provider: 'A b}' },
      NOW,
    );
    expect(made).toEqual({
      kind: 'link',
      url: `https://datadog.example/metric/explorer?start=${NOW - 3_600_000}&end=${NOW}&paused=false`,
      query: 'sum:x{a:a_b_}',
      mustPaste: true,
    });
  });
});

describe('Kibana Discover', () => {
  it('has the time in _g and the query in _a, in Rison after the #', () => {
    const url = urlOf(signal({ tool: 'kibana', index: 'wallet-api-*', query: 'user.id : "<user_id>"' }), {
      user_id: 'o\'x!"',
    });
    expect(url.origin + url.pathname).toBe('https://kibana.example/s/support/app/discover');
    const [, query] = url.hash.split('?');
    const parameters = new URLSearchParams(query);
    expect(parameters.get('_g')).toBe('(time:(from:now-1h,to:now))');
    expect(parameters.get('_a')).toBe(
      "(columns:!(),dataSource:(dataViewId:'4711-abc',type:dataView),query:(language:kuery,query:'user.id : \"o!'x!!\\\"\"'),sort:!(!('@timestamp',desc)))",
    );
  });

  it('writes a fixed time as ISO, and an unknown index as itself', () => {
    const url = urlOf(signal({ tool: 'kibana', index: 'a-*', query: 'x' }), {}, windowAround(NOW, '1h'));
    const parameters = new URLSearchParams(url.hash.split('?')[1]);
    expect(parameters.get('_g')).toBe(
      "(time:(from:'2026-11-22T11:30:00.000Z',to:'2026-11-22T12:30:00.000Z'))",
    );
    expect(parameters.get('_a')).toContain("dataSource:(dataViewId:'a-*',type:dataView)");
  });
});

describe('values', () => {
  it('are asked for, and refused where they cannot be what they should', () => {
    const hash = signal({ tool: 'kibana', index: 'a', query: 'h : "<tx_hash>" and t >= "<since_utc>"' });
    expect(linkTo(hash, TOOLS, LAST_HOUR, { tx_hash: 'see ticket' }, NOW)).toEqual({
      kind: 'needs',
      missing: ['since_utc'],
      wrong: ['tx_hash'],
    });
    expect(hasShape('duration', '5m')).toBe(true);
    expect(hasShape('duration', '5m] or vector(0')).toBe(false);
    expect(hasShape('since_utc', '2026-02-31T99:00')).toBe(false);
    expect(hasShape('no such name', 'x')).toBe(false);
    expect(
      linkTo(
        hash,
        { dashboards: {} },
        LAST_HOUR,
        { tx_hash: `0x${'9c'.repeat(32)}`, since_utc: '2026-11-22' },
        NOW,
      ),
    ).toEqual({ kind: 'no-tool' });
  });

  it('cannot end the string that they stand in', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', '\\', '}', ']', ')', '<', 'a', ' ', '*', ':') }),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        for (const given of [
          { tool: 'grafana', query: 'x{a="<route>",b="y"}' },
          { tool: 'grafana', query: 'x{a=~"<route>",b="y"}' },
          { tool: 'kibana', query: 'a : "<route>" and b : "y"' },
          { tool: 'datadog', query: 'a:"<route>" b:"y"' },
        ] as const) {
          const filled = fillQuery(given, { route: value });
          const strings = [...filled.matchAll(/"(?:\\.|[^"\\])*"/gs)];
          expect(strings).toHaveLength(2);
          const [before, after] = given.query.split('"<route>"');
          expect(filled.startsWith(before!)).toBe(true);
          expect(filled.endsWith(after!)).toBe(true);
        }
      }),
    );
  });

  it('that stand bare keep brackets balanced, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('(', ')', '"', '*', 'a', ' ', ':', '\\', '<', '{') }),
        (value) => {
          const filled = fillQuery({ tool: 'datadog', query: '@a:<service> (x)' }, { service: value });
          expect(queryProblems({ tool: 'datadog', query: filled })).toEqual([]);
          const bare = fillQuery({ tool: 'kibana', query: 'a : <service>' }, { service: value });
          expect(queryProblems({ tool: 'kibana', index: 'i', query: bare })).toEqual([]);
        },
      ),
    );
  });
});

describe('syntax', () => {
  it.each([
    ['sum(rate(x[5m])', { tool: 'grafana' }, /"\)" is missing/],
    ['sum(x])', { tool: 'grafana' }, /closes a bracket/],
    ['x{a="b}', { tool: 'grafana' }, /quote is opened/],
    ['a : "<no_such>"', { tool: 'kibana', index: 'i' }, /<no_such> is not a variable/],
    ['a : "b"', { tool: 'kibana' }, /needs an index/],
    ['a : "b" AND c : d', { tool: 'kibana', index: 'i' }, /small letters/],
    ['a:b and c:d', { tool: 'datadog' }, /capitals/],
    ['sum:x{a:b}', { tool: 'datadog' }, /view: metrics/],
    ['x', { tool: 'grafana', view: 'logs' }, /Only Datadog/],
    ['a : b and @timestamp >= now-15m', { tool: 'kibana', index: 'i' }, /time of its own, now-15m/],
    ['a : b and @timestamp >= "now-90d/d"', { tool: 'kibana', index: 'i' }, /time of its own, now-90d/],
    ['a : b and @timestamp <= now', { tool: 'kibana', index: 'i' }, /time of its own, now:/],
    ['user.id : "agent-example"', { tool: 'kibana', index: 'i' }, /agent-example is an example/],
    ['request.id : "req-example-0001"', { tool: 'kibana', index: 'i' }, /req-example-0001 is an example/],
    ['a >= "2026-11-20T17:00:00Z"', { tool: 'kibana', index: 'i' }, /2026-11-20T17:00:00Z is a fixed time/],
  ] as const)('%s', (query, rest, message) => {
    expect(queryProblems({ query, ...rest })).toEqual([expect.stringMatching(message)]);
  });

  it('has nothing to say of what is right', () => {
    expect(queryProblems({ tool: 'grafana', query: 'a{b=~"(x|y\\\\]"} > 3 * sum by (c) (d[5m])' })).toEqual(
      [],
    );
    expect(
      queryProblems({ tool: 'kibana', index: 'i', query: 'a : ("x" or "AND") and not b : role\\:*' }),
    ).toEqual([]);
    expect(variablesIn('a < 3 and <user_id> <user_id> <B>')).toEqual(['user_id']);
  });

  it('takes a word for a word', () => {
    expect(
      queryProblems({
        tool: 'kibana',
        index: 'i',
        query: 'text : (now or "now-5m") and @since >= "<since_utc>"',
      }),
    ).toEqual([]);
  });
});

describe('a dashboard', () => {
  const fixed = windowAround(NOW, '1h');
  const [from, to] = [NOW - 1_800_000, NOW + 1_800_000];
  it.each([
    ['card', LAST_HOUR, 'https://grafana.example/g/d/abc?orgId=2&from=now-1h&to=now'],
    ['card', fixed, `https://grafana.example/g/d/abc?orgId=2&from=${from}&to=${to}`],
    [
      'providers',
      { kind: 'last', span: '90d' },
      `https://datadog.example/dashboard/a1b-c2d-e3f?from_ts=${NOW - 90 * 86_400_000}&to_ts=${NOW}&live=true`,
    ],
    [
      'providers',
      fixed,
      `https://datadog.example/dashboard/a1b-c2d-e3f?from_ts=${from}&to_ts=${to}&live=false`,
    ],
    [
      'clients',
      LAST_HOUR,
      'https://kibana.example/s/support/app/dashboards#/view/4711?_g=(time:(from:now-1h,to:now))',
    ],
    [
      'clients',
      fixed,
      "https://kibana.example/s/support/app/dashboards#/view/4711?_g=(time:(from:'2026-11-22T11:30:00.000Z',to:'2026-11-22T12:30:00.000Z'))",
    ],
  ] as const)('%s shows the time of its signal', (dashboard, window, url) => {
    expect(decodeURIComponent(dashboardUrl({ dashboard }, TOOLS, window, NOW)!)).toBe(url);
  });

  it('has no address where the deployment has none', () => {
    for (const dashboard of [undefined, 'none', 'constructor'])
      expect(dashboardUrl({ ...(dashboard && { dashboard }) }, TOOLS, LAST_HOUR, NOW)).toBeUndefined();
    const { dashboards } = TOOLS;
    for (const dashboard of Object.keys(dashboards))
      expect(dashboardUrl({ dashboard }, { dashboards }, LAST_HOUR, NOW)).toBeUndefined();
  });
});
