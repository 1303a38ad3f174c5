interface ImportMetaEnv {
  readonly FIRSTLINE_EDITION: 'public' | 'internal';
  /** Path of the report that the internal edition shows. */
  readonly FIRSTLINE_MINING_REPORT: string;
}
