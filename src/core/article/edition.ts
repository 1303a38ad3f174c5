/** The two sites built from one tree. The internal edition holds everything, the public one what is public. */
export const EDITIONS = ['public', 'internal'] as const;
export type Edition = (typeof EDITIONS)[number];
export type Audience = Edition;

/** Whether an article may appear in an edition, in any form: page, search, index, feed. */
export function belongsTo(edition: Edition, audience: Audience): boolean {
  return edition === 'internal' || audience === 'public';
}
