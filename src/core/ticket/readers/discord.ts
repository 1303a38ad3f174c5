import { jsonItemsOf, type JsonItem } from '../jsonItems.ts';
import type { Placed } from '../format.ts';
import { LEFT_OUT, SERVICE, type CommunityFormat } from './communityFormat.ts';
import { threadTicket, type Post } from './communityPost.ts';
import { createChatThreads } from './communityThreads.ts';
import { isFields, toIsoDate, toText, type Fields } from './fields.ts';
import { fieldsIn, namesIn, parseItem, recordOf } from './communityItem.ts';
import { isStaffTitle } from './communityStaff.ts';

/**
 * Reads the JSON of DiscordChatExporter (https://github.com/Tyrrrz/DiscordChatExporter): a channel, or a thread of a
 * forum, which is one question. Staff are known by the names of their roles.
 */
export const discordFormat: CommunityFormat = {
  name: 'discord',
  detect: ({ head }) =>
    /^\s*\{\s*"guild"\s*:\s*\{/.test(head) &&
    /"channel"\s*:\s*\{/.test(head) &&
    /"messages"\s*:\s*\[/.test(head),
  async *read(file, options = {}) {
    const chat = createChatThreads((id) => `discord-${id}`, options);
    const channel: Channel = { id: '', name: '', type: '' };
    const forum: Post[] = [];
    let number = 0;
    for await (const item of jsonItemsOf(file.text(), isWanted)) {
      if (item.path[0] !== 'messages') {
        channel[item.path[1] as keyof Channel] = toText(parseItem(item));
        continue;
      }
      const post = readMessage(item, ++number);
      if ('result' in post) yield post;
      else if (!isForumThread(channel)) yield* chat.add(post);
      else if (post.role === 'bot') yield { result: { skipped: 'automatic' }, place: post.place };
      else if (options.keepPost?.(post) === false) yield { result: { skipped: LEFT_OUT }, place: post.place };
      else if (forum.length < MOST_IN_THREAD) forum.push(post);
      else yield { result: { skipped: 'over-limit' }, place: post.place };
    }
    yield* chat.end();
    const [first] = forum;
    if (!first) return;
    const ticket = threadTicket(`discord-${channel.id || first.id}`, channel.name, [], forum);
    yield { result: first.role === 'staff' ? { skipped: 'other' } : { ticket }, place: first.place };
  },
};

/** A forum's thread is held whole. */
const MOST_IN_THREAD = 2000;

interface Channel {
  id: string;
  name: string;
  type: string;
}

function isWanted([top, next, ...rest]: JsonItem['path']): boolean {
  if (rest.length > 0) return false;
  if (top === 'messages') return next !== undefined;
  return top === 'channel' && (next === 'id' || next === 'name' || next === 'type');
}

/** GuildPublicThread, GuildPrivateThread; older exports have the name `PublicThread`. */
function isForumThread({ type }: Channel): boolean {
  return /Thread$/.test(type);
}

function readMessage(item: JsonItem, number: number): Post | Placed {
  const place = `message ${number} (line ${item.line})`;
  const record = recordOf(item);
  if (typeof record === 'string') return { result: { skipped: record }, place };
  const type = toText(record['type']);
  if (type !== '' && type !== 'Default' && type !== 'Reply') return { result: { skipped: SERVICE }, place };
  const author = isFields(record['author']) ? record['author'] : {};
  const reference = isFields(record['reference']) ? toText(record['reference']['messageId']) : '';
  return {
    id: toText(record['id']) || `message-${number}`,
    authorKey: toText(author['id']) || toText(author['name']),
    role: author['isBot'] === true ? 'bot' : hasStaffRole(author) ? 'staff' : 'member',
    text: [toText(record['content']), ...embedTexts(record)].filter(Boolean).join('\n'),
    hiddenLinks: [],
    at: toIsoDate(record['timestamp']),
    replyTo: reference === '' ? undefined : reference,
    mentions: fieldsIn(record['mentions']).map((user) => toText(user['id'])),
    people: [author, ...fieldsIn(record['mentions'])].flatMap((user) => namesIn(user, ['name', 'nickname'])),
    place,
  };
}

function hasStaffRole(author: Fields): boolean {
  return fieldsIn(author['roles']).some((role) => isStaffTitle(toText(role['name'])));
}

/** Thieves put their words into an embed, which is no `content`. */
function embedTexts(record: Fields): string[] {
  return fieldsIn(record['embeds']).flatMap((embed) => [
    toText(embed['title']),
    toText(embed['description']),
  ]);
}
