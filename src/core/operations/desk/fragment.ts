import { MAX_TICKET } from './visit.ts';

/** What the address of the desk may bring along, behind the #: a selected text, or the reply that a triage ended in. */
export interface DeskFragment {
  readonly text?: string;
  /** The text was longer than a ticket may be. */
  readonly isCut?: true;
  /** Id of a reply. */
  readonly reply?: string;
}

/**
 * Reads `#text=…` and `#reply=…`. Whatever is there comes from another page: it is text and nothing else, cut to a length,
 * and a reply's id has the shape of one.
 * @param hash with or without #
 */
export function readFragment(hash: string): DeskFragment {
  // Not URLSearchParams: a + in somebody's message is a +.
  const fields = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((field) => {
        const at = field.indexOf('=');
        return at < 0 ? [field, ''] : [field.slice(0, at), decoded(field.slice(at + 1))];
      }),
  );
  const whole = fields.get('text') ?? '';
  const text = whole.slice(0, MAX_TICKET).toWellFormed();
  const reply = fields.get('reply') ?? '';
  return {
    ...(text.trim() !== '' && { text }),
    ...(whole.length > MAX_TICKET && { isCut: true }),
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(reply) && { reply }),
  };
}

/**
 * The bookmarklet: opens the desk in a tab of its own with what is selected on the page. It reads nothing else, and sends
 * nothing: what stands behind a # stays in the browser. One character more than is taken tells the desk that there was more.
 * @param desk absolute address of the desk
 */
export function bookmarklet(desk: string): string {
  const code = `window.open(${JSON.stringify(`${desk}#text=`)}+encodeURIComponent(String(window.getSelection()).slice(0,${MAX_TICKET + 1})),'_blank','noopener')`;
  return `javascript:void ${encodeURIComponent(code)}`;
}

/** A text that was not encoded rightly is taken as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
