import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolved, updated } from '../../../../src/core/operations/incidents/change.ts';
import { cardOf, noticeOf } from '../../../../src/core/operations/incidents/cards.ts';
import {
  dismiss,
  isDismissed,
  readDismissals,
} from '../../../../src/core/operations/incidents/dismissals.ts';
import { incidentFeed } from '../../../../src/core/operations/incidents/incidentFeed.ts';
import {
  published,
  publishedStatus,
  RECENT_DAYS,
} from '../../../../src/core/operations/incidents/publish.ts';
import { isShown, isUnderWay, readStatus } from '../../../../src/core/operations/incidents/published.ts';
import {
  ago,
  duration,
  knownLine,
  moment,
  monthOf,
} from '../../../../src/core/operations/incidents/words.ts';
import { COMPONENTS, DAY, incident, MINUTE, NOW, publishedOf } from './fixture.ts';

const text = { en: 'News <b>', 'zh-CN': '进展' };
const [one] = publishedOf(incident());

describe('what is published', () => {
  const secretive = {
    ...incident({ audience: 'internal', id: '2026-11-21-marker-internal' }),
    notes: 'marker',
  };
  const noted = { ...incident({ layer: 'provider' }), notes: 'marker', review: 'reviews/marker.md' };

  it('holds nothing internal in the public edition', () => {
    const json = JSON.stringify(publishedStatus(published([secretive, noted], COMPONENTS, 'public'), NOW));
    expect(json).not.toMatch(/marker|sev2|"layer"|"provider"|internal/);
    expect(JSON.parse(json).incidents).toHaveLength(1);
  });

  it('says in the internal edition what is internal, but never the notes', () => {
    const incidents = published([secretive, noted], COMPONENTS, 'internal');
    expect(incidents.map(({ internal }) => internal?.audience)).toEqual(['public', 'internal']);
    expect(incidents[0]!.internal).toMatchObject({
      severity: 'sev2',
      layer: 'provider',
      review: 'reviews/marker.md',
    });
    expect(JSON.stringify(incidents)).not.toContain('"notes"');
  });

  it('goes by itself, and stays in the file for as long as pages may be older', () => {
    const expires = Date.parse(one!.expires);
    expect([expires - 1, expires].map((now) => isShown(one!, now))).toEqual([true, false]);
    const inFile = (now: number): number => publishedStatus([one!], now).incidents.length;
    expect([expires, expires + RECENT_DAYS * DAY, expires + RECENT_DAYS * DAY + 1].map(inFile)).toEqual([
      1, 1, 0,
    ]);
  });

  it('is under way until it is resolved, also while the closing notice stands', () => {
    const [over] = publishedOf(resolved(incident(), { text, keepMs: 60 * MINUTE }, NOW));
    expect([isShown(over!, NOW), isUnderWay(over!, NOW)]).toEqual([true, false]);
    const [gone] = publishedOf(resolved(incident(), { text, keepMs: 0 }, NOW));
    expect(isShown(gone!, NOW)).toBe(false);
  });

  it('is read back as it was written', () => {
    const status = publishedStatus(
      publishedOf(incident(), resolved(incident({ id: '2026-11-20-x' }), { text, keepMs: 0 }, NOW)),
      NOW,
    );
    expect(readStatus(JSON.parse(JSON.stringify(status)))).toEqual(status);
  });

  it('is read without what has not the shape, and never throws', () => {
    const status = publishedStatus([one!], NOW);
    expect(readStatus({ ...status, version: 2 })).toBeUndefined();
    const broken = [
      null,
      7,
      {},
      { ...one, title: 'text' },
      { ...one, updates: [] },
      { ...one, expires: 'soon' },
      { ...one, match: { ...one!.match, words: {} } },
    ];
    expect(readStatus({ ...status, incidents: [...broken, one] })?.incidents).toEqual([one]);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => readStatus(value)).not.toThrow();
      }),
    );
    // Any one field taken away makes it another thing, but for those that may be absent.
    for (const key of Object.keys(one!)) {
      const { [key as keyof typeof one]: _, ...rest } = one!;
      expect(readStatus({ ...status, incidents: [rest] })?.incidents, key).toEqual([]);
    }
  });
});

