import type { Placed } from '../format.ts';
import { LEFT_OUT, NO_QUESTION, type CommunityOptions } from './communityFormat.ts';
import { threadTicket, type Post } from './communityPost.ts';
import { looksLikeQuestion } from './communityQuestion.ts';
import { statesTrouble } from './communityTrouble.ts';

/** Somebody who writes again this soon goes on with what they asked. */
const SAME_BREATH_MS = 10 * 60_000;
/** A reply to somebody's name, without pointing at a post, is to what they asked lately. */
const MENTION_MS = 6 * 3_600_000;
/** A thread that nobody wrote in for this long is over. */
const QUIET_MS = 3 * 86_400_000;
/** Characters held at most: beyond them, what was quiet longest is finished early. */
const MOST_HELD = 32_000_000;
/** What a post costs besides its text, in characters. */
const COST_OF_POST = 300;

interface Thread {
  readonly posts: Post[];
  lastMs: number;
  held: number;
}

export interface ChatThreads {
  /** What is known once this post is: threads that ended meanwhile, or that the post is part of none. */
  readonly add: (post: Post) => Placed[];
  /** The threads that are still open. */
  readonly end: () => Placed[];
}

/**
 * Finds questions and what answers them in a chat, in the order of the chat: by the posts that replies point at; what an
 * asker adds within ten minutes; and posts that speak to an asker by name. Other talk is counted and let go of.
 * @param idOf the ticket's id from the first post's
 */
export function createChatThreads(
  idOf: (postId: string) => string,
  options: CommunityOptions = {},
): ChatThreads {
  const threads = new Set<Thread>();
  const threadOf = new Map<string, Thread>();
  const latestBy = new Map<string, Thread>();
  let nowMs = 0;
  let held = 0;

  const finish = (thread: Thread): Placed => {
    threads.delete(thread);
    held -= thread.held;
    for (const { id } of thread.posts) threadOf.delete(id);
    const first = thread.posts[0]!;
    if (latestBy.get(first.authorKey) === thread) latestBy.delete(first.authorKey);
    return { result: { ticket: threadTicket(idOf(first.id), '', [], thread.posts) }, place: first.place };
  };

  /** Threads stand in the order of their last posts, so those that are over come first. */
  const finishOver = (): Placed[] => {
    const over: Placed[] = [];
    for (const thread of threads) {
      if (nowMs - thread.lastMs < QUIET_MS && held <= MOST_HELD) break;
      over.push(finish(thread));
    }
    return over;
  };

  const threadFor = (post: Post): Thread | undefined => {
    if (post.replyTo !== undefined) {
      const answered = threadOf.get(post.replyTo);
      if (answered) return answered;
    }
    const own = latestBy.get(post.authorKey);
    if (post.replyTo === undefined && post.at !== undefined && own && nowMs - own.lastMs <= SAME_BREATH_MS)
      return own;
    return post.mentions
      .map((author) => latestBy.get(author))
      .find((thread) => thread !== undefined && nowMs - thread.lastMs <= MENTION_MS);
  };

  const add = (post: Post): Placed[] => {
    nowMs = Math.max(nowMs, post.at === undefined ? nowMs : Date.parse(post.at));
    const over = finishOver();
    if (post.role === 'bot') return [...over, { result: { skipped: 'automatic' }, place: post.place }];
    if (post.text.trim() === '') return [...over, { result: { skipped: 'empty' }, place: post.place }];
    if (options.keepPost?.(post) === false)
      return [...over, { result: { skipped: LEFT_OUT }, place: post.place }];
    const known = threadFor(post);
    if (!known && (post.role === 'staff' || !(looksLikeQuestion(post.text) || statesTrouble(post.text))))
      return [...over, { result: { skipped: NO_QUESTION }, place: post.place }];
    const thread = known ?? { posts: [], lastMs: nowMs, held: 0 };
    const cost = post.text.length + COST_OF_POST;
    thread.posts.push(post);
    thread.held += cost;
    held += cost;
    thread.lastMs = nowMs;
    threads.delete(thread);
    threads.add(thread);
    threadOf.set(post.id, thread);
    if (!known) latestBy.set(post.authorKey, thread);
    return over;
  };

  return { add, end: () => [...threads].map(finish) };
}
