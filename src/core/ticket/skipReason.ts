/** Why a record of an export is not a ticket, with the words that follow "Skipped, …". */
const WORDS = {
  malformed: 'cannot be parsed',
  truncated: 'breaks off',
  encoding: 'has bytes that do not fit the encoding',
  binary: 'is no text and no archive',
  packed: 'is an archive that cannot be unpacked',
  'too-long': 'is longer than one ticket can be',
  'not-a-record': 'is no record',
  other: 'holds no ticket (people, settings, messages of the service)',
  'pull-request': 'is a pull request',
  automatic: 'was written by a program (a bot, an automatic reply, a bounce)',
  spam: 'was marked as spam at the desk',
  merged: 'was merged into another ticket at the desk',
  deleted: 'was deleted at the desk',
  empty: 'has no text',
  'no-question': 'asks nothing and answers nobody who did',
  lure: 'lures people who ask for help',
  'no-ticket': 'belongs to a ticket that is not in the export or too far from it',
  'repeated-id': 'has the id of an earlier ticket',
  'over-limit': 'is beyond what is mined at once',
} as const;

export type SkipReason = keyof typeof WORDS;
/** In the order in which they are reported. */
export const SKIP_REASONS = Object.keys(WORDS) as [SkipReason, ...SkipReason[]];

/** `breaks off`: what is wrong with such a record, for people. */
export function skipWords(reason: SkipReason): string {
  return WORDS[reason];
}
