/** The sentences and lines of a text in the order in which they stand, each on one line, with the sign that ends it. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？；])|\n+/u)
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
    .filter((sentence) => sentence !== '');
}
