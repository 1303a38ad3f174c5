/** A way in which a company speaks to people, as the page says it. */
export interface OfficialChannel {
  /** `support@firstline.example` */
  readonly value: string;
  /** What it is for, in the page's language; '' if nobody says. */
  readonly purpose: string;
}

/** Reads the `official` attribute: `[["support@firstline.example","Replies from our support team"]]`. None if it is not one. */
export function parseOfficialChannels(attribute: string): OfficialChannel[] {
  try {
    const entries: unknown = JSON.parse(attribute || '[]');
    return (entries as readonly (readonly string[])[]).map(([value, purpose]) => ({
      value: String(value),
      purpose: String(purpose ?? ''),
    }));
  } catch {
    return [];
  }
}
