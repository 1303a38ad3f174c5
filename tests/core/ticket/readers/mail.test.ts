import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mboxFormat } from '../../../../src/core/ticket/readers/mbox.ts';
import { mailsOfMbox } from '../../../../src/core/ticket/readers/mboxMails.ts';
import { isAutomaticMail } from '../../../../src/core/ticket/readers/mailAutomatic.ts';
import { readMail, type MailMessage } from '../../../../src/core/ticket/readers/mailMessage.ts';
import { partMailText } from '../../../../src/core/ticket/readers/mailText.ts';
import { createMailThreads } from '../../../../src/core/ticket/readers/mailThreads.ts';
import { collect, fileOf, summary } from './streams.ts';

describe('what somebody wrote in a mail', () => {
  it.each([
    ['On Mon, 18 May 2026 at 07:16, Anna Example <anna@mail.example> wrote:\n> old'],
    ['On Mon, 18 May 2026 at 07:16, Anna Example\n<anna@mail.example> wrote:\n\n> old'],
    ['Am 18.05.2026 um 07:16 schrieb Anna Example:\n> old'],
    ['-----Original Message-----\nFrom: Anna\nSent: Monday\nold'],
    [
      '________________________________\nFrom: Anna Example <anna@mail.example>\nSent: Monday, 18 May 2026 07:16\nTo: Support\nSubject: Card\n\nold',
    ],
    ['*From:* Anna Example\n*Date:* Monday\n*To:* Support\n\nold'],
    ['---------- Forwarded message ---------\nFrom: Anna\nold'],
    ['Begin forwarded message:\n\nold'],
    ['在 2026年5月18日，07:16，张三 <zhang@mail.example> 写道：\n\nold'],
    ['张三 <zhang@mail.example> 于2026年5月18日周一 07:16写道：\n> old'],
    ['在2026-05-18 07:16:04，"张三" <zhang@mail.example> 写道：\nold'],
    [
      '------------------ 原始邮件 ------------------\n发件人: "张三" <zhang@mail.example>;\n发送时间: 2026年5月18日(星期一) 上午7:16\nold',
    ],
    ['---- 回复的原邮件 ----\n| 发件人 | 张三 |\nold'],
    ['发件人：张三\n发送时间：2026年5月18日\n收件人：客服\n主题：银行卡\nold'],
    ['寄件者: 張三\n寄件日期: 2026年5月18日\n收件者: 客服\nold'],
    ['##- Please type your reply above this line -##\nold'],
  ])('ends where it quotes: %j', (quoted) => {
    const { own, quoted: others } = partMailText(`My card does not work.\n\n${quoted}`);
    expect(own).toBe('My card does not work.');
    expect(others).toContain('old');
  });

  it.each([
    '-- \nAnna Example\nExample Ltd',
    'Sent from my iPhone',
    'Get Outlook for Android',
    'Sent via Yahoo Mail',
    '发自我的 iPhone',
    '发自我的小米手机',
    '来自我的华为手机',
    '從我的 iPhone 傳送'.replace('傳', '發'),
    'Best regards,\nAnna Example\nTel. +44 20 7946 0000',
    'Thanks,\nAnna',
    '此致\n敬礼\n张三',
    '祝好\n张三',
  ])('has no signature: %j', (signature) => {
    expect(partMailText(`My card does not work.\n\n${signature}`).own).toBe('My card does not work.');
  });

  it.each([
    ['From: the exchange. To: my wallet. It never arrived.'],
    ['On Monday I wrote: nothing works.\nIt still does not.'],
    [
      'Thanks\nBut it did not help: the app asks for the passcode again, and when I type it, it says that it is wrong every single time.',
    ],
    ['他写道歉信给我了，但是钱还没到账。'],
    [
      '谢谢\n但是这个办法没有用，应用还是一直要求我输入密码，我试了很多次都不行，每次都提示密码错误，不知道该怎么办才好，请尽快帮我处理一下这个问题吧。',
    ],
  ])('is kept whole: %j', (text) => {
    expect(partMailText(text)).toEqual({ own: text, quoted: '' });
  });

  it('goes on below quoted lines', () => {
    const text = 'On Mon, 18 May 2026, Support wrote:\n> Which phone?\nA Pixel.\n> Which version?\n4.2';
    expect(partMailText(text)).toEqual({ own: 'A Pixel.\n4.2', quoted: 'Which phone?\nWhich version?' });
  });

  it('takes any text, and invents nothing', () => {
    const line = fc.constantFrom(
      '> a',
      'From: x',
      'Date: y',
      '-- ',
      'On Monday, 1 May 2026, A wrote:',
      '张三 写道：',
      '',
      'hello',
      'Thanks',
      '___________',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
        const { own, quoted } = partMailText(lines.join('\n'));
        const source = new Set(
          lines
            .flatMap((each) => each.split(/\r\n?|\n/))
            .flatMap((each) => [each.trim(), each.replace(/^\s{0,3}(?:[>＞]\s?)+/, '').trim()]),
        );
        for (const each of `${own}\n${quoted}`.split('\n'))
          if (each.trim() !== '') expect(source).toContain(each.trim());
      }),
      { numRuns: 300 },
    );
  });
});

