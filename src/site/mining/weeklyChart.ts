import { scaleBand, scaleLinear } from 'd3-scale';
import { BEFORE_WEEKS, RECENT_WEEKS } from '../../core/mining/trend.ts';
import type { RecurringIssue } from '../miningReport.ts';
import { daysBetween, mondayOf } from './weekDays.ts';

/** What a bar counts in: the recent weeks, those they are compared with, and older ones. */
export type Period = 'recent' | 'before' | 'older';

export interface Bar {
  readonly week: string;
  /** YYYY-MM-DD. */
  readonly monday: string;
  readonly tickets: number;
  readonly period: Period;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A chart of tickets a week, in the units of its drawing. */
export interface WeeklyChart {
  readonly bars: readonly Bar[];
  readonly yTicks: readonly { readonly tickets: number; readonly y: number }[];
  /** The first weeks of months. */
  readonly xTicks: readonly { readonly monday: string; readonly x: number }[];
  /** The mean of the weeks that the recent ones are compared with, drawn on over these; undefined without them. */
  readonly usual:
    { readonly tickets: number; readonly y: number; readonly from: number; readonly to: number } | undefined;
  /** Where the day of the alarm lies. */
  readonly alarmX: number | undefined;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** About so many marks on the axes. */
  readonly xTicks: number;
  readonly yTicks: number;
}

/** Below this an axis would make one ticket look like a flood. */
const LOWEST_TOP = 4;

/** The places of everything in a chart of an issue's weeks. Scales are d3's. */
export function weeklyChart(
  weekly: RecurringIssue['weekly'],
  alarmDay: string | null,
  frame: Frame,
): WeeklyChart {
  const right = frame.width - frame.right;
  const floor = frame.height - frame.bottom;
  const x = scaleBand<number>(weekly.keys(), [frame.left, right]).paddingInner(0.25).paddingOuter(0.1);
  const most = Math.max(LOWEST_TOP, ...weekly.map(({ tickets }) => tickets));
  const y = scaleLinear([0, most], [floor, frame.top]).nice(frame.yTicks);
  const bars = weekly.map(({ week, tickets }, i): Bar => ({
    week,
    monday: mondayOf(week),
    tickets,
    period: periodOf(weekly.length - i),
    x: x(i)!,
    y: y(tickets),
    width: x.bandwidth(),
    height: floor - y(tickets),
  }));
  const compared = bars.filter(({ period }) => period === 'before');
  const mean = compared.reduce((sum, { tickets }) => sum + tickets, 0) / Math.max(1, compared.length);
  const [first] = compared;
  const [start] = bars;
  const days = start && alarmDay !== null ? daysBetween(start.monday, alarmDay) : -1;
  const alarmed = bars[Math.floor(days / 7)];
  return {
    bars,
    yTicks: y
      .ticks(frame.yTicks)
      .filter(Number.isInteger)
      .map((tickets) => ({ tickets, y: y(tickets) })),
    xTicks: monthStarts(bars, frame.xTicks),
    usual: first && { tickets: mean, y: y(mean), from: first.x, to: right },
    alarmX: alarmed && alarmed.x + (((days % 7) + 0.5) / 7) * alarmed.width,
  };
}

/** @param back 1 for the last week */
function periodOf(back: number): Period {
  if (back <= RECENT_WEEKS) return 'recent';
  return back <= RECENT_WEEKS + BEFORE_WEEKS ? 'before' : 'older';
}

function monthStarts(bars: readonly Bar[], wanted: number): { monday: string; x: number }[] {
  const starts = bars.filter(
    ({ monday }, i) => i === 0 || monday.slice(0, 7) !== bars[i - 1]!.monday.slice(0, 7),
  );
  // A month of which the range shows only the last days would crowd the next one's name.
  const whole = starts.length > 1 && Number(starts[0]!.monday.slice(8)) > 7 ? starts.slice(1) : starts;
  const step = Math.max(1, Math.ceil(whole.length / wanted));
  return whole.filter((_, i) => i % step === 0).map(({ monday, x, width }) => ({ monday, x: x + width / 2 }));
}
