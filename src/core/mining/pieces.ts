/** A line or a clause of a text. */
export interface Piece {
  readonly text: string;
  /** What makes it the same piece in another text: without case, signs and numbers. */
  readonly key: string;
  /** Where it is a form's field, `City: Leeds`. */
  readonly field?: { readonly label: string; readonly value: string };
}

const FIELD = /^\s*([\p{L}][\p{L}\p{N} ()/_.-]{0,30}?)\s*[:：]\s*(\S.*)$/u;
/** Not within 1,000. */
const CLAUSES = /(?<=[，。！？；!?;]|[,.](?=\s))/u;

/** The fields and clauses of a line; behind one another they are the line. */
export function piecesOf(line: string): Piece[] {
  const field = FIELD.exec(line);
  if (!field) return line.split(CLAUSES).map((text) => ({ text, key: folded(text) }));
  const [, label = '', value = ''] = field;
  return [{ text: line, key: folded(line), field: { label: `${folded(label)}:`, value } }];
}

function folded(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/\d+(?:[.:/-]\d+)*/gu, '0')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return /\p{L}{2}/u.test(plain) ? plain : '';
}
