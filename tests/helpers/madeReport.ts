import { readFileSync } from 'node:fs';
import { GAP_KINDS } from '../../src/core/mining/gap.ts';
import { LAYERS } from '../../src/core/mining/layer.ts';
import { createLureWatch, type LureSummary } from '../../src/core/mining/lures/lureWatch.ts';
import { DIRECTIONS, trendOf } from '../../src/core/mining/trend.ts';
import { REPORT_VERSION } from '../../src/core/mining/report.ts';
import { weekName, weekOfDay } from '../../src/core/mining/weeks.ts';
import { seededRandom } from '../../src/core/random.ts';

/** What strangers write to break pages: none of it may become markup, a template or a formula. */
export const HOSTILE = {
  title:
    '<img src=x onerror="window.hacked=1"> {{count}} $t(firstline.home.title) **bold** [a](javascript:1)',
  chineseTitle: '=HYPERLINK("http://evil.test")"><script>window.hacked=1</script>',
  formula: '=cmd|" /C calc"!A0',
  example: '</p><script>window.hacked=1</script><svg onload="window.hacked=1">\n# heading',
  product: '"><b onmouseover="window.hacked=1">Card</b>',
  term: '<i>term</i>',
  version: '9.9<script>window.hacked=1</script>',
} as const;

const WEEKS = 26;
const LAST_DAY = 20_772;
const SLUGS = ['card/card-declined', 'wallet/wrong-network', 'wallet/bridge-delayed', 'gone/away'];

/**
 * A report with every kind of gap, trend, alarm and change, as `npm run mine` writes one; the first issues are hostile.
 * The same for the same number of issues.
 */
export function madeReport(issues: number, community: LureSummary | null = null) {
  const random = seededRandom(7);
  const tickets = Array.from({ length: issues }, (_, i) => 8 + 3 * (issues - i));
  const all = tickets.reduce((sum, count) => sum + count, 0) + 25;
  return {
    version: REPORT_VERSION,
    generatedFrom: {
      input: 'a&b <export>.ndjson',
      format: 'zendesk ndjson',
      encoding: 'utf-8',
      tickets: all,
      skipped: { malformed: 2, spam: 11 },
      duplicates: 14,
      redactions: { email: 56, 'recovery-phrase': 4 },
      languages: { en: all, 'zh-CN': 0, other: 0 },
      from: '2026-05-18',
      to: '2026-11-15',
      seed: 1,
      model: 'made',
      fingerprint: '0123456789abcdef',
      events: { read: 1200, skipped: { 'not-an-event': 3 } },
    },
    changes: {
      from: '2026-04-01',
      to: '2026-10-25',
      merged: [{ id: 'ffffffffffff', into: idOf(0), title: HOSTILE.title }],
      ended: [{ id: 'eeeeeeeeeeee', title: HOSTILE.chineseTitle, tickets: 1 }],
    },
    community,
    issues: tickets.map((count, i) => madeIssue(i, count, all, random)),
    noise: { tickets: 25 },
  };
}

/** Of the i-th issue. */
export function idOf(i: number): string {
  return (0xabc000000000 + i).toString(16);
}

