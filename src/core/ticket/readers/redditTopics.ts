import type { Placed } from '../format.ts';
import { ticketOrEmpty } from '../ticket.ts';
import { threadTicket, type Post } from './communityPost.ts';

/** Characters held at most: beyond them, the submissions that came first are finished, whatever may still answer them. */
const MOST_HELD = 64_000_000;
/** What a post costs besides its text, in characters. */
const COST_OF_POST = 300;

interface Topic {
  readonly title: string;
  readonly tags: readonly string[];
  readonly posts: Post[];
  held: number;
}

export interface RedditTopics {
  readonly open: (post: Post, title: string, tags: readonly string[]) => Placed[];
  /** @param topicId the submission's id; '' for the one opened last */
  readonly answer: (post: Post, topicId: string) => Placed[];
  readonly end: () => Placed[];
}

/** Brings comments to their submissions, within bounded memory. */
export function createRedditTopics(): RedditTopics {
  const topics = new Map<string, Topic>();
  let held = 0;
  let latest = '';

  const finish = (id: string, { title, tags, posts, held: cost }: Topic): Placed => {
    topics.delete(id);
    held -= cost;
    const [first, ...rest] = posts as [Post, ...Post[]];
    const inOrder = [first, ...rest.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))];
    const ticket = threadTicket(`reddit-${id}`, title, tags, inOrder);
    const result = ticketOrEmpty(ticket);
    return { result: 'ticket' in result ? { ticket } : result, place: first.place };
  };

  const add = (topic: Topic, post: Post): Placed[] => {
    const cost = post.text.length + COST_OF_POST;
    topic.posts.push(post);
    topic.held += cost;
    held += cost;
    const over: Placed[] = [];
    for (const [id, oldest] of topics) {
      if (held <= MOST_HELD) break;
      over.push(finish(id, oldest));
    }
    return over;
  };

  return {
    open: (post, title, tags) => {
      if (topics.has(post.id)) return [{ result: { skipped: 'repeated-id' }, place: post.place }];
      const topic: Topic = { title, tags, posts: [], held: title.length };
      held += title.length;
      topics.set(post.id, topic);
      latest = post.id;
      return add(topic, post);
    },
    answer: (post, topicId) => {
      const topic = topics.get(topicId === '' ? latest : topicId);
      return topic ? add(topic, post) : [{ result: { skipped: 'no-ticket' }, place: post.place }];
    },
    end: () => [...topics].map(([id, topic]) => finish(id, topic)),
  };
}
