import { seededRandom, type Random } from '../../src/core/random.ts';

/** A problem with the ways people put it, in any language. */
export type Problem = readonly string[];

const GREETINGS = ['', '', '', 'Hi, ', 'Hello team, ', '你好，', '您好，', 'hey ', 'Dear support, '];
const DETAILS = [
  'I sent {amount} {coin} {time} and the app shows nothing new.',
  'The amount was {amount} EUR, {time}.',
  'It is the {device}, app version {version}.',
  'Already tried twice {time}, same result.',
  'My friend has the same since {time}.',
  'Order {order}, please check.',
  '金额是 {amount} {coin}，{time}操作的。',
  '手机是 {device}，版本 {version}。',
  '已经试了两次，{time}开始的，麻烦看一下。',
  'You can reach me at {mail}.',
  '我的邮箱 {mail}，谢谢。',
  'Reference {order}.',
];
const COINS = ['USDT', 'ETH', 'BTC', 'BNB', 'USDC', 'SOL', 'TRX', 'MATIC'];
const TIMES = [
  'yesterday',
  'this morning',
  'two days ago',
  'on Monday',
  'last night',
  '昨天',
  '今早',
  '上周五',
  '刚才',
];
const DEVICES = ['iPhone 15', 'Pixel 8', 'Galaxy S23', '小米 14', '华为 Mate 60', 'MacBook', 'Redmi Note'];
const ENDINGS = [
  '',
  '',
  'Thanks',
  'please help',
  '谢谢',
  '急',
  'Regards',
  'waiting for your answer',
  '尽快回复',
];
const REPLIES = [
  'Thank you for writing. Please check the status page and try again in an hour.',
  'We have looked at it: the transfer is on its way and will arrive once it is confirmed.',
  '您好，我们已经查看，请您更新到最新版本后再试一次。',
  'Please tell us the day and the amount, without any code or phrase.',
];
const WORDS =
  'garden window river paper orange silver engine market bottle winter summer yellow pencil ticket lemon'.split(
    ' ',
  );

/** One in so many is about nothing that anybody else writes about. */
const NOISE_SHARE = 0.05;
const REPEATED_SHARE = 0.04;
const ANSWERED_SHARE = 0.5;
const WEEKS = 26;
const FIRST_DAY_MS = Date.UTC(2026, 4, 18);

/**
 * Tickets in our plain form, one JSON line each, the same for the same seed: problems by Zipf's law, each ticket of one or two
 * ways to put one, with details, made-up personal data, answers, repeats and noise. Made while they are read.
 */
export function* syntheticTickets(
  count: number,
  problems: readonly Problem[],
  seed: number,
): Generator<string> {
  const random = seededRandom(seed);
  const shares = problems.map((_, rank) => 1 / (rank + 3));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let last = '';
  for (let number = 0; number < count; number++) {
    const isRepeated = last !== '' && random() < REPEATED_SHARE;
    if (!isRepeated)
      last = random() < NOISE_SHARE ? noise(random) : body(drawn(problems, shares, total, random), random);
    const at = FIRST_DAY_MS + Math.floor(((number + random()) / count) * WEEKS * 7 * 86_400_000);
    yield `${JSON.stringify({
      id: `S-${number}`,
      createdAt: new Date(at).toISOString(),
      subject: '',
      body: last,
      requesterId: `person-${Math.floor(random() * count * 0.8)}`,
      ...(random() < ANSWERED_SHARE ? { messages: [{ author: 'agent', body: pick(REPLIES, random) }] } : {}),
    })}\n`;
  }
}

function body(ways: Problem, random: Random): string {
  const parts = [
    `${pick(GREETINGS, random)}${pick(ways, random)}`,
    ...(random() < 0.35 ? [pick(ways, random)] : []),
    ...(random() < 0.7 ? [detail(random)] : []),
    pick(ENDINGS, random),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function detail(random: Random): string {
  const values: Readonly<Record<string, () => string>> = {
    amount: () => String(Math.ceil(random() * 2_000)),
    coin: () => pick(COINS, random),
    time: () => pick(TIMES, random),
    device: () => pick(DEVICES, random),
    version: () => `${4 + Math.floor(random() * 3)}.${Math.floor(random() * 12)}.0`,
    order: () => String(10_000_000 + Math.floor(random() * 80_000_000)),
    mail: () => `user${Math.floor(random() * 1e6)}@mail.example`,
  };
  return pick(DETAILS, random).replace(/\{(\w+)\}/g, (_, name: string) => values[name]!());
}

function noise(random: Random): string {
  return Array.from({ length: 6 + Math.floor(random() * 10) }, () => pick(WORDS, random)).join(' ');
}

function drawn(
  problems: readonly Problem[],
  shares: readonly number[],
  total: number,
  random: Random,
): Problem {
  let left = random() * total;
  const found = shares.findIndex((share) => (left -= share) < 0);
  return problems[Math.max(0, found)]!;
}

function pick(list: readonly string[], random: Random): string {
  return list[Math.floor(random() * list.length)]!;
}
