/** Where a deployment's tools are. A tool that is left out has no links, and its queries are still shown. */
export interface Observability {
  readonly grafana?: {
    /** Its address without a slash at the end, also below a path: `https://grafana.example/grafana`. */
    readonly url: string;
    /** The uid of the Prometheus data source that signals use unless they name another. */
    readonly datasource: string;
    /** The organisation's number; 1 where there is only one. */
    readonly orgId: number;
  };
  readonly datadog?: { readonly url: string };
  readonly kibana?: {
    /** With the space, if it is not the default one: `https://kibana.example/s/support`. */
    readonly url: string;
    /** The id of the data view of an index pattern, where it is not the pattern itself. */
    readonly dataViews?: Readonly<Record<string, string>>;
  };
}
