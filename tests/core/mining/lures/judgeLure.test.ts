import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from '../../../../src/core/mining/lures/defang.ts';
import { judgeLure } from '../../../../src/core/mining/lures/judgeLure.ts';
import { createLureWatch } from '../../../../src/core/mining/lures/lureWatch.ts';
import { COMPILED_RULES, LURE_RULES } from '../../../../src/core/mining/lures/rules.ts';
import { officialListSchema } from '../../../../src/core/operations/official/officialList.ts';

interface LabelledPost {
  readonly id: string;
  readonly language: 'en' | 'zh-CN';
  readonly label: 'lure' | 'ordinary';
  readonly kind: string;
  readonly half: 'development' | 'untouched';
  readonly role?: 'staff';
  readonly text: string;
}

const POSTS = readFileSync(new URL('../../../fixtures/lures/posts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledPost);

const said = { en: 'Ours', 'zh-CN': '我们的' };
const LIST = officialListSchema.parse({
  brand: ['firstline'],
  domains: [{ name: 'firstline.example', subdomains: true, for: said }],
  emails: [{ address: 'support@firstline.example', for: said }],
  accounts: { telegram: ['firstline_news'], whatsapp: [], wechat: [], qq: [], discord: [], x: [] },
});

/** Shares of what was found that is a lure, and of the lures what was found. */
function measure(posts: readonly LabelledPost[]) {
  const found = posts.filter((post) => judgeLure(post, LIST).isLure);
  const right = found.filter(({ label }) => label === 'lure').length;
  return {
    precision: right / found.length,
    recall: right / posts.filter(({ label }) => label === 'lure').length,
  };
}

describe('lures among labelled posts', () => {
  it('are enough of both, in both languages and both halves', () => {
    for (const half of ['development', 'untouched']) {
      for (const language of ['en', 'zh-CN']) {
        for (const label of ['lure', 'ordinary']) {
          const some = POSTS.filter(
            (post) => post.half === half && post.language === language && post.label === label,
          );
          expect(some.length, `${half} ${language} ${label}`).toBeGreaterThanOrEqual(17);
        }
      }
    }
  });

  // Measured on the half that no rule was written from: precision 1.00, recall 0.93.
  it.each(['en', 'zh-CN'])('are found in the untouched half (%s)', (language) => {
    const { precision, recall } = measure(
      POSTS.filter((post) => post.half === 'untouched' && post.language === language),
    );
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  it.each(POSTS.filter(({ half }) => half === 'development'))('$id is told: $text', (post) => {
    expect(judgeLure(post, LIST).isLure).toBe(post.label === 'lure');
  });

  it('cost ordinary tickets little', () => {
    const tickets = readFileSync(
      new URL('../../../../scripts/mine/sample/tickets.ndjson', import.meta.url),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { subject?: string; description?: string })
      .map(({ subject = '', description = '' }) => `${subject}\n${description}`);
    const flagged = tickets.filter((text) => judgeLure({ text }, LIST).isLure);
    expect(tickets.length).toBeGreaterThan(500);
    // Some are people who pass on, word for word, what a thief wrote to them.
    expect(flagged.length / tickets.length).toBeLessThan(0.02);
  });
});

describe('judgeLure', () => {
  it.each([
    ['已经联系人工客服解决了，谢谢', false],
    ['昨天找官方客服微信 kefu_8821 处理好了，可以加他', true],
  ])('tells who was helped from who sends others there: %s', (text, isLure) => {
    expect(judgeLure({ text }, LIST).isLure).toBe(isLure);
  });

  it('names the wallet that money is to go to, shortened', () => {
    const text =
      'To release the funds send 0.05 ETH gas to 0x52908400098527886E0F7030069857D2E4169EE7 and they will be unlocked';
    expect(judgeLure({ text }, LIST).targets).toEqual([
      { kind: 'wallet', text: '0x5290…9EE7', isLookalike: false },
    ]);
  });

  it('gives reasons, the heaviest first, and where it leads, defanged', () => {
    const judgement = judgeLure(
      {
        text: '@anna Kindly open a ticket at https://firstline-desk.example/t?id=1 or message @Firstline_Admin_Help on Telegram',
      },
      LIST,
    );
    expect(judgement.isLure).toBe(true);
    expect(judgement.reasons.map(({ weight }) => weight)).toEqual(
      judgement.reasons.map(({ weight }) => weight).toSorted((a, b) => b - a),
    );
    expect(judgement.reasons.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ticket-page', 'leads-to-lookalike']),
    );
    expect(judgement.targets).toEqual([
      { kind: 'domain', text: 'firstline-desk[.]example', isLookalike: true },
      { kind: 'account', text: '[at]firstline_admin_help (telegram)', isLookalike: true },
    ]);
  });

  it.each([
    ['spaces', 'D M  m e and i will help, W h a t s A p p +44 7700 900123'],
    ['styled letters', 'Contact 𝐖𝐡𝐚𝐭𝐬𝐀𝐩𝐩 𝐬𝐮𝐩𝐩𝐨𝐫𝐭 +44 7700 900123'],
    ['Cyrillic letters', 'Vаlidаtе yоur wаllеt hеrе: wallet-check.example'],
    ['full width', 'Ｖａｌｉｄａｔｅ your wallet here： wallet-check.example'],
    ['invisible characters', 'Vali\u200Bdate your wal\u00ADlet here: wallet-check.example'],
    ['Traditional characters', '請聯繫官方客服 Telegram：@fl_service_tw，協助您驗證錢包'],
    ['an ornament', '加❤薇 wallet9920 专人解决'],
    ['a plus sign', '➕V：fl886412 解决转账卡住'],
    ['a defanged link', 'Validate your wallet here: hxxps://wallet-check[.]example'],
    ['a question that asks nothing', 'Open a ticket with live support here https://e5-help.example ok?'],
  ])('sees through %s', (_, text) => {
    expect(judgeLure({ text }, LIST).isLure).toBe(true);
  });

  it('finds what hides behind other words', () => {
    const text = 'You can log in on the new page to fix it';
    expect(judgeLure({ text }, LIST).isLure).toBe(false);
    expect(judgeLure({ text, hiddenLinks: ['https://firstline-login.example/x'] }, LIST).isLure).toBe(true);
  });

  it('lets staff write as they do, but not to a look-alike', () => {
    const text = 'Please send me a direct message with your ticket number, I will help you';
    expect(judgeLure({ text, role: 'member' }, LIST).isLure).toBe(true);
    expect(judgeLure({ text, role: 'staff' }, LIST).isLure).toBe(false);
    expect(judgeLure({ text: `${text}: firstline-desk.example`, role: 'staff' }, LIST).isLure).toBe(true);
  });

  it('knows our own addresses', () => {
    const text = (where: string): string =>
      `Please open a ticket here and an agent will help you: https://${where}/contact`;
    expect(judgeLure({ text: text('firstline.example') }, LIST).isLure).toBe(false);
    expect(judgeLure({ text: text('firstline-help.example') }, LIST).isLure).toBe(true);
  });

  it('shortens numbers, and names that need not be a thief’s', () => {
    const { targets } = judgeLure(
      {
        text: 'Recover your stolen funds: email jane.doe.1980@mail.example, WhatsApp +44 7700 900123, then contact @jane_d now',
      },
      LIST,
    );
    const text = JSON.stringify(targets);
    expect(targets.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['email', 'phone']));
    expect(text).not.toMatch(/jane\.doe|7700 ?900123|7700900123/);
  });

  it('judges anything, deterministically', () => {
    const words = fc.constantFrom(
      ...POSTS.flatMap(({ text }) => text.split(' ')),
      '\u202E',
      '\uD800',
      '>',
      '“',
      '，',
      '\n',
      '@',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.array(words, { maxLength: 60 }).map((some) => some.join(' ')),
        ),
        (text) => {
          const judgement = judgeLure({ text }, LIST);
          expect(judgeLure({ text }, LIST)).toEqual(judgement);
          expect(Number.isFinite(judgement.score)).toBe(true);
          if (!judgement.isLure) expect(judgement.targets).toEqual([]);
          // Nothing that can be clicked, whatever it was made from.
          for (const target of judgement.targets) expect(target.text).not.toMatch(/@|https?:|\p{L}\.\p{L}/iu);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads ten megabytes of one letter, of quotation marks, of links', () => {
    for (const unit of ['a', '“', '@a ', 'pay ', 'http://a.example ', '让我', 'd m '])
      expect(judgeLure({ text: unit.repeat(10_000_000 / unit.length) }, LIST).targets.length).toBeLessThan(
        5000,
      );
  });
});

describe('the rules', () => {
  it('have ids of their own, words in at least one language and a weight', () => {
    expect(new Set(LURE_RULES.map(({ id }) => id)).size).toBe(LURE_RULES.length);
    for (const { id, about, weight, en = [], zh = [] } of LURE_RULES) {
      expect(en.length + zh.length, id).toBeGreaterThan(0);
      expect(about, id).toMatch(/^\p{Ll}/u);
      expect(weight, id).not.toBe(0);
    }
  });

  it('are each needed: a labelled lure or honest post has it', () => {
    const used = new Set(POSTS.flatMap((post) => judgeLure(post, LIST).reasons.map(({ id }) => id)));
    expect(COMPILED_RULES.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('defang', () => {
  it.each([
    ['https://evil.example/a.b?c=d', 'hxxps://evil[.]example/a[.]b?c=d'],
    ['HTTP://EVIL.EXAMPLE', 'hxxP://EVIL[.]EXAMPLE'],
    ['write to help@evil.example.', 'write to help[at]evil[.]example.'],
    ['钱包。example', '钱包[.]example'],
    ['no link. At all', 'no link. At all'],
  ])('%s becomes %s', (text, safe) => {
    expect(defang(text)).toBe(safe);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'https:/.@[]a1 。') }), (text) => {
        expect(defang(defang(text))).toBe(defang(text));
      }),
    );
  });
});

describe('a watch', () => {
  it('keeps what is no lure and sums up the rest', () => {
    const watch = createLureWatch(LIST);
    const lure = {
      text: 'Validate your wallet here: https://firstline-valid.example/a',
      at: '2026-05-18T07:00:00Z',
    };
    expect(watch.keepPost({ text: 'Where is my card?', at: '2026-05-18T07:00:00Z' })).toBe(true);
    expect(watch.keepPost(lure)).toBe(false);
    expect(watch.keepPost({ ...lure, at: '2026-05-16T07:00:00Z' })).toBe(false);
    expect(watch.keepPost({ ...lure, at: undefined })).toBe(false);
    const summary = watch.summary();
    expect(summary).toMatchObject({ posts: 4, lures: 3 });
    expect(summary.targets).toEqual([
      {
        kind: 'domain',
        text: 'firstline-valid[.]example',
        isLookalike: true,
        lures: 3,
        firstDay: '2026-05-16',
        lastDay: '2026-05-18',
      },
    ]);
    expect(summary.reasons[0]!.lures).toBe(3);
  });

  it('says nothing of a post but where it leads', () => {
    const watch = createLureWatch(LIST);
    watch.keepPost({
      text: '@maria_g your passport 8821 is fine, DM me and validate your wallet at wallet-fix.example',
    });
    expect(JSON.stringify(watch.summary())).not.toMatch(/maria|passport|8821/);
  });
});
