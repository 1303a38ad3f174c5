import { describe, expect, it } from 'vitest';
import type { Placed } from '../../../../src/core/ticket/format.ts';
import { readRecord } from '../../../../src/core/ticket/formats.ts';
import { joinParts } from '../../../../src/core/ticket/joinParts.ts';
import { mailWords } from '../../../../src/core/ticket/readers/mailText.ts';
import { htmlText } from '../../../../src/core/ticket/htmlText.ts';
import { wikiText } from '../../../../src/core/ticket/wikiText.ts';
import type { SkipReason, Ticket } from '../../../../src/core/ticket/ticket.ts';

/** What becomes of the records of one export. */
async function readAll(
  ...records: readonly object[]
): Promise<{ readonly tickets: Ticket[]; readonly skipped: SkipReason[] }> {
  async function* placed(): AsyncGenerator<Placed> {
    await Promise.resolve();
    for (const [i, record] of records.entries())
      for (const { result } of readRecord(record, `line-${i}`, 'auto')) yield { result, place: `line ${i}` };
  }
  const tickets: Ticket[] = [];
  const skipped: SkipReason[] = [];
  for await (const { result } of joinParts(placed())) {
    if ('ticket' in result) tickets.push(result.ticket);
    if ('skipped' in result) skipped.push(result.skipped);
  }
  return { tickets, skipped };
}

const spoken = ({ messages }: Ticket): string[] => messages.map(({ author, body }) => `${author}: ${body}`);

