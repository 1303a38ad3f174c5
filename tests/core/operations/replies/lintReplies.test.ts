import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { stepsIn } from '../../../../src/core/operations/replies/articleSteps.ts';
import { fillReply, fillRest, unfilled } from '../../../../src/core/operations/replies/fillReply.ts';
import { lintReplies, type ReplyContext } from '../../../../src/core/operations/replies/lintReplies.ts';
import { parseReply } from '../../../../src/core/operations/replies/parseReply.ts';
import { prepareReply } from '../../../../src/core/operations/replies/preparedReply.ts';

const GOOD = `article: card/pin-blocked
use: { en: The PIN is blocked, zh-CN: PIN 码被锁 }
variables:
  merchant: { type: text, label: { en: Shop, zh-CN: 商户 } }
steps: { en: Lift the block, zh-CN: 解锁 }
body:
  en: |
    Your payment at {merchant} needs the PIN.

    {steps}

    See also [limits](/card/card-limits/).
  zh-CN: |
    你在 {merchant} 的付款需要 PIN 码。

    {steps}

    也可以看[限额](/card/card-limits/)。
`;
const ENGLISH = parseMarkdown(
  '## Lift the block\n\n1. **Open** the app.\n2. See [limits](/card/card-limits/) or [us](/contact/).\n',
);
const CHINESE = parseMarkdown(
  '## 解锁\n\n1. **打开 App。** 就能看到。\n2. 看[限额](/zh-cn/card/card-limits/#x)。\n',
);
const context: ReplyContext = {
  articles: new Set(['card/pin-blocked', 'card/card-limits']),
  redirects: { 'card/pin': 'card/pin-blocked' },
  steps: (_, language) => stepsIn(language === 'en' ? ENGLISH : CHINESE),
  settled: ['brand', 'supportEmail'],
};

const problemsOf = (text: string, file = 'content/replies/pin.yml'): string[] =>
  lintReplies([{ file, text }], context).map(({ line, rule, message }) => `${line} ${rule}: ${message}`);

describe('the lint of replies', () => {
  test('has nothing to say of a good one', () => expect(problemsOf(GOOD)).toEqual([]));

  test.each([
    ['no YAML', `${GOOD}\nuse: [`, /^\d{2} reply: This is YAML that cannot be read/],
    [
      'a missing language',
      GOOD.replace(/ {2}zh-CN: \|[\s\S]*/, ''),
      /^7 reply: body\.zh-CN: found nothing.*Fix: write `en: \|`/,
    ],
    ['an unknown field', `${GOOD}titel: x\n`, /titel|Unrecognized/],
    [
      'an unknown type',
      GOOD.replace('type: text', 'type: pin'),
      /^4 reply: variables\.merchant\.type: found "pin"/,
    ],
    [
      'no such article',
      GOOD.replace('article: card/pin-blocked', 'article: runbooks/x'),
      /^1 reply-links: There is no public article runbooks\/x/,
    ],
    [
      'an article that has moved',
      GOOD.replace('article: card/pin-blocked', 'article: card/pin'),
      /^1 reply-links: card\/pin has moved\. Write card\/pin-blocked\./,
    ],
    [
      'a dead link',
      GOOD.replace('[limits](/card/card-limits/)', '[limits](/card/limit/)'),
      /^7 reply-links: There is no public article card\/limit/,
    ],
    [
      'a link outwards',
      GOOD.replace('(/card/card-limits/)。', '(https://x.test/)。'),
      /^13 reply-links: \(https:\/\/x\.test\/\) is no address of an article/,
    ],
    [
      'another heading',
      GOOD.replace('en: Lift the block', 'en: Lift it'),
      /reply-steps: card\/pin-blocked has no numbered steps below “Lift it”\. It has them below: Lift the block/,
    ],
    ['steps that are nowhere', GOOD.replaceAll('{steps}', 'x'), /reply-steps: steps: names a heading/],
    [
      'a name that nobody knows',
      GOOD.replace('{steps}\n\n    也', '{steps} {amount}\n\n    也'),
      /reply-variables: Nobody knows \{amount\}/,
    ],
    [
      'a variable of one language',
      GOOD.replace('你在 {merchant} 的', '你的'),
      /^13 reply-variables: The agent is asked for \{merchant\}/,
    ],
    [
      'a name that is taken',
      GOOD.replaceAll('merchant', 'brand'),
      /reply-variables: \{brand\} means something already/,
    ],
    [
      'a request for a secret',
      GOOD.replace('See also', 'Please send us your PIN. See also'),
      /^7 reply-secrets: “Please send us your PIN” asks for a secret/,
    ],
    [
      'one in Chinese',
      GOOD.replace('也可以看', '请把验证码发给我们。也可以看'),
      /^13 reply-secrets: “请把验证码发给我们” asks for a secret/,
    ],
    [
      'a secret as a variable',
      GOOD.replace('en: Shop', 'en: Your card PIN'),
      /^4 reply-secrets: “Your card PIN” is a secret/,
    ],
    [
      'a cold tone',
      GOOD.replace('See also', 'Kindly see'),
      /^7 reply-tone: Found “Kindly”: say it as you would aloud/,
    ],
    ['您', GOOD.replace('你在', '您在'), /^13 reply-tone: Found “您”/],
    ['bad setting', GOOD.replace('PIN 码。', 'PIN码。'), /^13 reply-typography: Badly set \(space\)/],
    [
      'too many words',
      GOOD.replace('See also', `${'Word '.repeat(300)}see`),
      /^7 reply-length: The body has/,
    ],
  ])('%s is named with its line, and how to mend it', (_, text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });

  test('a file with a strange name is named', () => {
    expect(problemsOf(GOOD, 'content/replies/Mein Text.yml').join()).toContain('rename the file');
  });

  test('every file is looked at, not only the first that is wrong', () => {
    const files = ['a', 'b'].map((name) => ({ file: `content/replies/${name}.yml`, text: 'article: x' }));
    expect(new Set(lintReplies(files, context).map(({ file }) => file)).size).toBe(2);
  });
});

