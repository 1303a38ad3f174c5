import type { TextRecord } from './lines.ts';

/** Keys under which desks wrap their list of tickets. */
const LIST_KEYS = new Set(['tickets', 'results', 'data', 'items', 'issues', 'records']);

/**
 * Cuts a JSON document into the texts of its records, without parsing or holding it whole: the elements of an array
 * at the top, or of `{"tickets": […]}`. It balances brackets outside strings, so a broken element costs itself, and
 * a document that breaks off loses its last record only.
 */
export async function* jsonElementsOf(chunks: AsyncIterable<string>): AsyncGenerator<TextRecord> {
  const state = newState();
  for await (const chunk of chunks) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const event = step(state, chunk[i]!);
      if (event === 'begin') {
        from = i;
        state.text = '';
        state.begunOn = state.line;
      } else if (event === 'end' || event === 'endBefore') {
        const text = state.text + chunk.slice(from, event === 'end' ? i + 1 : i);
        state.text = undefined;
        if (text.trim() !== '') yield { text: text.trim(), line: state.begunOn };
      }
    }
    if (state.text !== undefined) state.text += chunk.slice(from);
  }
  if (state.text !== undefined && state.text.trim() !== '') {
    yield { text: state.text.trim(), line: state.begunOn, truncated: true };
  }
}

interface State {
  line: number;
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** The last string seen at depth 1, to know `"tickets": [`. */
  key: string | undefined;
  /** How deep the elements of the list lie; undefined until the list has begun. */
  listDepth: number | undefined;
  /** The text of the record being read, from earlier chunks; undefined between records. */
  text: string | undefined;
  begunOn: number;
}

function newState(): State {
  return {
    line: 1,
    depth: 0,
    inString: false,
    escaped: false,
    key: undefined,
    listDepth: undefined,
    text: undefined,
    begunOn: 1,
  };
}

type Event = 'begin' | 'end' | 'endBefore' | undefined;

function step(state: State, char: string): Event {
  if (char === '\n') state.line++;
  if (state.inString) {
    if (state.escaped) state.escaped = false;
    else if (char === '\\') state.escaped = true;
    else if (char === '"') state.inString = false;
    else if (state.listDepth === undefined && state.key !== undefined && state.key.length < 20)
      state.key += char;
    return undefined;
  }
  switch (char) {
    case '"':
      state.inString = true;
      if (state.listDepth === undefined) state.key = '';
      return beginScalar(state);
    case '{':
    case '[':
      return open(state, char);
    case '}':
    case ']':
      return close(state);
    case ',':
      return state.depth === state.listDepth && state.text !== undefined ? 'endBefore' : undefined;
    default:
      return char.trim() === '' ? undefined : beginScalar(state);
  }
}

/** An element that is no object still is a record, to be counted and named. */
function beginScalar(state: State): Event {
  return state.depth === state.listDepth && state.text === undefined ? 'begin' : undefined;
}

function open(state: State, char: string): Event {
  const depth = state.depth++;
  if (state.listDepth !== undefined)
    return depth === state.listDepth && state.text === undefined ? 'begin' : undefined;
  if (char === '[' && (depth === 0 || (depth === 1 && LIST_KEYS.has(state.key ?? ''))))
    state.listDepth = depth + 1;
  return undefined;
}

function close(state: State): Event {
  state.depth = Math.max(0, state.depth - 1);
  if (state.listDepth === undefined) return undefined;
  if (state.depth === state.listDepth && state.text !== undefined) return 'end';
  if (state.depth < state.listDepth) {
    const pending = state.text !== undefined;
    state.listDepth = Number.POSITIVE_INFINITY;
    return pending ? 'endBefore' : undefined;
  }
  return undefined;
}
