import type { ExportFile, FileFormat, Placed } from '../format.ts';
import type { SkipReason } from '../ticket.ts';
import type { Post } from './communityPost.ts';

export interface CommunityOptions {
  /** Asked for every post before anything is made of it: false leaves it out. Fake support is kept away by this. */
  readonly keepPost?: (post: Post) => boolean;
}

/** A chat or a forum: a format whose posts can be looked at one by one on their way into threads. */
export interface CommunityFormat extends FileFormat {
  readonly read: (file: ExportFile, options?: CommunityOptions) => AsyncGenerator<Placed>;
}

/** Joins, pins, calls, topics made: the service wrote it. */
export const SERVICE: SkipReason = 'other';
/** Talk: it asks nothing and answers nobody who did. */
export const NO_QUESTION: SkipReason = 'no-question';
/** `keepPost` said no. */
export const LEFT_OUT: SkipReason = 'lure';
