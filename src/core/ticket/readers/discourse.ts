import type { Placed } from '../format.ts';
import { htmlText } from '../htmlText.ts';
import { jsonItemsOf, type JsonItem, type JsonPath } from '../jsonItems.ts';
import type { SkipReason } from '../ticket.ts';
import { LEFT_OUT, SERVICE, type CommunityFormat, type CommunityOptions } from './communityFormat.ts';
import { fieldsIn, namesIn, recordOf } from './communityItem.ts';
import { threadTicket, type Post } from './communityPost.ts';
import { isFields, toIsoDate, toText, type Fields } from './fields.ts';

/**
 * Reads topics of Discourse as its API gives them (https://docs.discourse.org/, `/t/{id}.json`): one, a list of them, or one
 * a line. A topic is held whole while it is read. What staff whispered to one another is left out.
 */
export const discourseFormat: CommunityFormat = {
  name: 'discourse',
  detect: ({ head }) => /^\s*[[{]/.test(head) && /"post_stream"\s*:\s*\{/.test(head),
  async *read(file, options = {}) {
    let number = 0;
    for await (const item of jsonItemsOf(file.text(), isWanted)) {
      yield* readTopic(item, ++number, options);
    }
  },
};

/** A document that is no list, or the elements of one. */
function isWanted(path: JsonPath, first: string): boolean {
  return path.length === 0 ? first !== '[' : path.length === 1;
}

function* readTopic(item: JsonItem, number: number, options: CommunityOptions): Generator<Placed> {
  const place = `topic ${number} (line ${item.line})`;
  const record = recordOf(item);
  if (typeof record === 'string') return yield { result: { skipped: record }, place };
  if (!isFields(record['post_stream'])) return yield { result: { skipped: SERVICE }, place };
  // Private messages are between the people in them.
  if (toText(record['archetype']) === 'private_message') return yield { result: { skipped: SERVICE }, place };
  const posts: Post[] = [];
  for (const [i, fields] of fieldsIn(record['post_stream']['posts']).entries()) {
    const where = `${place}, post ${toText(fields['post_number']) || i + 1}`;
    const post = readPost(fields, where);
    if (typeof post === 'string') yield { result: { skipped: post }, place: where };
    else if (options.keepPost?.(post) === false) yield { result: { skipped: LEFT_OUT }, place: where };
    else posts.push(post);
  }
  const subject = toText(record['title']);
  const [first] = posts;
  if (!first) yield { result: { skipped: 'empty' }, place };
  else if (first.role === 'staff' || isDeletedTopic(record)) yield { result: { skipped: SERVICE }, place };
  else {
    const id = toText(record['id']) || `topic-${number}`;
    yield { result: { ticket: threadTicket(`discourse-${id}`, subject, tagsOf(record), posts) }, place };
  }
}

function isDeletedTopic(record: Fields): boolean {
  return toText(record['deleted_at']) !== '';
}

/** Kinds of posts: 1 is a person's; 2 and 3 say what moderators did; 4 is a whisper. */
function readPost(fields: Fields, place: string): Post | SkipReason {
  const kind = toText(fields['post_type']);
  if (kind !== '' && kind !== '1') return SERVICE;
  if (toText(fields['deleted_at']) !== '' || fields['user_deleted'] === true || fields['hidden'] === true)
    return 'deleted';
  const cooked = toText(fields['cooked']);
  const text = withoutQuoted(cooked) || toText(fields['raw']);
  if (text.trim() === '') return 'empty';
  const username = toText(fields['username']);
  const isStaff = fields['staff'] === true || fields['admin'] === true || fields['moderator'] === true;
  // Discourse's own helpers have negative numbers: system, discobot.
  if (Number(fields['user_id']) < 0) return 'automatic';
  const replyTo = toText(fields['reply_to_post_number']);
  return {
    id: toText(fields['id']) || toText(fields['post_number']),
    authorKey: toText(fields['user_id']) || username,
    role: isStaff ? 'staff' : 'member',
    text,
    hiddenLinks: [...cooked.slice(0, MOST_HTML).matchAll(LINK)].map(([, address]) => plainAddress(address!)),
    at: toIsoDate(fields['created_at']),
    replyTo: replyTo === '' ? undefined : replyTo,
    mentions: [],
    people: namesIn(fields, ['username', 'name', 'display_username']),
    place,
  };
}

/** What follows in one post says nothing new. */
const MOST_HTML = 200_000;
const LINK = /\bhref="(https?:\/\/[^"]{1,2000})"/gi;
const ASIDE = /<(\/?)aside\b[^>]{0,500}>/gi;

function plainAddress(address: string): string {
  return address.replace(/&amp;/g, '&');
}

/** A post without what it quotes of others: Discourse puts that into `<aside class="quote">`. */
function withoutQuoted(cooked: string): string {
  const html = cooked.slice(0, MOST_HTML);
  let kept = '';
  let from = 0;
  let depth = 0;
  for (const { 0: tag, 1: close, index } of html.matchAll(ASIDE)) {
    if (close === '') {
      if (depth++ === 0) kept += html.slice(from, index);
    } else if (depth > 0 && --depth === 0) from = index + tag.length;
  }
  return htmlText(depth === 0 ? kept + html.slice(from) : kept);
}

function tagsOf(record: Fields): string[] {
  const tags = record['tags'];
  if (!Array.isArray(tags)) return [];
  return tags.map((tag) => (isFields(tag) ? toText(tag['name']) : toText(tag))).filter(Boolean);
}
