import { describe, expect, it } from 'vitest';
import { reviewsOf } from '../../src/core/article/reviews.ts';
import { frontMatterSchema } from '../../src/core/article/schema.ts';
import { reviewCalendar } from '../../src/site/reviewCalendar.ts';
import { buildDay } from '../../src/site/today.ts';

const ARTICLES = [
  { id: 'wallet/gas', title: 'Fees, and; more', reviewed: '2026-02-27', reviewEvery: 1 },
  { id: 'zh-cn/wallet/gas', title: '矿工费', reviewed: '2026-02-28', reviewEvery: '1 year' },
  { id: 'wallet/never', title: 'Never' },
].map(({ id, ...fields }) => ({
  id,
  frontMatter: frontMatterSchema.parse({ audience: 'public', ...fields }),
}));

function calendarOn(today: string): string {
  return reviewCalendar(reviewsOf(ARTICLES, today), 'help.example', {
    name: 'Reviews: team',
    summary: ({ title }) => `Review: ${title}`,
    description: ({ id }) => id,
    hrefOf: ({ slug }) => `https://help.example/${slug}/`,
  });
}

/** Lines of an iCalendar file, those that were folded made whole again. */
const linesOf = (calendar: string): string[] => calendar.replace(/\r\n /g, '').split('\r\n');

describe('a calendar of reviews', () => {
  it('has a day for each article that has ever been reviewed', () => {
    const lines = linesOf(calendarOn('2026-03-01'));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:review-wallet-gas@help.example',
        'DTSTAMP:20260227T000000Z',
        'DTSTART;VALUE=DATE:20260228',
        'DTEND;VALUE=DATE:20260301',
        String.raw`SUMMARY:Review: Fees\, and\; more`,
        'UID:review-zh-cn-wallet-gas@help.example',
        'DTSTART;VALUE=DATE:20270228',
        'SUMMARY:Review: 矿工费',
      ]),
    );
  });

  it('has lines no longer than the standard allows', () => {
    for (const line of calendarOn('2026-03-01').split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('says the same on every day and in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      const all = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((name) => {
        process.env['TZ'] = name;
        return calendarOn('2026-03-01');
      });
      expect(new Set(all).size).toBe(1);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    // What was due yesterday stands where it stood.
    expect(linesOf(calendarOn('2026-04-01')).toSorted()).toEqual(
      linesOf(calendarOn('2026-03-01')).toSorted(),
    );
  });
});

describe('the day of the build', () => {
  it('is what SOURCE_DATE_EPOCH says', () => {
    expect(buildDay({ SOURCE_DATE_EPOCH: '1772323199' })).toBe('2026-02-28');
    expect(buildDay({ SOURCE_DATE_EPOCH: '1772323200' })).toBe('2026-03-01');
  });

  it('is today without it', () => {
    expect([buildDay({}), buildDay({ SOURCE_DATE_EPOCH: '' })]).toContain(
      new Date().toISOString().slice(0, 10),
    );
  });
});
