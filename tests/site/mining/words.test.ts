import { describe, expect, it } from 'vitest';
import english from '../../../content/i18n/en.json' with { type: 'json' };
import chinese from '../../../content/i18n/zh-CN.json' with { type: 'json' };
import { LANGUAGES } from '../../../src/core/article/language.ts';
import { GAP_KINDS } from '../../../src/core/mining/gap.ts';
import { LURE_RULES } from '../../../src/core/mining/lures/rules.ts';
import { alarmText } from '../../../src/site/mining/alarmText.ts';
import { gapReasons } from '../../../src/site/mining/gapReasons.ts';
import type { RecurringIssue } from '../../../src/site/miningReport.ts';
import { nextStep } from '../../../src/site/mining/nextStep.ts';
import { takedownList } from '../../../src/site/mining/takedownList.ts';
import { miningWords } from '../../../src/site/mining/words.ts';
import { HOSTILE, madeCommunity } from '../../helpers/madeReport.ts';

const WORDS = { en: miningWords(english, 'en'), 'zh-CN': miningWords(chinese, 'zh-CN') };

const GAP: RecurringIssue['gap'] = {
  kind: 'covered',
  slug: 'card/card-declined',
  asked: 17,
  answered: [
    { slug: 'card/card-declined', share: 0.61, meanProbability: 0.93 },
    { slug: 'wallet/wrong-network', share: 0.23, meanProbability: 0.7 },
  ],
  linked: [{ slug: 'card/card-declined', share: 0.47 }],
  tried: { shown: 0, opened: 0, events: null },
  staleness: null,
};

function sentences(gap: Partial<RecurringIssue['gap']>, language: 'en' | 'zh-CN' = 'en'): string {
  const { say, percent, day, join } = WORDS[language];
  return join(
    gapReasons({ gap: { ...GAP, ...gap } }).map(({ key, values }) =>
      say(
        key,
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            'number' in value
              ? value.number
              : 'share' in value
                ? percent(value.share)
                : 'day' in value
                  ? day(value.day)
                  : 'article' in value
                    ? value.article
                    : value.text,
          ]),
        ),
      ),
    ),
  );
}

