/** The ways in which an escalation can be written down. */
export const FORMATS = ['markdown', 'jira', 'slack', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** How a format writes each part; every text given to it is foreign and comes out as the characters it is. */
export interface Writer {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  /** One value; one of several lines keeps them. */
  readonly field: (label: string, value: string) => string;
  readonly list: (label: string, items: readonly string[], isOrdered: boolean) => string;
  readonly code: (label: string, text: string) => string;
  /** An address of ours or of an explorer, never one that was typed. */
  readonly link: (label: string, url: string) => string;
}
