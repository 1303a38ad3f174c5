import type { Placed } from '../format.ts';
import { jsonItemsOf, type JsonItem, type JsonPath } from '../jsonItems.ts';
import { fieldsIn, namesIn, parseItem, recordOf } from './communityItem.ts';
import { SERVICE, type CommunityFormat } from './communityFormat.ts';
import type { Post } from './communityPost.ts';
import { createChatThreads, type ChatThreads } from './communityThreads.ts';
import { isFields, toIsoDate, toText, type Fields } from './fields.ts';

/**
 * Reads `result.json` of Telegram Desktop's export (https://core.telegram.org/import-export): one chat, or all chats of an
 * account, of which groups and channels are read and private talk is passed over. Staff are known only where they speak as
 * the group itself.
 */
export const telegramFormat: CommunityFormat = {
  name: 'telegram',
  detect: ({ head }) =>
    /^\s*\{/.test(head) &&
    ((/"messages"\s*:\s*\[/.test(head) &&
      /"type"\s*:\s*"(?:(?:public|private)_(?:supergroup|group|channel)|personal_chat|bot_chat|saved_messages)"/.test(
        head,
      )) ||
      /^\s*\{\s*"about"\s*:[^]*"(?:personal_information|chats|contacts)"\s*:\s*\{/.test(head)),
  async *read(file, options = {}) {
    let chat: Chat = { key: '', id: '', type: '' };
    let threads: ChatThreads | undefined;
    let number = 0;
    for await (const item of jsonItemsOf(file.text(), isWanted)) {
      const key = chatKey(item.path);
      if (key !== chat.key) {
        if (threads) yield* threads.end();
        threads = undefined;
        chat = { key, id: '', type: '' };
      }
      const field = item.path[key === '' ? 0 : 3];
      if (field === 'id' || field === 'type') {
        chat[field] = toText(parseItem(item));
        continue;
      }
      const post = readMessage(item, ++number, chat);
      if ('result' in post) yield post;
      else if (isPrivate(chat.type)) yield { result: { skipped: 'other' }, place: post.place };
      else {
        const { id } = chat;
        threads ??= createChatThreads((message) => `telegram-${id}-${message}`, options);
        yield* threads.add(post);
      }
    }
    if (threads) yield* threads.end();
  },
};

interface Chat {
  /** Its place in the list of chats; '' if the export is of one chat. */
  readonly key: string;
  id: string;
  type: string;
}

/** `messages[…]`, `id` and `type`, of the one chat or below `chats.list[…]`; chats left count too, in `left_chats`. */
function isWanted(path: JsonPath): boolean {
  const [top, list, , ...below] = path;
  const [field, index, ...rest] =
    (top === 'chats' || top === 'left_chats') && list === 'list' && path.length > 3 ? below : path;
  if (rest.length > 0) return false;
  if (field === 'messages') return index !== undefined;
  return (field === 'id' || field === 'type') && index === undefined;
}

function chatKey([top, list, index]: JsonPath): string {
  return list === 'list' ? `${top} ${index}` : '';
}

/** What people wrote to one another alone is not a community's. */
function isPrivate(type: string): boolean {
  return /^(?:personal_chat|bot_chat|saved_messages)$/.test(type);
}

function readMessage(item: JsonItem, number: number, chat: Chat): Post | Placed {
  const place = `message ${number} (line ${item.line})`;
  const record = recordOf(item);
  if (typeof record === 'string') return { result: { skipped: record }, place };
  if (toText(record['type']) !== 'message') return { result: { skipped: SERVICE }, place };
  const authorKey = toText(record['from_id']) || toText(record['from']);
  const { text, hiddenLinks, mentions } = readText(record);
  const replyTo = toText(record['reply_to_message_id']);
  return {
    id: toText(record['id']) || `message-${number}`,
    authorKey,
    role: roleOf(record, authorKey, chat),
    text,
    hiddenLinks,
    // `date` is the exporting computer's time, without its zone.
    at: toIsoDate(record['date_unixtime']) ?? toIsoDate(record['date']),
    replyTo: replyTo === '' ? undefined : replyTo,
    mentions,
    people: namesIn(record, ['from', 'forwarded_from']),
    place,
  };
}

/** An export does not say who is a bot; their names must end in "bot" where people look for them, and mostly do here. */
function roleOf(record: Fields, authorKey: string, chat: Chat): Post['role'] {
  if (toText(record['via_bot']) !== '' || /bot$/i.test(toText(record['from']).trim())) return 'bot';
  return chat.id !== '' && authorKey === `channel${chat.id}` ? 'staff' : 'member';
}

/** `text` is a string, or a list of strings and of `{"type","text"}`; links may hide behind words. */
function readText(record: Fields): Pick<Post, 'text' | 'hiddenLinks' | 'mentions'> {
  const text = record['text'];
  const parts: readonly unknown[] = Array.isArray(text) ? text : [text];
  const words = parts.map((part) => (isFields(part) ? toText(part['text']) : toText(part))).join('');
  const entities = fieldsIn(parts).concat(fieldsIn(record['text_entities']));
  const links = entities.map((part) => toText(part['href'])).filter(Boolean);
  const users = entities.map((part) => toText(part['user_id'])).filter(Boolean);
  return {
    text: words,
    hiddenLinks: [...new Set(links)],
    mentions: [...new Set(users.map((id) => `user${id}`))],
  };
}
