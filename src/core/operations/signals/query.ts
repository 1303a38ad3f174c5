import { cleanHash } from '../../deflection/networks.ts';
import type { Signal } from './signal.ts';
import { VARIABLES } from './variables.ts';

const VARIABLE = /<([a-z][a-z0-9_]*)>/g;

/** The names of the variables in a query, each once. */
export function variablesIn(query: string): string[] {
  return [...new Set([...query.matchAll(VARIABLE)].map(([, name]) => name!))];
}

/**
 * A query with its variables filled in, each escaped for where it stands: within quotes, within a regular expression,
 * or bare. A value can therefore never become more than a value.
 */
export function fillQuery(
  { query, tool, view }: Pick<Signal, 'query' | 'tool' | 'view'>,
  values: Readonly<Record<string, string>>,
): string {
  return query.replace(VARIABLE, (_found, name: string, at: number) => {
    const value =
      VARIABLES[name]?.shape === 'hash' ? cleanHash(values[name] ?? '') : (values[name] ?? '').trim();
    return ESCAPES[tool](value, isQuoted(query, at), query.slice(0, at), view);
  });
}

type Escape = (value: string, isWithinQuotes: boolean, before: string, view: Signal['view']) => string;

const ESCAPES: Readonly<Record<Signal['tool'], Escape>> = {
  // https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals, and RE2 within =~ and !~.
  grafana: (value, isWithinQuotes, before) => {
    if (!isWithinQuotes) return value.replace(/[^\w:.]/g, '');
    const isPattern = /[=!]~\s*"[^"]*$/.test(before);
    return quoted(isPattern ? value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : value);
  },
  // https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql
  kibana: (value, isWithinQuotes) =>
    isWithinQuotes
      ? quoted(value)
      : value.replace(/[\\():<>"*{}\s]/g, '\\$&').replace(/^(?:and|or|not)$/i, '\\$&'),
  // https://docs.datadoghq.com/logs/explorer/search_syntax/#escape-special-characters-and-spaces
  datadog: (value, isWithinQuotes, _before, view) => {
    if (view === 'metrics') return value.toLowerCase().replace(/[^\p{L}\p{N}_./:-]/gu, '_');
    return isWithinQuotes ? quoted(value) : value.replace(/[\\?><:="~/*+&|!(){}[\]^\s-]/g, '\\$&');
  },
};

function quoted(value: string): string {
  return value.replace(/[\\"]/g, '\\$&').replace(/[\n\r]/g, ' ');
}

/** Whether a place stands within double quotes. */
function isQuoted(query: string, at: number): boolean {
  let isOpen = false;
  for (let i = 0; i < at; i++) {
    if (query[i] === '\\') i++;
    else if (query[i] === '"') isOpen = !isOpen;
  }
  return isOpen;
}
