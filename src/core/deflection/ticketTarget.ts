import type { TicketDraft } from './deflection.ts';

/** Where a ticket goes when a person presses Send. */
export type TicketTarget =
  | { readonly kind: 'mailto'; readonly address: string }
  /** The ticket is posted as JSON; the address must allow this site's origin (CORS). */
  | { readonly kind: 'webhook'; readonly url: string };

/**
 * Reads the `target` attribute of the widget.
 * @throws Error that says what was expected, if it is not one
 */
export function parseTicketTarget(attribute: string): TicketTarget {
  const value: unknown = JSON.parse(attribute);
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    if (value.kind === 'mailto' && 'address' in value)
      return { kind: 'mailto', address: String(value.address) };
    if (value.kind === 'webhook' && 'url' in value) return { kind: 'webhook', url: String(value.url) };
  }
  throw new Error('expected {"kind":"mailto","address":"…"} or {"kind":"webhook","url":"…"}');
}

/** A ticket as an email that opens in the person's own mail program. */
export function toMailto(address: string, { subject, description, email, articles }: TicketDraft): string {
  const notes = [email, ...articles.opened].filter(Boolean);
  const tail = notes.length > 0 ? `\n\n[${notes.join(', ')}]` : '';
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(description + tail)}`;
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?${query}`;
}