describe('a prepared reply', () => {
  const settings = {
    site: 'https://help.test/',
    frames: {
      en: { greeting: 'Hello,', readMore: 'More: {link}', signOff: '{brand} support' },
      'zh-CN': { greeting: '你好，', readMore: '详见：{link}', signOff: '{brand}客服' },
    },
    variables: { en: { brand: 'Acme' }, 'zh-CN': { brand: 'Acme' } },
  };
  const reply = prepareReply(parseReply('content/replies/pin.yml', GOOD), context.steps, settings);

  test('has greeting, steps, links in the reader’s language and sign-off', () => {
    expect(reply.text.en).toBe(`Hello,

Your payment at {merchant} needs the PIN.

1. Open the app.
2. See [limits](https://help.test/a/card/card-limits/#en) or us.

See also [limits](https://help.test/a/card/card-limits/#en).

More: https://help.test/a/card/pin-blocked/#en

Acme support`);
    expect(reply.text['zh-CN']).toBe(`你好，

你在 {merchant} 的付款需要 PIN 码。

1. 打开 App。就能看到。
2. 看[限额](https://help.test/a/card/card-limits/#zh-cn)。

也可以看[限额](https://help.test/a/card/card-limits/#zh-cn)。

详见：https://help.test/a/card/pin-blocked/#zh-cn

Acme 客服`);
  });

  test('says what is missing until it is filled in rightly', () => {
    expect(unfilled(reply, fillReply(reply, { merchant: '  ' }, 'en'))).toEqual(['merchant']);
    const filled = fillReply(reply, { merchant: 'Aldi' }, 'zh-CN');
    expect(unfilled(reply, filled)).toEqual([]);
    expect(filled).toContain('你在 Aldi 的付款');
  });

  test('what the agent changed stays when the rest is filled in', () => {
    const changed = reply.text.en.replace('Hello,', 'Dear Jo,');
    expect(fillRest(reply, changed, { merchant: 'Aldi' }, 'en')).toMatch(/^Dear Jo,\n\nYour payment at Aldi/);
  });
});