describe('mails that programs wrote', () => {
  const headers = (...pairs: [string, string][]) => new Map(pairs);
  it.each([
    [headers(['auto-submitted', 'auto-replied']), 'a@mail.example', 'Re: Card'],
    [headers(['auto-submitted', 'auto-generated']), 'a@mail.example', 'Your order'],
    [headers(['x-autoreply', 'yes']), 'a@mail.example', 'Card'],
    [headers(['precedence', 'bulk']), 'news@mail.example', 'New charts'],
    [headers(['content-type', 'multipart/report; report-type=delivery-status']), 'a@mail.example', 'x'],
    [headers(), 'MAILER-DAEMON@mail.example', 'failure notice'],
    [headers(), 'postmaster@mail.example', '系统退信'],
    [headers(['return-path', '<>']), 'a@mail.example', 'Undelivered Mail Returned to Sender'],
    [headers(), 'a@mail.example', 'Automatic reply: Card'],
    [headers(), 'a@mail.example', '自动回复：银行卡'],
    [headers(), 'a@mail.example', 'Out of office'],
  ])('are known: %j', (known, from, subject) => {
    expect(isAutomaticMail(known, from, subject)).toBe(true);
  });

  it.each([
    [headers(['auto-submitted', 'no']), 'Card'],
    // A help desk that sends what an agent wrote.
    [headers(['auto-submitted', 'auto-generated'], ['in-reply-to', '<1@mail.example>']), 'Re: Card'],
    // A mailbox that is a group.
    [headers(['precedence', 'list'], ['list-id', 'support']), 'Card'],
    [headers(['return-path', '<a@mail.example>']), 'Delivery of my card failed'],
  ])('are not: %j', (known, subject) => {
    expect(isAutomaticMail(known, 'a@mail.example', subject)).toBe(false);
  });
});

const encoder = new TextEncoder();
/** Chinese in GB18030, GBK and Big5, which the platform can only decode. */
const BYTES = {
  gb18030: [0xd0, 0xc5, 0xd3, 0xc3, 0xbf, 0xa8, 0xb1, 0xbb, 0xbe, 0xdc],
  big5: [0xab, 0x48, 0xa5, 0xce, 0xa5, 0x64, 0xb3, 0x51, 0xa9, 0xda],
};

function raw(header: string, body: readonly number[] | string): Uint8Array {
  const bytes = typeof body === 'string' ? encoder.encode(body) : body;
  return Uint8Array.from([...encoder.encode(`From: <a@mail.example>\n${header}\n\n`), ...bytes]);
}

const hex = (bytes: readonly number[]): string =>
  bytes.map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
const base64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));

