import type { Ticket } from '../ticket/ticket.ts';

const ADDRESS = /https?:\/\/[^\s<>"'()[\]，。；、]+/g;

/** The slugs of the articles that agents' messages link: addresses whose path ends in a known slug. */
export function linkedSlugs(ticket: Pick<Ticket, 'messages'>, knownSlugs: ReadonlySet<string>): string[] {
  const found = ticket.messages
    .filter((message) => message.author === 'agent')
    .flatMap((message) => message.body.match(ADDRESS) ?? [])
    .map((address) => slugOf(address, knownSlugs))
    .filter((slug) => slug !== undefined);
  return [...new Set(found)].sort();
}

/** A text without its addresses, which say nothing about a problem. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, ' ');
}

function slugOf(address: string, knownSlugs: ReadonlySet<string>): string | undefined {
  const path = address
    .replace(/[?#].*$/, '')
    .replace(/\.html?$/, '')
    .replace(/(?:\/index)?[/.!:：！]*$/, '');
  const segments = path.split('/').slice(3);
  return segments.map((_, i) => segments.slice(i).join('/')).find((slug) => knownSlugs.has(slug));
}
