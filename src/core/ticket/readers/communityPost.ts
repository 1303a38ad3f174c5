import type { Message, Ticket } from '../ticket.ts';

/** Who wrote a post, as the export says: somebody of ours, a program, or anybody else. */
export type PostRole = 'member' | 'staff' | 'bot';

/** One message of a chat or forum. */
export interface Post {
  readonly id: string;
  /** Tells authors apart; personal data. */
  readonly authorKey: string;
  readonly role: PostRole;
  readonly text: string;
  /** Addresses that the text hides behind other words, as in `[click here](…)`. */
  readonly hiddenLinks: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string | undefined;
  /** The post it answers. */
  readonly replyTo: string | undefined;
  /** Authors it speaks to. */
  readonly mentions: readonly string[];
  /** Where it lies in the export. */
  readonly place: string;
  /** Names of its author and of those it speaks to. */
  readonly people: readonly string[];
}

/**
 * A question and what came of it. `messages` holds the asker (requester) and staff (agent); what other members advised is
 * kept apart, so that nothing a stranger wrote is ever taken for an answer of ours.
 */
export interface CommunityTicket extends Ticket {
  readonly advice: readonly Pick<Message, 'body' | 'createdAt'>[];
}

/** Posts of one thread beyond this many are not kept. */
const LONGEST_THREAD = 500;
/** Characters of one post that are kept. */
export const LONGEST_POST = 20_000;

/** The ticket that a thread is: the first post asks, and what its author writes before anybody answers belongs to it. */
export function threadTicket(
  id: string,
  subject: string,
  tags: readonly string[],
  posts: readonly Post[],
): CommunityTicket {
  const [first] = posts;
  const messages: Message[] = [];
  const advice: Pick<Message, 'body' | 'createdAt'>[] = [];
  let isAnswered = false;
  for (const post of posts.slice(0, LONGEST_THREAD)) {
    const body = post.text.slice(0, LONGEST_POST).toWellFormed().trim();
    if (body === '' || post.role === 'bot') continue;
    const at = post.at === undefined ? {} : { createdAt: post.at };
    if (post.authorKey === first?.authorKey) {
      const last = messages.at(-1);
      if (isAnswered || !last) messages.push({ author: 'requester', body, ...at });
      else messages[messages.length - 1] = { ...last, body: `${last.body}\n${body}` };
      continue;
    }
    isAnswered = true;
    if (post.role === 'staff') messages.push({ author: 'agent', body, ...at });
    else advice.push({ body, ...at });
  }
  const people = [...new Set(posts.slice(0, LONGEST_THREAD).flatMap((post) => post.people))];
  return {
    id,
    createdAt: first?.at,
    subject: subject.slice(0, LONGEST_POST).toWellFormed(),
    messages,
    tags,
    ...(first && first.authorKey !== '' && { requesterKey: first.authorKey }),
    ...(people.length > 0 && { people }),
    advice,
  };
}
