/** Where a ticket goes when a person presses Send. All are addressed from the browser; none takes a secret. */
export type TicketTarget =
  /** An email in the person's own mail program. */
  | { readonly kind: 'mailto'; readonly address: string }
  /** A Markdown text on the clipboard, for whatever channel there is. */
  | { readonly kind: 'copy' }
  /** The ticket is posted as JSON; the address must allow this site's origin (CORS). */
  | { readonly kind: 'webhook'; readonly url: string }
  | {
      readonly kind: 'zendesk';
      /** `https://company.zendesk.com`, where anyone may submit tickets without registering. */
      readonly url: string;
      /** Zendesk's ids of custom fields, by the names of our facts (ticketText.ts): `{"network": 360001}`. */
      readonly fields?: Readonly<Record<string, number>>;
      readonly tags?: readonly string[];
      /**
       * Set it once a ticket from your own site has got through with it. Zendesk documents the header Idempotency-Key
       * for tickets, and not that a browser may send it with an anonymous request: where it may not, none arrives.
       */
      readonly idempotency?: boolean;
    }
  /** `https://support.company.com`, where Channels → Form is switched on. */
  | { readonly kind: 'zammad'; readonly url: string }
  /** `https://app.chatwoot.com` and the identifier of an API channel's inbox without mandatory HMAC. */
  | { readonly kind: 'chatwoot'; readonly url: string; readonly inbox: string };

/** The texts that each kind needs. */
const NEEDED: Readonly<Record<TicketTarget['kind'], readonly string[]>> = {
  mailto: ['address'],
  copy: [],
  webhook: ['url'],
  zendesk: ['url'],
  zammad: ['url'],
  chatwoot: ['url', 'inbox'],
};

/**
 * Reads the `target` attribute of the widget.
 * @throws Error that says what was expected, if it is not one
 */
export function parseTicketTarget(attribute: string): TicketTarget {
  const value = parsed(attribute);
  const kind = value['kind'];
  if (typeof kind !== 'string' || !Object.hasOwn(NEEDED, kind)) {
    throw new Error(`target: expected {"kind":"…"} with one of ${Object.keys(NEEDED).join(', ')}`);
  }
  const needed = NEEDED[kind as TicketTarget['kind']];
  const isComplete = needed.every((key) => typeof value[key] === 'string' && value[key] !== '');
  const url = value['url'];
  const isSafe = !needed.includes('url') || isSafeUrl(String(url));
  if (isComplete && isSafe && isOf(value['fields'], 'number') && isOf(value['tags'], 'string')) {
    // Without a slash at the end, since paths are added to it; a webhook's address is taken as it is.
    const base = kind === 'webhook' || typeof url !== 'string' ? {} : { url: url.replace(/\/+$/, '') };
    return { ...value, ...base } as unknown as TicketTarget;
  }
  const example = ['kind', ...needed].map((key) => `"${key}":"${key === 'kind' ? kind : '…'}"`);
  throw new Error(
    `target: expected {${example.join(',')}}${needed.includes('url') ? ' with an https:// url' : ''}` +
      (kind === 'zendesk' ? ', "fields" as {"name":number} and "tags" as ["…"], if any' : ''),
  );
}

function parsed(attribute: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(attribute);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What people write travels encrypted, but for trying it out on one's own machine. */
function isSafeUrl(url: string): boolean {
  return /^(https:\/\/[^/]|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(url) && URL.canParse(url);
}

function isOf(value: unknown, type: string): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.values(value).every((v) => typeof v === type);
}
