import type { RecurringIssue } from '../miningReport.ts';

export const SORTS = ['tickets', 'impact', 'trend'] as const;
export type Sort = (typeof SORTS)[number];

/** What the table of issues shows, and in which order. '' is everything. */
export interface IssueView {
  readonly words: string;
  readonly language: string;
  readonly product: string;
  readonly gap: string;
  readonly trend: string;
  readonly sort: Sort;
  /** Upside down: the least first. */
  readonly isReversed: boolean;
}

export const WHOLE: IssueView = {
  words: '',
  language: '',
  product: '',
  gap: '',
  trend: '',
  sort: 'tickets',
  isReversed: false,
};

/** What a row of the table says of its issue, in `data-` attributes. */
export interface IssueRow {
  readonly tickets: number;
  /** 1 makes the most work. */
  readonly impact: number;
  /** How urgently it grows; see `urgencyOf`. */
  readonly urgency: number;
  readonly languages: readonly string[];
  readonly products: readonly string[];
  readonly gap: string;
  /** Its direction, and `alarm` where one is raised. */
  readonly trends: readonly string[];
  /** Lower case. */
  readonly words: string;
}

const FIELDS = ['words', 'language', 'product', 'gap', 'trend'] as const;

/**
 * Reads a view from what follows # in an address: there and not after ?, since what follows ? is sent to the host. Anything
 * unknown is ignored.
 */
export function parseView(fragment: string): IssueView {
  const values = new URLSearchParams(fragment.replace(/^#/, ''));
  const sort = SORTS.find((name) => name === values.get('sort'));
  const fields = Object.fromEntries(FIELDS.map((name) => [name, values.get(name) ?? '']));
  return { ...WHOLE, ...fields, sort: sort ?? WHOLE.sort, isReversed: values.get('order') === 'least' };
}

/** The view as `parseView` reads it, without the #; '' for the whole table. */
export function writeView(view: IssueView): string {
  const values = new URLSearchParams();
  for (const name of FIELDS) if (view[name] !== '') values.set(name, view[name]);
  if (view.sort !== WHOLE.sort) values.set('sort', view.sort);
  if (view.isReversed) values.set('order', 'least');
  return values.toString();
}

export function isShown(row: IssueRow, view: IssueView): boolean {
  const has = (values: readonly string[], wanted: string): boolean =>
    wanted === '' || values.includes(wanted);
  const words = view.words.toLowerCase().split(/\s+/);
  return (
    has(row.languages, view.language) &&
    has(row.products, view.product) &&
    has([row.gap], view.gap) &&
    has(row.trends, view.trend) &&
    words.every((word) => row.words.includes(word))
  );
}

/** For a sort of rows; those that are equal stay as they were. */
export function compareRows(a: IssueRow, b: IssueRow, { sort, isReversed }: IssueView): number {
  const order = {
    tickets: b.tickets - a.tickets,
    impact: a.impact - b.impact,
    trend: b.urgency - a.urgency,
  }[sort];
  return isReversed ? -order : order;
}

/** The languages that most of an issue's tickets are in; more than one if they are equal. */
export function languagesOf({ languages }: Pick<RecurringIssue, 'languages'>): string[] {
  const most = Math.max(...Object.values(languages));
  return Object.entries(languages).flatMap(([language, tickets]) =>
    tickets === most && most > 0 ? [language] : [],
  );
}

/** Alarms first, the least expected of them first; then what is new, then by how much the rate has grown. */
export function urgencyOf({ alarm, trend }: Pick<RecurringIssue, 'alarm' | 'trend'>): number {
  const growth = Math.min(100, trend.ratio ?? (trend.recent > 0 ? 100 : 0));
  if (alarm.isRaised) return 1000 + alarm.observed / Math.max(0.01, alarm.expected);
  return growth + (trend.direction === 'new' ? 200 : 0);
}
