import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../../src/core/article/notices.ts';
import { isoDay, reviewOf, reviewsOf } from '../../../src/core/article/reviews.ts';
import { frontMatterSchema, type FrontMatter } from '../../../src/core/article/schema.ts';

function article(id: string, fields: Readonly<Record<string, unknown>> = {}) {
  const frontMatter: FrontMatter = frontMatterSchema.parse({ title: id, audience: 'public', ...fields });
  return { id, frontMatter };
}

describe('a review', () => {
  it.each([
    ['2026-05-15', 'later', 31],
    ['2026-05-16', 'soon', 30],
    ['2026-06-15', 'soon', 0],
    ['2026-06-16', 'overdue', -1],
  ])('on %s is %s', (today, state, daysLeft) => {
    const due = article('wallet/a', { reviewed: '2026-01-01', reviewEvery: '165 days', owner: 'team' });
    expect(reviewOf(due, today)).toMatchObject({
      state,
      daysLeft,
      due: '2026-06-15',
      reviewed: '2026-01-01',
      owner: 'team',
      language: 'en',
      slug: 'wallet/a',
    });
  });

  it('is due as many days later as the interval has, in every time of the day', () => {
    const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 900 }), (reviewed, days) => {
        const { due, daysLeft } = reviewOf(
          article('a/b', { reviewed, reviewEvery: days }),
          isoDay(reviewed.getTime()),
        );
        expect(daysLeft).toBe(days);
        // Oracle: count on the calendar, day by day.
        const calendar = new Date(`${isoDay(reviewed.getTime())}T00:00:00Z`);
        calendar.setUTCDate(calendar.getUTCDate() + days);
        expect(due).toBe(isoDay(calendar.getTime()));
      }),
    );
  });

  it('comes first where there never was one, then by urgency, then by name; archived articles have none', () => {
    const listed = reviewsOf(
      [
        article('zh-cn/wallet/b', { reviewed: '2026-01-01' }),
        article('wallet/b', { reviewed: '2026-01-01' }),
        article('wallet/old', { reviewed: '2025-01-01', confidence: 'archived' }),
        article('wallet/late', { reviewed: '2025-06-01' }),
        article('wallet/never'),
      ],
      '2026-02-01',
    );
    expect(listed.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'wallet/never overdue',
      'wallet/late overdue',
      'wallet/b later',
      'zh-cn/wallet/b later',
    ]);
  });
});

describe('a notice', () => {
  const late = { reviewed: '2026-01-01', reviewEvery: 30, confidence: 'validated' };
  it.each([
    ['wallet/a', {}, []],
    ['wallet/a', { confidence: 'work-in-progress' }, ['work-in-progress']],
    ['security/a', { confidence: 'archived' }, ['archived']],
    ['wallet/a', late, []],
    ['security/a', late, ['review-overdue']],
    ['zh-cn/security/a', late, ['review-overdue']],
    ['security/a', { ...late, reviewEvery: 31 }, []],
    ['security/a', {}, ['review-overdue']],
  ])('of %s with %j is %j', (id, fields, notices) => {
    expect(noticesOf(article(id, fields), '2026-02-01')).toEqual(notices);
  });
});
