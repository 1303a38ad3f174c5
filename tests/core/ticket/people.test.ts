import { describe, expect, it } from 'vitest';
import { prepareTicket } from '../../../src/core/mining/minedTicket.ts';
import { nameMask } from '../../../src/core/privacy/knownPeople.ts';
import { withoutPaths } from '../../../src/core/privacy/links.ts';
import { readRecord } from '../../../src/core/ticket/formats.ts';
import { peopleIn } from '../../../src/core/ticket/people.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';
import { withoutPeople } from '../../../src/core/ticket/withoutPeople.ts';
import { privateFacts } from '../../helpers/privateFacts.ts';

describe('the people of a record', () => {
  it.each([
    [
      { requester: { id: 4, name: 'Kate Doeberry', email: 'k.doeberry@mail.example' } },
      ['Kate Doeberry', 'k.doeberry@mail.example'],
    ],
    [
      { via: { source: { from: { name: 'Ola Berg', address: 'ola@mail.example' } } } },
      ['Ola Berg', 'ola@mail.example'],
    ],
    [{ customer: { first: 'Ann', last: 'Tremont' } }, ['Ann', 'Tremont', 'Ann Tremont']],
    [{ fields: { reporter: { accountId: 'x', displayName: 'Carl Meier' } } }, ['Carl Meier']],
    [{ cc_emails: ['bo@mail.example'], user: { login: 'jdoe' } }, ['jdoe', 'bo@mail.example']],
    [{ author: '阿依古丽', body: 'Anna says hello' }, ['阿依古丽']],
    [{ group: { name: 'Billing' }, tags: [{ name: 'urgent' }], subject: 'Kate' }, []],
    [null, []],
  ])('%j: %j', (record, people) => {
    expect(peopleIn(record).sort()).toEqual([...people].sort());
  });

  it('are masked in every text of their ticket, and let go of', () => {
    const record = {
      id: 'a',
      requester: { name: 'Kate Doeberry', email: 'kdoeberry@mail.example' },
      subject: 'Refund for DOEBERRY',
      body: 'it never came, says kate. My login is kdoeberry',
      messages: [{ author: 'agent', body: 'Hi Kate, open Activity: https://help.example/wallet/pending' }],
    };
    const [{ result }] = readRecord(record, 'line-1', 'ndjson') as unknown as [
      { result: { ticket: Ticket } },
    ];
    expect(withoutPeople(result.ticket)).toEqual({
      id: 'a',
      createdAt: undefined,
      subject: 'Refund for [name]',
      messages: [
        { author: 'requester', body: 'it never came, says [name]. My login is [name]' },
        { author: 'agent', body: 'Hi [name], open Activity: https://help.example/wallet/pending' },
      ],
      tags: [],
    });
  });
});

describe('the mask of names', () => {
  it.each([
    [['Kate Doeberry'], 'kate said KATE DOEBERRY, not Katelyn', '[name] said [name], not Katelyn'],
    [['何倩'], '收件人何倩的包裹', '收件人[name]的包裹'],
    [['Will May'], 'it will work in May, says Will May', 'it will work in May, says [name]'],
    [
      ['Customer Support', '客服', 'support@firstline.example'],
      'customer support, 客服',
      'customer support, 客服',
    ],
    [['jane@mail.example'], 'jane and jane@mail.example', '[name] and jane@mail.example'],
    [['Jean-Luc (Berg)'], 'Jean-Luc', '[name]'],
    [['a+b.*c'], 'a+b.*c abbc', '[name] abbc'],
    [['pending'], 'https://help.example/wallet/pending', 'https://help.example/wallet/pending'],
    [[], '@Ezekiel can you look at a@b.example', '[name] can you look at a@b.example'],
  ])('%j in %j', (people, text, masked) => {
    expect(nameMask(people)(text)).toBe(masked);
  });

  it.each(['someone@]mail.example', 'someone@b@c@', '@@someone@', '<someone@'])(
    '%s is no address, and read on',
    (name) => {
      expect(nameMask([name])('someone wrote')).not.toContain('someone');
    },
  );
});

describe('links', () => {
  it.each([
    ['see https://acme.example/o/553?token=zXq9 now', 'see https://acme.example now'],
    ['(https://docs.example/d/1AbC/edit)', '(https://docs.example)'],
    ['hooks.slack.com/services/T0/B0', 'hooks.slack.com'],
    ['https://jo:secret@mail.example/x', 'https://mail.example'],
    ['5/1 of the and/or e.g. this', '5/1 of the and/or e.g. this'],
    ['打开https://shop.example/订单/9，谢谢', '打开https://shop.example，谢谢'],
  ])('%j becomes %j', (text, kept) => {
    expect(withoutPaths(text)).toBe(kept);
  });
});

describe('what is private by the words beside it', () => {
  const WAY = 'The export to PDF gives me empty pages since Monday';
  const PLACES: readonly ((said: string) => Pick<Ticket, 'subject' | 'messages'>)[] = [
    (said) => ({ subject: said, messages: [{ author: 'requester', body: WAY }] }),
    (said) => ({ subject: '', messages: [{ author: 'requester', body: `${WAY}. ${said}` }] }),
    (said) => ({ subject: '', messages: [{ author: 'requester', body: `${WAY}.\n\nRegards\n${said}` }] }),
    (said) => ({ subject: '', messages: [{ author: 'requester', body: `${WAY}.\n> ${said}` }] }),
    (said) => ({
      subject: WAY,
      messages: [{ author: 'agent', body: `Noted: ${said}. Please open Settings and press Reset.` }],
    }),
  ];

  it('is kept nowhere: subject, body, signature, quotation, answer', () => {
    const leaks = privateFacts().flatMap(({ secret, said }) =>
      PLACES.flatMap((put, place) => {
        const ticket = { id: 'a', createdAt: undefined, tags: [], ...put(said) };
        const kept = JSON.stringify(prepareTicket(withoutPeople(ticket), new Set(), 1).mined);
        return kept.includes(secret) ? [`${place}: ${said}`] : [];
      }),
    );
    expect(leaks).toEqual([]);
  });
});
