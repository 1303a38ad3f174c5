/** Where a value lies in a JSON document: keys and places, counted from 0. The document itself has the path []. */
export type JsonPath = readonly (string | number)[];

/** A value cut out of a JSON document. */
export interface JsonItem {
  readonly path: JsonPath;
  /** The value's own text; '' if it was too long. */
  readonly text: string;
  /** The line it begins on, counted from 1. */
  readonly line: number;
  /** The document ended before the value did. */
  readonly truncated?: true;
  /** Longer than is held at once; the rest of the document is read all the same. */
  readonly tooLong?: true;
}

/** Whether a value is to be cut out; what is not is looked into. `first` is its first character, such as `{`. */
export type Wanted = (path: JsonPath, first: string) => boolean;

/** Characters of one value; beyond them it is passed over. */
export const LONGEST_ITEM = 16_000_000;

/** Values that lie deeper are never asked for. */
const DEEPEST = 8;
const LONGEST_KEY = 200;

/**
 * Cuts the wanted values out of a stream of JSON, without parsing it or holding more than one value: nothing is known of
 * the document but its brackets, strings and keys. Several documents may follow one another, as in NDJSON. A broken value
 * costs itself and its neighbours up to the next bracket; nothing is thrown.
 */
export async function* jsonItemsOf(
  chunks: AsyncIterable<string>,
  wanted: Wanted,
  longest = LONGEST_ITEM,
): AsyncGenerator<JsonItem> {
  const scanner = createScanner(wanted, longest);
  for await (const chunk of chunks) yield* scanner.push(chunk);
  yield* scanner.end();
}

interface Frame {
  readonly isList: boolean;
  /** The key whose value comes next, or the place in the list. */
  key: string;
  index: number;
  /** In an object: whether the next string is a key. */
  expectsKey: boolean;
}

interface Held {
  readonly path: JsonPath;
  readonly line: number;
  readonly isScalar: boolean;
  readonly pieces: string[];
  length: number;
  /** Brackets of the value that are open. */
  depth: number;
}

const [QUOTE, BACKSLASH, NEWLINE, COMMA, COLON] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

interface Scanner {
  readonly push: (chunk: string) => JsonItem[];
  readonly end: () => JsonItem[];
}

function createScanner(wanted: Wanted, longest: number): Scanner {
  let line = 1;
  const frames: Frame[] = [];
  /** Brackets open below the frames that are looked into. */
  let beyond = 0;
  let string: 'none' | 'key' | 'value' = 'none';
  let isEscaped = false;
  let key = '';
  let held: Held | undefined;
  /** Whether a number or a word is going on. */
  let inWord = false;

  const hold = (value: Held, text: string): void => {
    value.length += text.length;
    if (value.length > longest) value.pieces.length = 0;
    else value.pieces.push(text);
  };

  const itemOf = ({ path, line, pieces, length }: Held): JsonItem =>
    length > longest ? { path, text: '', line, tooLong: true } : { path, text: pieces.join(''), line };

  const open = (isList: boolean): void => {
    if (frames.length >= DEEPEST) beyond++;
    else frames.push({ isList, key: '', index: 0, expectsKey: !isList });
  };

  const push = (chunk: string): JsonItem[] => {
    const items: JsonItem[] = [];
    let from = 0;
    const begin = (at: number): boolean => {
      if (beyond > 0) return false;
      const path = frames.map((frame) => (frame.isList ? frame.index : frame.key));
      const first = chunk[at]!;
      if (!wanted(path, first)) return false;
      held = { path, line, isScalar: first !== '{' && first !== '[', pieces: [], length: 0, depth: 1 };
      from = at;
      return true;
    };
    const finish = (to: number): void => {
      hold(held!, chunk.slice(from, to));
      items.push(itemOf(held!));
      held = undefined;
    };
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === NEWLINE) line++;
      if (string !== 'none') {
        if (isEscaped) isEscaped = false;
        else if (code === BACKSLASH) isEscaped = true;
        else if (code === QUOTE) {
          if (string === 'key') frames.at(-1)!.key = key;
          string = 'none';
          if (held?.isScalar) finish(i + 1);
        } else if (string === 'key' && key.length < LONGEST_KEY) key += chunk[i]!;
        continue;
      }
      if (held && !held.isScalar) {
        if (code === QUOTE) string = 'value';
        else if (code === OPEN_OBJECT || code === OPEN_LIST) held.depth++;
        else if ((code === CLOSE_OBJECT || code === CLOSE_LIST) && --held.depth === 0) finish(i + 1);
        continue;
      }
      if (inWord && (code <= 0x20 || ENDS_WORD.has(code))) {
        inWord = false;
        if (held) finish(i);
      }
      const frame = beyond > 0 ? undefined : frames.at(-1);
      switch (code) {
        case QUOTE:
          if (frame?.expectsKey) {
            string = 'key';
            key = '';
          } else {
            string = 'value';
            begin(i);
          }
          break;
        case OPEN_OBJECT:
        case OPEN_LIST:
          if (!begin(i)) open(code === OPEN_LIST);
          break;
        case CLOSE_OBJECT:
        case CLOSE_LIST:
          if (beyond > 0) beyond--;
          else frames.pop();
          break;
        case COLON:
          if (frame) frame.expectsKey = false;
          break;
        case COMMA:
          if (frame?.isList) frame.index++;
          else if (frame) frame.expectsKey = true;
          break;
        default:
          if (code > 0x20 && !inWord) {
            inWord = true;
            begin(i);
          }
      }
    }
    if (held) hold(held, chunk.slice(from));
    return items;
  };

  const end = (): JsonItem[] => {
    if (!held) return [];
    const item = itemOf(held);
    // A number or a word may end with the document; anything else breaks off.
    return held.isScalar && string === 'none' ? [item] : [{ ...item, truncated: true }];
  };

  return { push, end };
}

const ENDS_WORD: ReadonlySet<number> = new Set([
  QUOTE,
  COMMA,
  COLON,
  OPEN_LIST,
  CLOSE_LIST,
  OPEN_OBJECT,
  CLOSE_OBJECT,
]);
