/**
 * The characters of mainland China's GB/T 2312-1980: its first level, 3,755 in order of use by the million characters counted
 * for it, and both levels, 6,763. Rows as GB 18030 encodes them, which every JavaScript engine can decode.
 */
export function levelOne(): ReadonlySet<string> {
  return characters(0xb0, 0xd7);
}

export function bothLevels(): ReadonlySet<string> {
  return characters(0xb0, 0xf7);
}

function characters(first: number, last: number): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++) {
    // The last row of the first level is not full.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
}