describe('a mail', () => {
  it.each([
    ['GB18030, declared', raw('Content-Type: text/plain; charset=gb18030', BYTES.gb18030), '信用卡被拒'],
    ['GBK, called gb2312', raw('Content-Type: text/plain; charset="gb2312"', BYTES.gb18030), '信用卡被拒'],
    ['GB18030, not declared', raw('Subject: x', BYTES.gb18030), '信用卡被拒'],
    ['Big5', raw('Content-Type: text/plain; charset=big5', BYTES.big5), '信用卡被拒'],
    [
      'quoted-printable',
      raw(
        'Content-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: quoted-printable',
        hex(BYTES.gb18030),
      ),
      '信用卡被拒',
    ],
    [
      'base64',
      raw('Content-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64', base64(BYTES.gb18030)),
      '信用卡被拒',
    ],
    ['UTF-8', raw('Content-Type: text/plain; charset=utf-8', '信用卡被拒'), '信用卡被拒'],
    [
      'HTML',
      raw('Content-Type: text/html; charset=utf-8', '<p>信用卡<b>被拒</b></p><blockquote>old</blockquote>'),
      '信用卡被拒',
    ],
  ])('is read from %s', async (_, bytes, text) => {
    expect(await readMail(bytes)).toMatchObject({ own: text });
  });

  it('has a subject in any of them', async () => {
    const word = (charset: string, bytes: readonly number[]): string =>
      `Subject: =?${charset}?B?${base64(bytes)}?=`;
    for (const header of [
      word('gb2312', BYTES.gb18030),
      word('big5', BYTES.big5),
      `Subject: =?gbk?Q?${hex(BYTES.gb18030)}?=`,
    ])
      expect(await readMail(raw(header, 'x'))).toMatchObject({ subject: '信用卡被拒' });
    const unencoded = Uint8Array.from([
      ...encoder.encode('From: <a@mail.example>\nSubject: '),
      ...BYTES.gb18030,
      0x0a,
      0x0a,
      0x78,
    ]);
    expect(await readMail(unencoded)).toMatchObject({ subject: '信用卡被拒' });
  });

  it.each([
    ['Mon, 18 May 2026 09:16:04 +0200', '2026-05-18T07:16:04Z'],
    ['18 May 2026 07:16:04 GMT (UTC)', '2026-05-18T07:16:04Z'],
    ['Mon, 18 May 2026 07:16:04', '2026-05-18T07:16:04Z'],
    ['yesterday', undefined],
    ['', undefined],
  ])('of %j has the date %s, wherever it is read', async (written, at) => {
    expect(await readMail(raw(`Date: ${written}`, 'x'))).toMatchObject({ at });
  });

  it('is nothing without a header or without words', async () => {
    expect(await readMail(encoder.encode('hello\nthere'))).toBe('not-a-record');
    expect(await readMail(raw('Subject: ', ' \n'))).toBe('empty');
  });
});

