interface ImportMetaEnv {
  readonly FIRSTLINE_EDITION: 'public' | 'internal';
  /** Path of the report that the internal edition shows. */
  readonly FIRSTLINE_MINING_REPORT: string;
  /** Folder of the incidents that the site shows. */
  readonly FIRSTLINE_INCIDENTS: string;
}

/** The site's own words, so that a key that is not there is a type error. */
declare namespace StarlightApp {
  type Strings = typeof import('../../content/i18n/en.json');
  interface I18n extends Strings {}
}
