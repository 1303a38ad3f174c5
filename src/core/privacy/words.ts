/** A word of a text and where it stands, in UTF-16 units, `end` exclusive. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it, up to the word before: without numbers, and with one blank for several. */
  readonly gap: string;
}

/** Runs of letters of one script; Cyrillic counts as Latin, whose letters it is used to imitate. */
const WORDS =
  /[\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}]*|\p{Script=Han}+|\p{Script=Hangul}+|[\p{Script=Hiragana}\p{Script=Katakana}ー][\p{Script=Hiragana}\p{Script=Katakana}\p{M}ー]*/gu;

/** The words of a text, each in the form in which `comparable` words are alike. */
export function wordsOf(text: string): Token[] {
  return tokensOf(text, WORDS, 0, comparable);
}

/** What of a text a pattern takes for a word, in the form given; positions are counted from `offset`. */
export function tokensOf(
  text: string,
  pattern: RegExp,
  offset = 0,
  form: (word: string) => string = String,
): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const gap = gapOf(text.slice(Math.max(last, index - 20), index));
    last = index + word.length;
    tokens.push({ word: form(word), start: offset + index, end: offset + last, gap });
  }
  return tokens;
}

function gapOf(between: string): string {
  if (between === ' ' || between === '') return between;
  return between.replace(/\d+/g, '').replace(/\s+/g, ' ');
}

/**
 * A word without what people leave out or do not mean: case, the marks on Latin letters (`ábaco`, `abaco`), Cyrillic
 * letters that look Latin, katakana for hiragana.
 */
export function comparable(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return plain.replace(/[аеорсухіјѕ\u30a1-\u30f6]/g, (letter) => {
    const lookalike = 'аеорсухіјѕ'.indexOf(letter);
    return lookalike >= 0 ? 'aeopcyxijs'[lookalike]! : String.fromCharCode(letter.charCodeAt(0) - 0x60);
  });
}
