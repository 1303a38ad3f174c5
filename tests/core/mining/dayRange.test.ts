import { describe, expect, it } from 'vitest';
import { createDays } from '../../../src/core/mining/dayRange.ts';
import { dayName } from '../../../src/core/mining/weeks.ts';

const NOW = Date.parse('2026-06-30T12:00:00Z');

function counted(...dates: readonly string[]) {
  const dated = createDays();
  for (let day = 1; day <= 30; day++)
    for (let i = 0; i < 10; i++) dated.add(Date.parse(`2026-06-${String(day).padStart(2, '0')}`));
  for (const date of dates) dated.add(Date.parse(date));
  const { days, wrongDates } = dated.count(NOW);
  return { from: dayName(days!.first), to: dayName(days!.last), ...wrongDates };
}

describe('the days of an export', () => {
  const june = { from: '2026-06-01', to: '2026-06-30' };

  it('do not go by dates that cannot be right', () => {
    expect(counted()).toEqual({ ...june, future: 0, distant: 0 });
    expect(counted('2099-01-01', '2026-08-01')).toEqual({ ...june, future: 2, distant: 0 });
    expect(counted('1970-01-01', '2019-01-01')).toEqual({ ...june, future: 0, distant: 2 });
  });

  it('do go by few that are near, and by many that are far', () => {
    expect(counted('2026-05-02').from).toBe('2026-05-02');
    expect(counted(...Array<string>(20).fill('2025-05-02')).from).toBe('2025-05-02');
  });

  it('are those of the tickets where it is the clock that is wrong', () => {
    const dated = createDays();
    dated.add(Date.parse('2030-01-01'));
    expect(dated.count(NOW)).toMatchObject({ wrongDates: { future: 0, distant: 0 } });
    expect(createDays().count(NOW).days).toBeUndefined();
  });
});
