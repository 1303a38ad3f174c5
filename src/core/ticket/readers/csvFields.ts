/** What follows in one field says nothing new about a problem. */
const LONGEST_FIELD = 200_000;

const [QUOTE, CR, NEWLINE] = [0x22, 0x0d, 0x0a];

/**
 * The text of a table without what its fields have beyond `longest` characters, so that no field, nor a quote that is never
 * closed, can make a record that its parser gives up with all that follows. Lines stay, for their numbers.
 */
export async function* shortenFields(
  chunks: AsyncIterable<string>,
  delimiter: string,
  longest = LONGEST_FIELD,
): AsyncGenerator<string> {
  const separator = delimiter.charCodeAt(0);
  let place: 'start' | 'plain' | 'quoted' | 'quote' = 'start';
  let length = 0;
  /** A quote beyond the limit, of which only the next character tells whether it ends the field. */
  let isHeld = false;
  for await (const chunk of chunks) {
    let kept = '';
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      const isBreak = code === NEWLINE || code === CR;
      let isLeft = length >= longest && !isBreak;
      if (place === 'quote') {
        // The second of two belongs to the first.
        if (code === QUOTE) isLeft = isHeld;
        else if (isHeld) kept += '"';
        place = code === QUOTE ? 'quoted' : 'plain';
        isHeld = false;
      } else if (place !== 'quoted') place = place === 'start' && code === QUOTE ? 'quoted' : 'plain';
      else if (code === QUOTE) {
        place = 'quote';
        isHeld = isLeft;
      }
      length++;
      if (place === 'plain' && (code === separator || isBreak)) {
        place = 'start';
        length = 0;
      } else if (isLeft) {
        kept += chunk.slice(from, at);
        from = at + 1;
      }
    }
    yield kept + chunk.slice(from);
  }
  if (isHeld) yield '"';
}
