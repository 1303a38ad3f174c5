import { describe, expect, it } from 'vitest';
import { prepareTicket } from '../../../src/core/mining/minedTicket.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';

const ADDRESS = '0x52908400098527886E0F7030069857D2E4169EE7';

function ticket(changes: Partial<Ticket>): Ticket {
  return { id: '1', subject: '', messages: [], ...changes } as Ticket;
}

const prepared = (changes: Partial<Ticket>, key?: string) =>
  prepareTicket(ticket(changes), new Set(), 1, new Map(), key).mined;

describe('what mining keeps of a ticket', () => {
  it('has one placeholder for one person, in all parts of it', () => {
    const from = (product: string): string | undefined =>
      prepared({
        subject: 'mail for jo@mail.example',
        messages: [{ author: 'requester', body: 'it went to al@mail.example' }],
        product,
      }).product;
    expect(from('jo@mail.example')).toBe('[email]');
    expect(from('al@mail.example')).toBe('[email 2]');
    expect(from('cy@mail.example')).toBe('[email 3]');
  });

  it('tells addresses apart by pseudonyms of the key, where an address is all there is', () => {
    const idWith = (id: string, key: string): string => prepared({ id: `wallet ${id}` }, key).id;
    expect(idWith(ADDRESS, 'a')).toMatch(/^wallet \[address evm [0-9a-z]{10}\]$/);
    expect(idWith(ADDRESS.toLowerCase(), 'a')).toBe(idWith(ADDRESS, 'a'));
    expect(idWith(ADDRESS, 'b')).not.toBe(idWith(ADDRESS, 'a'));
    expect(idWith(ADDRESS.replace('5', '6'), 'a')).not.toBe(idWith(ADDRESS, 'a'));
  });

  it('has the same text for the same words, whoever and whatever key: vectors and words see no placeholder', () => {
    const messages = (who: string): Ticket['messages'] => [
      { author: 'requester', body: `I sent it to ${ADDRESS} and ${who} says nothing arrived` },
      { author: 'agent', body: `Dear customer, ${ADDRESS} and ${who} are both unknown to us, please wait.` },
    ];
    const one = prepared({ messages: messages('jo@mail.example') }, 'a');
    const other = prepared({ messages: messages('al@mail.example') }, 'b');
    expect(one.text).not.toContain('[');
    expect(one.text).toBe(other.text);
    expect(one.reply).toContain('[address] and [email]');
    expect(one.reply).toBe(other.reply);
  });

  it('takes no words of the subject along with a phrase in the message', () => {
    const phrase = 'consider program chunk need vapor bullet mixed current street trouble spoon there';
    const { text } = prepared({
      subject: 'import of my wallet fails, member friend coin',
      messages: [{ author: 'requester', body: phrase }],
    });
    expect(text).toBe('import of my wallet fails, member friend coin');
  });
});
