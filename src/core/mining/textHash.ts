/** Two 32-bit hashes of a text (FNV-1a, Fowler, Noll and Vo, 1991, from two bases). */
export function textHashes(text: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  return [a >>> 0, b >>> 0];
}

/** Both as one whole number, to rank texts by lot, the same lot each time. */
export function textRank(text: string): number {
  const [a, b] = textHashes(text);
  // The low bits of a sum of products hang on the last characters only.
  const mixed = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) >>> 0;
  return ((mixed ^ (mixed >>> 12)) >>> 0) * 0x20_0000 + (b & 0x1f_ffff);
}
