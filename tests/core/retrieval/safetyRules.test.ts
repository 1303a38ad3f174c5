import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadArticles, loadPhrasings, loadSafety } from '../../../scripts/lib/articles.ts';
import { ROOT } from '../../../scripts/lib/paths.ts';
import { readCorpora } from '../../../scripts/model/corpora.ts';
import { parseQuery } from '../../../src/core/retrieval/evaluation/query.ts';
import { urgentRule } from '../../../src/core/retrieval/safety.ts';

/** content/safety.yml against messages that are urgent and many thousands that are not. */
const safety = await loadSafety();
const ruleFor = (text: string) => urgentRule(text, safety);

async function readLines<Line>(file: string): Promise<Line[]> {
  const text = await readFile(path.join(ROOT, file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** What was hit, and by which rule: a failing test shows it. `about` is where a text comes from. */
const hits = (texts: Iterable<{ readonly text: string; readonly about?: string }>): string[] =>
  [...texts].flatMap(({ text, about = '' }) => {
    const rule = ruleFor(text);
    return rule ? [`${rule.id}: ${text} ${about}`] : [];
  });

describe('urgent messages', () => {
  // The rules were written with the first half in sight, and the second only counted. Both have one author, who wrote the
  // rules too, so they flatter: of the phrasebook's lines about theft that nobody had looked at, by other hands and often
  // only implying what happened, the same rules then recognised 14 of 43 in English and 22 of 45 in Chinese.
  // Lowering a floor needs a reason in its commit.
  it.each([
    ['development', 'en', { urgent: 30, sameRule: 29 }],
    ['development', 'zh-CN', { urgent: 30, sameRule: 30 }],
    ['kept-apart', 'en', { urgent: 30, sameRule: 29 }],
    ['kept-apart', 'zh-CN', { urgent: 29, sameRule: 29 }],
  ])('of the %s half are recognised in %s as well as they ever were', async (half, language, floor) => {
    const lines = await readLines<{ lang: string; text: string; rule: string }>(
      `tests/fixtures/safety/urgent-${half}.jsonl`,
    );
    const own = lines.filter(({ lang }) => lang === language);
    expect(own).toHaveLength(30);
    const found = own.map(({ text }) => ruleFor(text)?.id);
    expect(found.filter((id) => id !== undefined).length).toBeGreaterThanOrEqual(floor.urgent);
    expect(own.filter(({ rule }, i) => found[i] === rule).length).toBeGreaterThanOrEqual(floor.sameRule);
  });

  it('name only rules that there are, each at least once', async () => {
    const halves = ['development', 'kept-apart'].map((half) =>
      readLines<{ rule: string }>(`tests/fixtures/safety/urgent-${half}.jsonl`),
    );
    const named = new Set((await Promise.all(halves)).flat().map(({ rule }) => rule));
    expect([...named].sort()).toEqual(safety.rules.map(({ id }) => id).sort());
  });

  it('lead to a public article', async () => {
    const slugs = new Set((await loadArticles('public')).map(({ slug }) => slug));
    expect(safety.rules.filter(({ articles }) => !articles.some((slug) => slugs.has(slug)))).toEqual([]);
  });
});

describe('false alarms', () => {
  it('none among queries about other things', async () => {
    const files = ['development', 'test'].map(async (name) =>
      (await readFile(path.join(ROOT, `tests/fixtures/retrieval/${name}.jsonl`), 'utf8')).trim().split('\n'),
    );
    const queries = (await Promise.all(files)).flat().map(parseQuery);
    const ordinary = queries.filter(
      ({ text, slugs }) =>
        !slugs.some((slug) => slug.startsWith('security/')) &&
        // A stolen card is asked about under card/: there the rule's own article is the right one.
        !ruleFor(text)?.articles.some((slug) => slugs.includes(slug)),
    );
    expect(ordinary.length).toBeGreaterThan(500);
    expect(hits(ordinary)).toEqual([]);
  });

  it.each([
    'how do i back up my recovery phrase safely',
    'is it safe if I store my seed phrase in icloud',
    'the app asks me for my 12 words after the update, where do I find them',
    'I entered my recovery phrase but the balance shows zero',
    'I never share my recovery phrase with anyone',
    'What should I do if my card is ever stolen?',
    "I'm reading Stolen Focus, can I buy books with the card",
    'support asked for my transaction hash',
    'your support told me to wait 24 hours',
    'all my tokens are gone after the update',
    'I changed my password and now I cannot log in',
    'why do I need to pay a gas fee to withdraw',
    'the atm took my card',
    '怎么备份助记词',
    '助记词存在iCloud安全吗',
    '如果助记词泄露了怎么办',
    '切勿把助记词告诉别人',
    '更新后App让我输入助记词',
    '客服让我提供交易哈希',
    '我把币都转走了，旧钱包还能删吗',
    '手机被偷了，新手机怎么恢复钱包',
    '冷钱包会不会被盗',
    '怎么防止钱包被盗',
    '你们会要我的助记词吗',
    '取款机吞卡了',
  ])('not %j', (text) => {
    expect(ruleFor(text)).toBeUndefined();
  });

  it('none among the phrasings of other articles', async () => {
    // A mailbox that somebody else has got into opens every account that is bound to it.
    const rightly = new Set([
      '绑定的qq邮箱被盗了',
      '邮箱被盗了先改啥',
      'my gmail got hacked, what do i change first here',
    ]);
    const phrasings = [...(await loadPhrasings())].flatMap(([slug, ways]) =>
      [...ways.en, ...ways['zh-CN']].map(({ text }) => ({ slug, text, about: `(${slug})` })),
    );
    const ordinary = phrasings.filter(
      ({ slug, text }) =>
        // What agents write to one another is about thefts too, and is never shown to customers.
        !/^(?:security|runbooks)\//.test(slug) &&
        !ruleFor(text)?.articles.includes(slug) &&
        !rightly.has(text),
    );
    expect(ordinary.length).toBeGreaterThan(500);
    expect(hits(ordinary)).toEqual([]);
  });

  /** Problems of the phrasebook that are about thieves, swindlers, leaks and break-ins. A new one belongs here too. */
  const ABOUT_THEFT = [
    /^scam\//,
    /^article\/security\//,
    /^account\/(?:account-taken-over|recovery-phrase-exposed|wallet-drained|unauthorised-withdrawal|sim-swap)$/,
    /^account\/(?:remote-access-scam|fake-support-contact|entered-details-on-fake-site|malicious-approval)$/,
    /^account\/(?:unrequested-codes|suspicious-login-alert|clipboard-malware)$/,
    /^card\/(?:card-stolen-used|phished-card-details|3ds-unrequested-code)$/,
    /^article\/card\/(?:lost-or-stolen-card|unrecognised-charge)$/,
    /^(?:wallet\/fork-coins-claim|defi\/honeypot-cannot-sell)$/,
    /^wallet\/(?:funds-stolen-from-wallet|gas-swept-by-bot|revoke-token-approval)$/,
    /^defi\/(?:drained-after-signing|is-this-airdrop-claim-site-real|tron-multisig-hijack)$/,
    /^defi\/protocol-exploited-compensation$/,
    /^(?:bank\/(?:scam-transfer-reclaim|direct-debit-never-authorised)|dispute\/paid-scammer-myself|staking\/fake-usdt-mining-pool)$/,
    /^(?:atm\/skimmer-suspected|hardware\/prewritten-seed-in-box|nft\/bought-counterfeit-collection)$/,
  ];

  const isOffTopic = (problem: string): boolean => problem.startsWith('off-topic/');

  it('at most 1 in 2,000 among the phrasebook’s other problems', async () => {
    const folder = 'scripts/model/phrasebook';
    const files = (await readdir(path.join(ROOT, folder))).filter((name) => name.endsWith('.jsonl'));
    const lines = (
      await Promise.all(
        files.map((name) => readLines<{ problem: string; text: string }>(`${folder}/${name}`)),
      )
    ).flat();
    const others = lines.filter(
      ({ problem }) => !isOffTopic(problem) && !ABOUT_THEFT.some((pattern) => pattern.test(problem)),
    );
    expect(others.length).toBeGreaterThan(10_000);
    const found = hits(others.map(({ problem, text }) => ({ text, about: `(${problem})` })));
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(others.length / 2_000);
  });

  /** Among them are accounts and cards of other companies that were stolen indeed: only the company is the wrong one. */
  it('at most 1 in 100 among messages meant for somebody else', async () => {
    const lines = await readLines<{ problem: string; text: string }>(
      'scripts/model/phrasebook/off-topic.jsonl',
    );
    const found = hits(lines.map(({ problem, text }) => ({ text, about: `(${problem})` })));
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(lines.length / 100);
  });

  const CORPORA = path.join(ROOT, '../shared/corpora');
  /** Customers of a bank whose card was stolen or misused: urgent indeed. */
  const ABOUT_CARD_THEFT = /report_fraud|report_lost_card|replacement_card_duration/;

  it('at most 1 in 20,000 among public sentences', { timeout: 240_000 }, async ({ skip }) => {
    if (!existsSync(CORPORA)) skip('../shared/corpora is not there: 470,000 public sentences were not tried');
    const { translations, headings, neighbours, intents } = await readCorpora(CORPORA);
    const texts = new Set([
      ...[...translations, ...headings, ...neighbours].flatMap(({ a, b }) => [a, b]),
      ...[...intents].flatMap(([intent, own]) => (ABOUT_CARD_THEFT.test(intent) ? [] : own)),
    ]);
    expect(texts.size).toBeGreaterThan(400_000);
    const found = hits([...texts].map((text) => ({ text })));
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(texts.size / 20_000);
  });
});

describe('time', () => {
  let text: string;
  beforeAll(async () => {
    text = (await readFile(path.join(ROOT, 'scripts/model/phrasebook/wallet.jsonl'), 'utf8'))
      .replace(/"[a-z]+": |[{}"]/g, '')
      .slice(0, 200_000);
  });

  const median = (run: (i: number) => void): number => {
    const times = Array.from({ length: 200 }, (_, i) => {
      const started = performance.now();
      run(i);
      return performance.now() - started;
    });
    return times.sort((a, b) => a - b)[100]!;
  };

  it('is nothing for a message, and bounded for a pasted book', () => {
    // Measured: 0.1 ms in English, 0.2 ms in Chinese; the bounds leave room for a slow machine that does other things.
    expect(median((i) => ruleFor(text.slice(i * 500, i * 500 + 500)))).toBeLessThan(1);
    for (const one of [
      text.slice(0, 100_000),
      'support '.repeat(12_500),
      '被'.repeat(100_000),
      'a'.repeat(100_000),
    ]) {
      const started = performance.now();
      ruleFor(one);
      expect(performance.now() - started).toBeLessThan(200);
    }
  });
});
