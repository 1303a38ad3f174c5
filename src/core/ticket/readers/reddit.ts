import type { Placed } from '../format.ts';
import { jsonItemsOf, type JsonItem, type Wanted } from '../jsonItems.ts';
import type { SkipReason } from '../ticket.ts';
import { LEFT_OUT, SERVICE, type CommunityFormat, type CommunityOptions } from './communityFormat.ts';
import { recordOf } from './communityItem.ts';
import type { Post } from './communityPost.ts';
import { createRedditTopics } from './redditTopics.ts';
import { isFields, toIsoDate, toText, type Fields } from './fields.ts';

/**
 * Reads Reddit: listings as its API gives them (https://www.reddit.com/dev/api/, a submission with its tree of comments, or
 * pages of submissions), and archives with a submission or a comment a line. Comments join their submission if it came
 * before them and is still held: see redditTopics.ts.
 */
export const redditFormat: CommunityFormat = {
  name: 'reddit',
  detect: ({ head }) => isListing(head) || isArchive(head),
  async *read(file, options = {}) {
    const topics = createRedditTopics();
    const { head, text } = await withHead(file.text());
    const wanted = LISTING.test(head) ? isChild : isDocument;
    let number = 0;
    for await (const item of jsonItemsOf(text, wanted)) {
      number++;
      const place = `record ${number} (line ${item.line})`;
      for (const { fields, place: where } of thingsOf(item, place)) {
        if (typeof fields === 'string') yield { result: { skipped: fields }, place: where };
        else yield* addThing(fields, where);
      }
    }
    yield* topics.end();

    function* addThing(fields: Fields, place: string): Generator<Placed> {
      const post = readPost(fields, place);
      if (typeof post === 'string') yield { result: { skipped: post }, place };
      else if (!isKept(post, fields, options)) yield { result: { skipped: LEFT_OUT }, place };
      else if (isSubmission(fields)) yield* topics.open(post, plain(toText(fields['title'])), tagsOf(fields));
      else yield* topics.answer(post, toText(fields['link_id']).replace(/^t3_/, ''));
    }
  },
};

/** A listing begins with its kind, a list of listings with a bracket; anything else is an archive. */
const LISTING = /^\s*(?:\[|\{\s*"kind"\s*:\s*"Listing")/;
const HEAD_CHARACTERS = 1000;

/** A stream of text, and the beginning of it. */
async function withHead(
  chunks: AsyncIterable<string>,
): Promise<{ head: string; text: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = '';
  while (head.length < HEAD_CHARACTERS) {
    const { done, value } = await iterator.next();
    if (done) break;
    head += value;
  }
  const text = async function* (): AsyncGenerator<string> {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  return { head, text: text() };
}

function isListing(head: string): boolean {
  return (
    /^\s*\[?\s*\[?\s*\{\s*"kind"\s*:\s*"Listing"/.test(head) ||
    (/^\s*[[{]/.test(head) && /"kind"\s*:\s*"t[13]"/.test(head) && /"children"\s*:/.test(head))
  );
}

function isArchive(head: string): boolean {
  return (
    /^\s*\{/.test(head) &&
    /"subreddit(?:_id)?"\s*:/.test(head) &&
    (/"selftext"\s*:/.test(head) || (/"body"\s*:/.test(head) && /"link_id"\s*:/.test(head)))
  );
}

/** `…data.children[…]`, wherever the listing stands. */
const isChild: Wanted = (path) =>
  typeof path.at(-1) === 'number' && path.at(-2) === 'children' && path.at(-3) === 'data';
const isDocument: Wanted = (path) => path.length === 0;

interface Thing {
  readonly fields: Fields | SkipReason;
  readonly place: string;
}

/** A submission or a comment, and below a comment its replies, however deep. */
function thingsOf(item: JsonItem, place: string): Thing[] {
  const record = recordOf(item);
  if (typeof record === 'string') return [{ fields: record, place }];
  const things: Thing[] = [];
  const open: unknown[] = [record];
  while (open.length > 0) {
    const thing = open.pop();
    const where = things.length === 0 ? place : `${place}, reply ${things.length}`;
    if (!isFields(thing)) {
      things.push({ fields: 'not-a-record', place: where });
      continue;
    }
    // "more": replies that were not loaded.
    if (thing['kind'] === 'more') continue;
    const fields = isFields(thing['data']) ? thing['data'] : thing;
    things.push({ fields, place: where });
    const replies = isFields(fields['replies']) ? fields['replies']['data'] : undefined;
    if (isFields(replies) && Array.isArray(replies['children']))
      open.push(...replies['children'].toReversed());
  }
  return things;
}

function isSubmission(fields: Fields): boolean {
  return typeof fields['title'] === 'string';
}

function readPost(fields: Fields, place: string): Post | SkipReason {
  const isFirst = isSubmission(fields);
  const text = plain(toText(fields[isFirst ? 'selftext' : 'body']));
  const author = toText(fields['author']);
  if (!isFirst && typeof fields['body'] !== 'string') return SERVICE;
  if (GONE.test(text.trim()) || author === '[deleted]' || toText(fields['removed_by_category']) !== '')
    return 'deleted';
  if (author === 'AutoModerator' || /(?:^|[-_])bot$|Bot$/.test(author)) return 'automatic';
  const isStaff = /^(?:moderator|admin)$/.test(toText(fields['distinguished']));
  // What moderators announce is no question.
  if (isFirst && (isStaff || fields['stickied'] === true)) return SERVICE;
  if (text.trim() === '' && !isFirst) return 'empty';
  const parent = toText(fields['parent_id']).replace(/^t\d_/, '');
  return {
    id: toText(fields['id']) || toText(fields['name']).replace(/^t\d_/, '') || place,
    authorKey: author,
    role: isStaff ? 'staff' : 'member',
    text,
    hiddenLinks: [],
    at: toIsoDate(fields['created_utc']) ?? toIsoDate(fields['created']),
    replyTo: parent === '' ? undefined : parent,
    mentions: [],
    people: author === '' ? [] : [author],
    place,
  };
}

const GONE = /^\[(?:deleted|removed|deleted by user|removed by (?:reddit|moderator))\]$/i;

/** Reddit writes `&`, `<` and `>` as entities unless it is asked not to. */
function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&(?:nbsp|#x200B);/gi, ' ')
    .replace(/&amp;/g, '&');
}

function isKept(post: Post, fields: Fields, { keepPost }: CommunityOptions): boolean {
  const title = toText(fields['title']);
  return keepPost?.(title === '' ? post : { ...post, text: `${title}\n${post.text}` }) !== false;
}

function tagsOf(fields: Fields): string[] {
  const flair = toText(fields['link_flair_text']);
  return flair === '' ? [] : [flair];
}
