import type { Tool } from './signal.ts';

/** Where a deployment's tools are. A tool that is left out has no links, and its queries are still shown. */
export interface Observability {
  readonly grafana?: {
    /** Its address without a slash at the end, also below a path: `https://grafana.example/grafana`. */
    readonly url: string;
    /** The uid of the data source that signals use unless they name another. */
    readonly datasource: string;
    /** What each data source is, by its uid: `prometheus`, `loki`. Explore reads a query by it. */
    readonly datasources: Readonly<Record<string, { readonly type: string }>>;
    /** The organisation's number; 1 where there is only one. */
    readonly orgId: number;
  };
  readonly datadog?: { readonly url: string };
  readonly kibana?: {
    /** With the space, if it is not the default one: `https://kibana.example/s/support`. */
    readonly url: string;
    /** The id of the data view of each index pattern: Discover shows another one, without a word, for an id it does not know. */
    readonly dataViews: Readonly<Record<string, string>>;
  };
  /** The dashboards that runbooks name, in whichever tool each is: its uid in Grafana, its id in the others. */
  readonly dashboards: Readonly<Record<string, { readonly tool: Tool; readonly id: string }>>;
}