function madeIssue(i: number, tickets: number, all: number, random: () => number) {
  const weekly = Array.from({ length: WEEKS }, (_, week) => ({
    week: weekName(weekOfDay(LAST_DAY) - WEEKS + 1 + week),
    tickets: Math.floor(random() * (4 + (i % 9))),
  }));
  const isRaised = i % 40 === 1;
  if (isRaised) weekly[WEEKS - 1]!.tickets = 31;
  const kind = GAP_KINDS[i % GAP_KINDS.length]!;
  const slug = kind === 'missing' ? null : SLUGS[i % SLUGS.length]!;
  const isHostile = i < 2;
  const english = Math.round(tickets * ((i % 5) / 4));
  return {
    id: idOf(i),
    change: (['new', 'grew', 'same', 'shrank'] as const)[i % 4]!,
    title: isHostile ? HOSTILE.title : `Card payment ${i} was refused at the shop`,
    titles: {
      en: isHostile ? HOSTILE.title : `Card payment ${i} was refused at the shop`,
      'zh-CN': isHostile ? HOSTILE.chineseTitle : `第 ${i} 个问题：刷卡被拒`,
    },
    terms: { en: [isHostile ? HOSTILE.term : 'declined', 'terminal', 'card'], 'zh-CN': ['刷卡', '被拒'] },
    tickets,
    share: Math.round((tickets / all) * 1e4) / 1e4,
    duplicates: i % 3,
    languages: { en: english, 'zh-CN': tickets - english, other: 0 },
    products:
      i === 0
        ? [{ product: HOSTILE.product, tickets: 3 }]
        : [{ product: i % 2 ? 'Card' : 'Wallet', tickets }],
    layer: [null, ...LAYERS][i % 5] ?? null,
    firstDay: '2026-05-18',
    lastDay: '2026-11-15',
    weekly,
    trend: {
      ...trendOf(weekly.map(({ tickets: week }) => week)),
      direction: DIRECTIONS[i % DIRECTIONS.length]!,
    },
    alarm: {
      isRaised,
      since: isRaised ? '2026-11-12' : null,
      observed: isRaised ? 31 : 2,
      expected: 2.25,
      probability: isRaised ? 0.00001 : 0.6,
    },
    impact: {
      // Not in the order of tickets, so that sorting by it shows.
      rank: ((i + 3) % 7) + 7 * Math.floor(i / 7) + 1,
      people: tickets - 1,
      reopenings: i % 4,
      medianHours: i % 2 ? 16 : null,
      cost: i % 2 ? 12.5 * tickets : null,
    },
    linkedArticles: [],
    gap: {
      kind,
      slug,
      asked: 20,
      answered:
        kind === 'missing'
          ? []
          : [
              { slug: slug!, share: 0.65, meanProbability: 0.91 },
              { slug: 'wallet/insufficient-gas', share: 0.15, meanProbability: 0.7 },
            ],
      linked: slug === null ? [] : [{ slug, share: 0.42 }],
      tried:
        kind === 'ineffective'
          ? { shown: 12, opened: 9, events: { shown: 70, opened: 41, solved: 4, rejected: 21, continued: 9 } }
          : { shown: 0, opened: 0, events: null },
      staleness:
        kind === 'stale'
          ? {
              reason: 'newer-version' as const,
              reviewed: '2026-06-01',
              since: '2026-08-03',
              ticketsSince: 7,
              version: HOSTILE.version,
            }
          : null,
    },
    examples: {
      en: [
        { ticketId: HOSTILE.formula, text: isHostile ? HOSTILE.example : 'It was refused twice at [name].' },
        {
          ticketId: `${i}2`,
          text: 'The terminal says declined, but my balance is fine and the card is active.',
        },
        {
          ticketId: `${i}3`,
          text: 'Refused again at the supermarket, very embarrassing, please help me today.',
        },
      ],
      'zh-CN': [
        { ticketId: `${i}4`, text: '刷卡两次都被拒，余额是够的，卡也没有冻结，请尽快看一下。' },
        { ticketId: `${i}5`, text: '在超市又被拒了。' },
      ],
      other: i % 10 === 0 ? [{ ticketId: `${i}6`, text: 'Мою карту не приняли' }] : [],
    },
    resolutions: {
      compared: i % 2 === 0 ? 12 : 0,
      said:
        i % 2 === 0
          ? [
              {
                language: 'en' as const,
                text: isHostile ? HOSTILE.example : 'Unfreeze the card in the app and try again.',
                tickets: 5,
              },
              { language: 'zh-CN' as const, text: '请在应用里解冻卡片，再试一次。', tickets: 1 },
            ]
          : [],
    },
    centre: 'AAAA',
  };
}

/** What a watch makes of the labelled posts of tests/fixtures/lures, spread over a fortnight. */
export function madeCommunity(): LureSummary {
  const watch = createLureWatch();
  const lines = readFileSync(new URL('../fixtures/lures/posts.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  lines.forEach((line, i) => {
    const { text } = JSON.parse(line) as { text: string };
    watch.keepPost({ text, at: `2026-11-${String(1 + (i % 14)).padStart(2, '0')}T08:00:00Z` });
  });
  return watch.summary();
}