describe('mail that a desk keeps', () => {
  it.each([
    [
      '<div>The count is wrong.<br><span class="gmail_signature_prefix">-- </span><div class="gmail_signature"><div>Kate Doe</div></div></div><div class="gmail_quote">On Monday Acme wrote:<blockquote>old</blockquote></div>',
      'The count is wrong.',
    ],
    ['<p>The webhook stops</p><div id="AppleMailSignature">Bob Boss</div>', 'The webhook stops'],
    [
      '<div>Blank since Monday</div><div class="yahoo_quoted">On Monday<div>old</div></div>',
      'Blank since Monday',
    ],
    ['<p>It fails</p><div id="divRplyFwdMsg">From: Acme</div><p>old</p>', 'It fails'],
    ['<div class="gmail_quote"><p>forwarded</p></div>', 'forwarded'],
    ['<div class="my-gmail_quote-like">kept</div>', 'kept'],
  ])('%j says %j', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it.each([
    ['Export has empty pages.\n\nMit freundlichen Grüßen\nHans Meier\nLeiter IT', 'Export has empty pages.'],
    ['Import stops\n\nFreundliche Gruesse / Best regards\nPeter Muster | Head of Ops', 'Import stops'],
    ['发票抬头写错了，怎么改？\n\n张三\n财务部经理\n13800138000', '发票抬头写错了，怎么改？'],
    [
      'Hi, the export is blank.  Kind regards, Kate Doe CFO  On Mon, May 6, 2024 at 8:31 AM Acme <a@b.example> wrote:  old',
      'Hi, the export is blank.',
    ],
    ['您好，导出是空白。  此致敬礼  张三  发件人：客服 发送时间：2024年5月6日 旧', '您好，导出是空白。'],
    ['see below\n\nFrom: Acme\nSent: Monday\nthe invoice is wrong', 'see below\n> the invoice is wrong'],
    ['nothing to cut', 'nothing to cut'],
  ])('%j is %j', (text, words) => {
    expect(mailWords(text)).toBe(words);
  });
});

describe('Zendesk', () => {
  const ticket = {
    id: 1,
    subject: 'Outbound',
    description: 'We noticed that your card failed.',
    created_at: '2024-06-04T09:00:00Z',
    requester_id: 605,
    submitter_id: 900,
    tags: [],
  };
  const comment = (author_id: number, body: string, hour: number) => ({
    id: hour,
    type: 'Comment',
    author_id,
    body,
    public: true,
    created_at: `2024-06-04T${String(hour).padStart(2, '0')}:00:00Z`,
  });

  it('knows what an agent wrote first, unless it was told on the phone', async () => {
    const comments = [comment(900, ticket.description, 9), comment(605, 'It still fails', 11)];
    const { tickets } = await readAll({ ...ticket, comments });
    expect(tickets[0]).toMatchObject({ subject: '' });
    expect(spoken(tickets[0]!)).toEqual([
      'agent: We noticed that your card failed.',
      'requester: It still fails',
    ]);
    const phoned = await readAll({ ...ticket, comments, via: { channel: 'phone' } });
    expect(phoned.tickets[0]!.messages[0]!.author).toBe('requester');
  });

  it('knows by the users of a page who answers whom, and by its metrics what was reopened', async () => {
    const comments = [
      { ...comment(605, 'cannot log in', 9), ticket_id: 1 },
      { ...comment(777, 'same for me', 10), ticket_id: 1 },
      { ...comment(900, 'Renew it.', 11), ticket_id: 1 },
    ];
    const { tickets, skipped } = await readAll({
      tickets: [{ ...ticket, description: 'cannot log in' }],
      comments,
      users: [
        { id: 777, role: 'end-user', name: 'Cara Collins' },
        { id: 900, role: 'agent', name: 'Mia Agent' },
      ],
      metric_sets: [{ id: 5, ticket_id: 1, reopens: 2, solved_at: '2024-06-05T10:00:00Z' }],
    });
    expect(spoken(tickets[0]!)).toEqual([
      'requester: cannot log in',
      'requester: same for me',
      'agent: Renew it.',
    ]);
    expect(tickets[0]).toMatchObject({ reopenings: 2, resolvedAt: '2024-06-05T10:00:00Z' });
    expect(tickets[0]!.people).toEqual(['Cara Collins', 'Mia Agent']);
    expect(skipped).toEqual(['other', 'other']);
  });

  it('finds the requester also where it is an object', async () => {
    const { requester_id: _, ...rest } = ticket;
    const comments = [comment(605, 'The invoice is wrong', 9)];
    const { tickets } = await readAll({
      ...rest,
      requester: { id: 605, name: 'Ola' },
      comments,
      submitter_id: 605,
    });
    expect(tickets[0]).toMatchObject({ requesterKey: '605', people: ['Ola'] });
    expect(tickets[0]!.messages.at(-1)!.author).toBe('requester');
  });
});

describe('other desks', () => {
  it('read the export of a Freshdesk account', async () => {
    const { tickets } = await readAll({
      helpdesk_ticket: {
        id: 9,
        display_id: 21,
        subject: 'Code rejected',
        description: 'My code is rejected',
        requester_id: 1,
        created_at: '2016-05-01T10:00:00Z',
        notes: [{ id: 1, body: 'It starts on Monday.', incoming: false, private: false, user_id: 2 }],
        ticket_states: { resolved_at: '2016-05-02T10:00:00Z' },
        tags: [{ name: 'promo' }],
      },
    });
    expect(tickets[0]).toMatchObject({ id: '21', tags: ['promo'], resolvedAt: '2016-05-02T10:00:00Z' });
    expect(spoken(tickets[0]!)).toEqual(['requester: My code is rejected', 'agent: It starts on Monday.']);
  });

  it('read the tickets of Intercom, and leave out what a bot began', async () => {
    const { tickets, skipped } = await readAll(
      {
        type: 'ticket',
        id: '70',
        ticket_attributes: {
          _default_title_: 'Import fails',
          _default_description_: 'It stops at 40 percent',
        },
        created_at: 1717200000,
      },
      {
        type: 'conversation',
        id: '306',
        source: { body: '<p>Tour</p>', author: { type: 'bot', id: 'x' } },
        conversation_parts: { conversation_parts: [] },
      },
    );
    expect(tickets).toMatchObject([{ id: '70', subject: 'Import fails' }]);
    expect(skipped).toEqual(['automatic']);
  });

  it('leave out a draft of Help Scout', async () => {
    const { skipped } = await readAll({ id: 503, state: 'draft', mailboxId: 1, subject: 'Draft' });
    expect(skipped).toEqual(['other']);
  });

  it('know an issue of Jira that an agent wrote, quotations and wiki markup', async () => {
    const agent = { accountId: 'ag', accountType: 'atlassian', displayName: 'Agent Smith' };
    const quote = (text: string) => ({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'It fails.' }] },
        { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      ],
    });
    const { tickets } = await readAll(
      {
        key: 'H-5',
        fields: {
          summary: 'For a user',
          description: 'No code comes',
          reporter: agent,
          assignee: agent,
          comment: { comments: [] },
        },
      },
      { key: 'H-1', fields: { summary: 'x', description: quote('old'), comment: { comments: [] } } },
    );
    expect(tickets.map(spoken)).toEqual([['agent: No code comes'], ['requester: It fails.\n> old']]);
    expect(
      wikiText(
        'h3. Problem\n\nImport *fails* with {{422}}\n{quote}old{quote}\n!a.png|thumbnail!\n[docs|https://h.example/a]',
      ),
    ).toBe('Problem\n\nImport fails with 422\n\n> old\n\ndocs (https://h.example/a)');
  });

  it('leave out what a form of GitHub makes everybody tick', async () => {
    const { tickets } = await readAll({
      number: 1,
      title: 'Crash',
      html_url: 'https://github.com/acme/app/issues/1',
      user: { login: 'jdoe' },
      comments: 0,
      body: 'It crashes.\n\n- [x] I searched existing issues\n- [ ] buy milk',
    });
    expect(spoken(tickets[0]!)).toEqual(['requester: It crashes.\n\n- [ ] buy milk']);
  });
});
