/** The spans that can be chosen, counted back from now. */
export const SPANS = ['15m', '1h', '6h', '24h', '7d', '30d', '90d'] as const;
export type Span = (typeof SPANS)[number];

/** What a signal shows that names no span of its own: what is wrong now is wrong for an hour, mostly. */
export const USUAL_SPAN: Span = '1h';

/** What time a link shows: the last hour, always anew; or a fixed stretch, in milliseconds since 1970. */
export type TimeWindow =
  | { readonly kind: 'last'; readonly span: Span }
  | { readonly kind: 'fixed'; readonly from: number; readonly to: number };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MS: Readonly<Record<Span, number>> = {
  '15m': 15 * MINUTE,
  '1h': 60 * MINUTE,
  '6h': 360 * MINUTE,
  '24h': DAY,
  '7d': 7 * DAY,
  '30d': 30 * DAY,
  '90d': 90 * DAY,
};

/** A fixed stretch of a length around a moment: what a link in a ticket must still show next year. */
export function windowAround(moment: number, span: Span): TimeWindow {
  return { kind: 'fixed', from: moment - MS[span] / 2, to: moment + MS[span] / 2 };
}

/** A window in milliseconds, for tools that know no other. */
export function boundsOf(window: TimeWindow, now: number): { readonly from: number; readonly to: number } {
  return window.kind === 'fixed' ? window : { from: now - MS[window.span], to: now };
}