describe('an mbox', () => {
  const cut = async (text: string): Promise<string[]> => {
    const mails = await collect(mailsOfMbox(fileOf(text, 5).bytes()));
    return mails.map(({ raw: bytes }) => new TextDecoder().decode(bytes));
  };

  it('is cut at From lines with a header below them, and nowhere else', async () => {
    expect(
      await cut('From a@b Mon\nSubject: 1\n\nFrom here on.\n\nFrom there too.\nok\n\nFrom c\nSubject: 2\n\n'),
    ).toEqual(['Subject: 1\n\nFrom here on.\n\nFrom there too.\nok\n\n', 'Subject: 2\n\n']);
  });

  it('loses one mark from escaped lines', async () => {
    expect(await cut('From a\nS: 1\n\n>From x\n>>From y\n> From z\n')).toEqual([
      'S: 1\n\nFrom x\n>From y\n> From z\n',
    ]);
  });

  it('reads line ends of all kinds, and a last mail that breaks off', async () => {
    expect(await cut('From a\r\nS: 1\r\n\r\nx\r\n\r\nFrom b\r\nS: 2')).toEqual([
      'S: 1\r\n\r\nx\r\n\r\n',
      'S: 2',
    ]);
  });

  it('gives back the mails that it was made of', async () => {
    const line = fc
      .string({ unit: fc.constantFrom(...'aF> rom:é'), maxLength: 12 })
      .filter((text) => !/^>*From /.test(text));
    const body = fc.array(line, { maxLength: 6 }).map((lines) => `${lines.join('\n')}\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        async (bodies, size) => {
          const mails = bodies.map((text, i) => `Subject: ${i}\n\n${text}\n`);
          const file = fileOf(mails.map((mail) => `From x\n${mail}`).join(''), size);
          const found = (await collect(mailsOfMbox(file.bytes()))).map(({ raw: bytes }) =>
            new TextDecoder().decode(bytes),
          );
          expect(found).toEqual(mails);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function mail(id: string, from: string, references: readonly string[], minute: number): MailMessage {
  const at = `2026-05-18T07:${String(minute).padStart(2, '0')}:00Z`;
  return {
    id: `<${id}>`,
    references: references.map((each) => `<${each}>`),
    from,
    subject: 'Card',
    at,
    own: `words of ${id}`,
    quoted: '',
    people: [],
  };
}

describe('threads of mail', () => {
  const ask = mail('1', 'anna@mail.example', [], 1);
  const answer = mail('2', 'support@firstline.example', ['1'], 2);
  const thanks = mail('3', 'anna@mail.example', ['1', '2'], 3);
  const other = mail('9', 'ben@mail.example', [], 4);

  const bodies = (mails: readonly MailMessage[]): string[][] => {
    const threads = createMailThreads();
    const placed = [...mails.flatMap((each, i) => threads.add(each, `mail ${i}`)), ...threads.end()];
    return placed
      .flatMap(({ result }) => ('ticket' in result ? [result.ticket] : []))
      .map(({ messages }) => messages.map(({ author, body }) => `${author}: ${body}`))
      .sort();
  };

  it('are the same in whatever order the mails come', () => {
    const expected = [
      ['requester: words of 1', 'agent: words of 2', 'requester: words of 3'],
      ['requester: words of 9'],
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray([ask, answer, thanks, other], { minLength: 4, maxLength: 4 }),
        (mails) => {
          expect(bodies(mails)).toEqual(expected);
        },
      ),
    );
  });

  it('hold together where a mail between is missing', () => {
    expect(bodies([ask, thanks])).toEqual([['requester: words of 1', 'requester: words of 3']]);
    // Two answers to a mail that is not there.
    expect(bodies([answer, mail('4', 'anna@mail.example', ['1'], 5)])).toEqual([
      ['agent: words of 2', 'requester: words of 4'],
    ]);
  });

  it('have ids that come from their first mail and tell nothing of it', () => {
    const idOf = (mails: readonly MailMessage[]): string => {
      const threads = createMailThreads();
      for (const each of mails) threads.add(each, 'mail 1');
      const [placed] = threads.end();
      return placed && 'ticket' in placed.result ? placed.result.ticket.id : '';
    };
    expect(idOf([ask])).toMatch(/^mail-[0-9a-f]{16}$/);
    expect(idOf([ask, answer])).toBe(idOf([ask]));
    expect(idOf([answer])).toBe(idOf([ask]));
    expect(idOf([other])).not.toBe(idOf([ask]));
  });

  it('take a second copy of a mail once', async () => {
    const text = 'From a\nFrom: <a@mail.example>\nMessage-ID: <1@mail.example>\nSubject: x\n\nhello\n\n';
    const { skipped, tickets } = await summary(mboxFormat.read(fileOf(text + text)));
    expect(skipped).toEqual(['repeated-id: mail 2 (line 8)']);
    expect(tickets).toHaveLength(1);
  });
});
