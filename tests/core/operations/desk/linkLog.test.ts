import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EMPTY_LOG,
  KEPT_DAYS,
  readLinkLog,
  totalsOf,
  withLink,
  withTicket,
  type LinkLog,
} from '../../../../src/core/operations/desk/linkLog.ts';
import { linkLogCsv } from '../../../../src/core/operations/desk/linkLogCsv.ts';

const DAYS = ['2026-11-20', '2026-11-21'] as const;
const language = fc.constantFrom('en' as const, 'zh-CN' as const);
const ticket = fc.record({
  day: fc.constantFrom(...DAYS),
  language,
  links: fc.uniqueArray(fc.constantFrom('card/card-declined', 'wallet/wrong-network', 'wallet/spam-tokens')),
});

/** The log as the page makes it: a ticket is looked at, then its links are copied. */
function logOf(
  tickets: readonly { day: string; language: 'en' | 'zh-CN'; links: readonly string[] }[],
): LinkLog {
  return tickets.reduce<LinkLog>((log, each) => {
    const seen = withTicket(log, each.day, each.language);
    return each.links.reduce<LinkLog>(
      (linked, slug, i) =>
        withLink(linked, each.day, slug, each.language, i === 0 ? each.language : undefined),
      seen,
    );
  }, EMPTY_LOG);
}

describe('what was linked', () => {
  test('adds up to what was done', () => {
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 30 }), (tickets) => {
        const sorted = tickets.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
        const linked = sorted.filter(({ links }) => links.length > 0).length;
        expect(totalsOf(logOf(sorted))).toEqual({
          seen: sorted.length,
          linked,
          links: sorted.flatMap(({ links }) => links).length,
          rate: sorted.length === 0 ? undefined : linked / sorted.length,
        });
      }),
    );
  });

  test('survives being kept, and what is not a log is an empty one', () => {
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 10 }), (tickets) => {
        const log = logOf(tickets);
        expect(readLinkLog(JSON.stringify(log))).toEqual(log);
      }),
    );
    for (const broken of [null, '', '{', '[]', '{"version":2}', '{"version":1,"tickets":[{}],"links":[]}'])
      expect(readLinkLog(broken)).toEqual(EMPTY_LOG);
  });

  test('a link without a ticket counts as a link, and for no ticket', () => {
    const log = withLink(EMPTY_LOG, DAYS[0], 'card/card-declined', 'en', undefined);
    expect(totalsOf(log)).toEqual({ seen: 0, linked: 0, links: 1, rate: undefined });
  });

  test('what is older than is kept goes', () => {
    const old = logOf([{ day: '2025-01-01', language: 'en', links: ['card/card-declined'] }]);
    expect(withTicket(old, '2026-11-21', 'en').links).toEqual([]);
    const first = new Date(Date.parse('2026-11-21') - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
    const kept = logOf([{ day: first, language: 'en', links: ['card/card-declined'] }]);
    expect(withTicket(kept, '2026-11-21', 'en').links).toHaveLength(1);
  });

  test('the table holds every count, and nothing that a spreadsheet would run', () => {
    const log = withLink(
      logOf([{ day: DAYS[0], language: 'zh-CN', links: ['card/card-declined'] }]),
      DAYS[1],
      '=HYPERLINK("https://evil.test")',
      'en',
      undefined,
    );
    const rows = parse(linkLogCsv(log), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toEqual([
      { day: DAYS[0], language: 'zh-CN', what: 'tickets', article: '', count: '1' },
      { day: DAYS[0], language: 'zh-CN', what: 'tickets with a link', article: '', count: '1' },
      { day: DAYS[0], language: 'zh-CN', what: 'links', article: 'card/card-declined', count: '1' },
      {
        day: DAYS[1],
        language: 'en',
        what: 'links',
        article: `'=HYPERLINK("https://evil.test")`,
        count: '1',
      },
    ]);
  });
});