describe('the words of the mining pages', () => {
  it('says why an issue is answered, with every number it rests on', () => {
    expect(sentences({})).toMatchInlineSnapshot(
      `"Of 17 tickets that were put to the suggestions, 61% would be shown “card/card-declined” first. Where it is shown, it is the right one with a probability of 93% on average. Agents link “card/card-declined” in 47% of their answers."`,
    );
    expect(sentences({}, 'zh-CN')).toMatchInlineSnapshot(
      `"拿 17 张工单试推荐，61% 把《card/card-declined》排在第一。推荐它的时候，平均有 93% 的概率是对的。客服在 47% 的回复里链接了《card/card-declined》。"`,
    );
  });

  it('says why an issue is not answered', () => {
    expect(sentences({ kind: 'missing', slug: null, answered: [], linked: [] })).toMatchInlineSnapshot(
      `"Of 17 tickets that were put to the suggestions, none would be shown an article. Agents link no article in their answers to it."`,
    );
    expect(
      sentences({
        kind: 'missing',
        slug: null,
        linked: [{ slug: 'wallet/bridge-delayed', share: 0.12 }],
      }),
    ).toMatchInlineSnapshot(
      `"Of 17 tickets that were put to the suggestions, 61% would be shown “card/card-declined” first. Where it is shown, it is the right one with a probability of 93% on average. Agents link another article instead: “wallet/bridge-delayed”, in 12% of their answers."`,
    );
    expect(
      sentences({
        kind: 'undiscoverable',
        slug: 'wallet/bridge-delayed',
        linked: [{ slug: 'wallet/bridge-delayed', share: 0.44 }],
      }),
    ).toMatchInlineSnapshot(
      `"Of 17 tickets that were put to the suggestions, none would be shown “wallet/bridge-delayed” first. Agents link “wallet/bridge-delayed” in 44% of their answers."`,
    );
  });

  it('says why an article is out of date, or did not help', () => {
    const staleness = {
      reason: 'review-overdue',
      reviewed: '2026-01-02',
      since: '2026-07-03',
      ticketsSince: 9,
      version: null,
    } as const;
    expect(sentences({ kind: 'stale', staleness })).toMatchInlineSnapshot(
      `"Of 17 tickets that were put to the suggestions, 61% would be shown “card/card-declined” first. Where it is shown, it is the right one with a probability of 93% on average. Agents link “card/card-declined” in 47% of their answers. The article was last reviewed on Jan 2, 2026, and the review ran out on Jul 3, 2026. 9 tickets came since."`,
    );
    expect(
      sentences(
        { kind: 'stale', staleness: { ...staleness, reason: 'newer-version', version: '7.2' } },
        'zh-CN',
      ),
    ).toMatchInlineSnapshot(
      `"拿 17 张工单试推荐，61% 把《card/card-declined》排在第一。推荐它的时候，平均有 93% 的概率是对的。客服在 47% 的回复里链接了《card/card-declined》。从 2026年7月3日起，工单里提到版本 7.2；文章上次核对是 2026年1月2日。此后又来了 9 张工单。"`,
    );
    expect(
      sentences({
        kind: 'ineffective',
        tried: {
          shown: 14,
          opened: 11,
          events: { shown: 70, opened: 41, solved: 4, rejected: 21, continued: 9 },
        },
      }),
    ).toMatchInlineSnapshot(
      `"Of 17 tickets that were put to the suggestions, 61% would be shown “card/card-declined” first. Where it is shown, it is the right one with a probability of 93% on average. Agents link “card/card-declined” in 47% of their answers. 14 people had been shown the article before they wrote, and 11 of them had opened it. The suggestions recorded of this article, whatever the problem: shown 70 times, opened 41 times, “solved” 4 times, “did not help” 21 times; 9 people went on to write."`,
    );
  });

  it('names the next step of every gap, and a command where one does it', () => {
    const steps = GAP_KINDS.map((kind) => nextStep({ id: '0123456789ab', gap: { ...GAP, kind } }));
    expect(steps.map(({ command, files }) => command ?? files.join(' '))).toMatchInlineSnapshot(`
      [
        "npm run mine:phrasings",
        "npm run mine:draft -- --issue 0123456789ab",
        "npm run mine:phrasings",
        "content/docs/card/card-declined.md content/docs/zh-cn/card/card-declined.md",
        "content/docs/card/card-declined.md content/docs/zh-cn/card/card-declined.md",
      ]
    `);
  });

  it('tells an alarm from one that has passed', () => {
    const alarm = { isRaised: true, since: '2026-11-12', observed: 9, expected: 1.25, probability: 0.0001 };
    expect(alarmText({ alarm }, WORDS.en)).toMatchInlineSnapshot(
      `"9 tickets in the last seven days, where 1.25 would be usual. Could first have been known on Nov 12, 2026."`,
    );
    expect(
      alarmText({ alarm: { ...alarm, observed: 1, probability: 0.6 } }, WORDS['zh-CN']),
    ).toMatchInlineSnapshot(
      `"2026年11月12日就能看出的这次上升已经过去：最近 7 天 1 张工单，平常约 1.25 张。"`,
    );
  });

  it('fills values in as they are: no template, no markup, no nesting', () => {
    for (const language of LANGUAGES) {
      const text = WORDS[language].say('why.version', { version: HOSTILE.title, count: 2 });
      expect(text).toContain(HOSTILE.title);
    }
    expect(WORDS.en.say('work.people', { count: 1 })).toBe('1 person');
    expect(WORDS.en.say('work.people', { count: 1200 })).toBe('1,200 people');
  });

  it('has words in both languages for whatever a lure can be known by', () => {
    const places = ['lookalike', 'throw-away', 'hidden', 'account', 'support-name', 'stranger', 'nothing'];
    const ids = [
      ...LURE_RULES.map(({ id }) => id),
      ...places.map((place) => `leads-to-${place}`),
      ...madeCommunity().reasons.map(({ id }) => id),
    ];
    for (const language of LANGUAGES)
      expect(ids.filter((id) => WORDS[language].find(`lure.${id}`) === undefined)).toEqual([]);
  });

  it('lists targets for takedown one a line, with nothing that can be clicked', () => {
    const { targets } = madeCommunity();
    const lines = takedownList(targets).split('\n');
    expect(lines).toHaveLength(targets.length);
    expect(lines.every((line) => line.split('\t').length === 5)).toBe(true);
    expect(takedownList(targets)).not.toMatch(/https?:|\w\.\w|@/);
    expect(takedownList([{ ...targets[0]!, text: 'a\tb\nc' }]).split(/[\t\n]/)).toHaveLength(5);
  });
});
