import { isFields } from './readers/fields.ts';
import { LONGEST_RECORD, type TextRecord } from './lines.ts';

/** Keys under which desks and their interfaces wrap lists of tickets, or of messages that belong to tickets. */
export const LIST_KEYS: ReadonlySet<string> = new Set([
  'tickets',
  'ticket_comments',
  'ticket_metrics',
  'metric_sets',
  'comments',
  'users',
  'ticket_events',
  'ticket_articles',
  'conversations',
  'conversation_parts',
  'requests',
  'results',
  'data',
  'items',
  'issues',
  'records',
  'values',
]);
/** Keys of an object that holds such lists, one level further down. */
const NESTING_KEYS: ReadonlySet<string> = new Set(['_embedded']);
/** An object with one of these is itself a record, whatever lists follow in it. */
const RECORD_KEYS: ReadonlySet<string> = new Set([
  'id',
  'key',
  'number',
  'issueKey',
  'ticket',
  'stream',
  'subject',
  'title',
  'summary',
  'body',
  'description',
]);
const LONGEST_KEY = 24;

/**
 * Cuts a stream of JSON documents into the texts of their records, without parsing or holding them whole: the elements
 * of an array at the top, those of `{"tickets": […]}` and its like, or objects at the top that are no such wrapper.
 * It balances brackets outside strings, so a broken element costs itself, and a document that breaks off loses its
 * last record only.
 */
export async function* jsonElementsOf(
  chunks: AsyncIterable<string>,
  lists: ReadonlySet<string> = LIST_KEYS,
  longest = LONGEST_RECORD,
): AsyncGenerator<TextRecord> {
  const cutter = createCutter(lists, longest);
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

/**
 * The elements of all lists that a parsed document wraps, each with the key of its list; undefined if it wraps none
 * but is itself a record. A list of numbers only names records that stand elsewhere.
 */
export function elementsOfPage(
  page: unknown,
): { readonly element: unknown; readonly list: string }[] | undefined {
  if (!isFields(page) || Object.keys(page).some((key) => RECORD_KEYS.has(key))) return undefined;
  const inside = [page, ...[...NESTING_KEYS].map((key) => page[key]).filter(isFields)];
  const found = inside.flatMap((fields) =>
    Object.entries(fields).filter(
      ([key, value]) => LIST_KEYS.has(key) && Array.isArray(value) && typeof value[0] !== 'number',
    ),
  ) as [string, unknown[]][];
  if (found.length === 0) return undefined;
  return found.flatMap(([list, elements]) => elements.map((element) => ({ element, list })));
}

/** Whether a text begins with a document that is a list or wraps one, as far as it goes. */
export function beginsWithList(head: string, lists: ReadonlySet<string> = LIST_KEYS): boolean {
  if (head.trimStart().startsWith('[')) return true;
  const cutter = createCutter(lists, LONGEST_RECORD);
  const first = cutter.push(head)[0];
  return first ? first.list !== undefined : cutter.inList();
}

interface Cutter {
  readonly push: (chunk: string) => TextRecord[];
  readonly end: () => TextRecord[];
  readonly inList: () => boolean;
}

const [QUOTE, BACKSLASH, NEWLINE, COMMA] = [0x22, 0x5c, 0x0a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

function createCutter(lists: ReadonlySet<string>, longest: number): Cutter {
  let line = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** The last string outside a list at the depths where keys matter, to know `"tickets": [`. */
  let key: string | undefined;
  /** Whether the document at the top has shown a key of a record. */
  let isRecord = false;
  /** How deep an object lies whose keys may name lists: 1, or 2 inside `_embedded`. */
  let keyDepth = 1;
  /** How deep the elements of the list being read lie; 0 outside lists. */
  let listDepth = 0;
  let list: string | undefined;
  /** Whether a list was opened that holds records, unless it begins with a number. */
  let mayBeList = false;
  /** Whether lists were found in the document: then it is a wrapper and itself no record. */
  let isWrapper = false;
  /** The record being read, from earlier chunks; undefined between records. */
  let pieces: string[] | undefined;
  let held = 0;
  let begunOn = 1;

  const push = (chunk: string): TextRecord[] => {
    const found: TextRecord[] = [];
    let from = 0;
    const begin = (at: number): void => {
      pieces = [];
      held = 0;
      begunOn = line;
      from = at;
    };
    const finish = (to: number): void => {
      if (pieces && (!isWrapper || listDepth > 0)) found.push(...recordOf(chunk.slice(from, to)));
      pieces = undefined;
    };
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === NEWLINE) line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = false;
        else if (key !== undefined && key.length < LONGEST_KEY) key += chunk[i]!;
        continue;
      }
      if (mayBeList && code > 0x20) {
        mayBeList = false;
        if (!/\d/.test(chunk[i]!)) {
          isWrapper = true;
          list = key;
          listDepth = depth;
          pieces = undefined;
        }
      }
      switch (code) {
        case QUOTE:
          inString = true;
          key = listDepth === 0 && depth <= keyDepth ? '' : undefined;
          if (!pieces && depth === listDepth) begin(i);
          break;
        case 0x3a: // A colon: the string before it was a key.
          if (listDepth === 0 && depth === 1 && key !== undefined && RECORD_KEYS.has(key)) isRecord = true;
          break;
        case OPEN_LIST:
          if (depth === 0) {
            isWrapper = true;
            list = undefined;
            listDepth = 1;
            pieces = undefined;
          } else if (!isRecord && listDepth === 0 && depth === keyDepth && lists.has(key ?? ''))
            mayBeList = true;
          else if (!pieces && depth === listDepth) begin(i);
          depth++;
          break;
        case OPEN_OBJECT:
          if (depth === 0) startDocument();
          else if (depth === 1 && listDepth === 0 && NESTING_KEYS.has(key ?? '')) keyDepth = 2;
          if (!pieces && depth === listDepth) begin(i);
          depth++;
          key = undefined;
          break;
        case CLOSE_LIST:
        case CLOSE_OBJECT:
          depth = Math.max(0, depth - 1);
          if (listDepth > 0 && depth < listDepth) {
            finish(i);
            listDepth = 0;
            list = undefined;
          } else if (depth === listDepth) finish(i + 1);
          if (depth < keyDepth) keyDepth = 1;
          if (depth === 0) startDocument();
          break;
        case COMMA:
          if (depth === listDepth) finish(i);
          break;
        default:
          if (!pieces && depth === listDepth && chunk[i]!.trim() !== '') begin(i);
      }
    }
    if (pieces) {
      held += chunk.length - from;
      if (held > longest) pieces.length = 0;
      else pieces.push(chunk.slice(from));
    }
    return found;
  };

  const startDocument = (): void => {
    isRecord = false;
    isWrapper = false;
    keyDepth = 1;
    key = undefined;
  };
  const recordOf = (last: string): TextRecord[] => {
    const tooLong = held + last.length > longest;
    const text = tooLong ? '' : (pieces!.join('') + last).trim();
    if (!tooLong && text === '') return [];
    return [
      {
        text,
        line: begunOn,
        ...(list !== undefined && { list }),
        ...(tooLong && { tooLong: true as const }),
      },
    ];
  };
  const end = (): TextRecord[] => {
    if (!pieces || (isWrapper && listDepth === 0)) return [];
    const records = recordOf('');
    // A scalar at the top ends with the text; anything else was cut off.
    return depth === 0 && !inString ? records : records.map((record) => ({ ...record, truncated: true }));
  };
  return { push, end, inList: () => listDepth > 0 || isWrapper };
}
