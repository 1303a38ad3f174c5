import { scaleBand, scaleLinear } from 'd3-scale';
import { RECENT_WEEKS } from '../../core/mining/trend.ts';
import type { RecurringIssue } from '../miningReport.ts';

/** Bars for a line of a table, as two outlines: one element a bar would make hundreds of rows heavy. */
export interface WeekBars {
  readonly older: string;
  readonly recent: string;
  readonly most: number;
}

export const BARS_WIDTH = 104;
export const BARS_HEIGHT = 28;
/** Fewer tickets in the fullest week are drawn lower: one ticket is no peak. */
const LOWEST_TOP = 4;

export function weekBars(weekly: RecurringIssue['weekly']): WeekBars {
  const counts = weekly.map(({ tickets }) => tickets);
  const most = Math.max(0, ...counts);
  const x = scaleBand<number>(counts.keys(), [0, BARS_WIDTH]).paddingInner(0.25);
  const height = scaleLinear([0, Math.max(LOWEST_TOP, most)], [0, BARS_HEIGHT]);
  const width = short(x.bandwidth());
  const outlines = counts.map((tickets, i) =>
    tickets === 0
      ? ''
      : `M${short(x(i)!)} ${BARS_HEIGHT}v${short(-height(tickets))}h${width}V${BARS_HEIGHT}z`,
  );
  return {
    older: outlines.slice(0, -RECENT_WEEKS).join(''),
    recent: outlines.slice(-RECENT_WEEKS).join(''),
    most,
  };
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}
