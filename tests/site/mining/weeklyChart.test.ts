import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayName, weekName, weekOfDay } from '../../../src/core/mining/weeks.ts';
import { daysBetween, daysMissing, mondayOf } from '../../../src/site/mining/weekDays.ts';
import { BARS_HEIGHT, weekBars } from '../../../src/site/mining/weekBars.ts';
import { weeklyChart, type Frame } from '../../../src/site/mining/weeklyChart.ts';

const FRAME: Frame = {
  width: 720,
  height: 250,
  left: 36,
  right: 8,
  top: 34,
  bottom: 26,
  xTicks: 6,
  yTicks: 4,
};
/** Days since 1970, 1990 to 2060. */
const anyDay = fc.integer({ min: 7_305, max: 32_870 });

/** Weeks of such counts, the last of which holds the day. */
function weeksTo(day: number, counts: readonly number[]) {
  return counts.map((tickets, i) => ({
    week: weekName(weekOfDay(day) - counts.length + 1 + i),
    tickets,
  }));
}

describe('days of weeks', () => {
  it('finds the Monday of a week that a day lies in, over all turns of years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(weekName(weekOfDay(day)));
        expect(new Date(monday).getUTCDay()).toBe(1);
        const after = daysBetween(monday, dayName(day));
        expect(after >= 0 && after < 7).toBe(true);
        expect(daysMissing(weekName(weekOfDay(day)), dayName(day))).toBe(6 - after);
      }),
    );
  });

  it('knows the weeks of years that begin late and of 53 weeks', () => {
    expect(mondayOf('2026-W01')).toBe('2025-12-29');
    expect(mondayOf('2026-W53')).toBe('2026-12-28');
    expect(mondayOf('2027-W01')).toBe('2027-01-04');
  });
});

describe('the chart of an issue', () => {
  const anyCounts = fc.array(fc.nat(500), { minLength: 1, maxLength: 120 });

  it('draws every week as high as its tickets, within the frame, one after the other', () => {
    fc.assert(
      fc.property(anyCounts, anyDay, (counts, day) => {
        const { bars, yTicks, xTicks } = weeklyChart(weeksTo(day, counts), null, FRAME);
        const floor = FRAME.height - FRAME.bottom;
        const unit = bars.map(({ tickets, height }) => (tickets === 0 ? 0 : height / tickets));
        const most = Math.max(...unit);
        bars.forEach((bar, i) => {
          expect(bar.y + bar.height).toBeCloseTo(floor);
          expect(bar.y).toBeGreaterThanOrEqual(FRAME.top - 1e-6);
          if (bar.tickets > 0) expect(unit[i]).toBeCloseTo(most);
          expect(bar.x).toBeGreaterThan(i === 0 ? FRAME.left : bars[i - 1]!.x + bars[i - 1]!.width);
          expect(bar.x + bar.width).toBeLessThanOrEqual(FRAME.width - FRAME.right);
        });
        expect(yTicks.every(({ tickets }) => Number.isInteger(tickets))).toBe(true);
        expect(yTicks.length).toBeLessThanOrEqual(2 * FRAME.yTicks);
        expect(xTicks.length).toBeLessThanOrEqual(FRAME.xTicks);
        expect(xTicks.length).toBeGreaterThan(0);
      }),
    );
  });

  it('marks the weeks as the trend counts them, and the mean of those compared with', () => {
    const counts = [9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 20];
    const { bars, usual } = weeklyChart(weeksTo(20_772, counts), null, FRAME);
    expect(bars.map(({ period }) => period)).toEqual([
      ...Array.from({ length: 2 }, () => 'older'),
      ...Array.from({ length: 8 }, () => 'before'),
      ...Array.from({ length: 4 }, () => 'recent'),
    ]);
    expect(usual?.tickets).toBe(4.5);
    expect(usual?.from).toBe(bars[2]!.x);
  });

  it('puts the alarm into the bar of its week, and none outside of the weeks', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (last, back) => {
        const weekly = weeksTo(last, [1, 2, 3, 4]);
        const { bars, alarmX } = weeklyChart(weekly, dayName(last - back), FRAME);
        const bar = bars.find(({ week }) => week === weekName(weekOfDay(last - back)));
        if (bar === undefined) expect(alarmX).toBeUndefined();
        else expect(alarmX! > bar.x && alarmX! < bar.x + bar.width).toBe(true);
      }),
    );
  });

  it('draws the bars of a line in two outlines, the last four weeks apart', () => {
    const { older, recent, most } = weekBars(weeksTo(20_772, [2, 0, 8, 0, 4, 0, 1]));
    expect(older.match(/M/g)).toHaveLength(2);
    expect(recent.match(/M/g)).toHaveLength(2);
    expect(older).toContain(`v${-BARS_HEIGHT}h`);
    expect(most).toBe(8);
  });
});