describe('what people read', () => {
  it.each([
    [30_000, 'just now', '刚刚'],
    [-DAY, 'just now', '刚刚'],
    [12 * MINUTE, '12 min ago', '12 分钟前'],
    [60 * MINUTE, '1 hr ago', '1 小时前'],
    [2 * DAY, '2 days ago', '2 天前'],
  ])('%d ms are %s, %s', (passed, english, chinese) => {
    expect([ago(NOW - passed, NOW, 'en'), ago(NOW - passed, NOW, 'zh-CN')]).toEqual([english, chinese]);
  });

  it('says that we know, in both languages', () => {
    const now = NOW + 11 * MINUTE;
    expect(knownLine(one!, 'en', now)).toBe(
      'We know: Swaps on BNB Smart Chain are delayed. Looking into it, updated 12 min ago.',
    );
    expect(knownLine(one!, 'zh-CN', now)).toBe(
      '我们已经知道：BNB Smart Chain 上的兑换有延迟。正在排查，12 分钟前更新。',
    );
  });

  it('says times in UTC and in Beijing time', () => {
    expect(moment('2026-11-30T18:07:08Z', 'en')).toBe('30 Nov 2026, 18:07 UTC');
    expect(moment('2026-11-30T18:07:08Z', 'zh-CN')).toBe('北京时间 2026 年 12 月 1 日 02:07');
    expect([monthOf('2026-11-30T18:07:08Z', 'en'), monthOf('2026-11-30T18:07:08Z', 'zh-CN')]).toEqual([
      'November 2026',
      '2026 年 12 月',
    ]);
  });

  it('says durations that add up', () => {
    expect([
      duration(20_000, 'en'),
      duration(85 * MINUTE, 'en'),
      duration(DAY + 90 * MINUTE, 'zh-CN'),
    ]).toEqual(['1 min', '1 h 25 min', '1 天 1 小时']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1439 }), (minutes) => {
        const [, h = '0', m = '0'] = /^(?:(\d+) h ?)?(?:(\d+) min)?$/.exec(duration(minutes * MINUTE, 'en'))!;
        expect(Number(h) * 60 + Number(m)).toBe(minutes);
      }),
    );
  });

  it('has the latest notice first and a duration only where one is known', () => {
    const now = NOW + 30 * MINUTE;
    const [open] = publishedOf(updated(incident(), { text, status: 'monitoring' }, NOW));
    const card = cardOf(open!, 'en', now);
    expect(card.updates.map(({ status }) => status)).toEqual(['Fix in place, watching', 'Looking into it']);
    expect(card.lasted).toBe('31 min');
    // Nobody resolved it: when it ended is not known.
    expect(cardOf(open!, 'en', Date.parse(open!.expires)).lasted).toBeUndefined();
    expect(cardOf(open!, 'en', now).facts.map(({ name }) => name)).toEqual([
      'affects',
      'networks',
      'began',
      'soFar',
    ]);
  });

  it('is dismissed until the next update', () => {
    const before = one!;
    const [after] = publishedOf(updated(incident(), { text }, NOW));
    const dismissed = dismiss(before, { gone: '2026' }, [before]);
    expect(isDismissed(before, dismissed)).toBe(true);
    expect(isDismissed(after!, dismissed)).toBe(false);
    expect(dismissed).toEqual({ [before.id]: before.updated });
    expect(noticeOf(before, 'en', NOW).version).not.toBe(noticeOf(after!, 'en', NOW).version);
    expect(readDismissals(JSON.stringify(dismissed))).toEqual(dismissed);
    for (const odd of [null, '', '7', '[', 'null', '{"a":7}']) expect(readDismissals(odd)).toEqual({});
  });

  it('follows as a feed in which text stays text', () => {
    const frame = {
      title: 'T',
      subtitle: 'S',
      author: 'A',
      language: 'en',
      url: 'https://x.test/status/feed.xml',
      home: 'https://x.test/status/',
    };
    const xml = incidentFeed(publishedOf(updated(incident(), { text }, NOW)), 'en', frame);
    expect(xml.match(/<entry>/g)).toHaveLength(2);
    expect(xml.indexOf('News')).toBeLessThan(xml.indexOf('take longer'));
    expect(xml).toContain('News &lt;b&gt;');
    expect(xml).toContain('<updated>2026-11-21T12:00:00.000Z</updated>');
  });
});
