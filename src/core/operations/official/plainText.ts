/** Soft hyphens, zero-width characters, marks of direction, variation selectors: never seen, and ignored in a host. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff]/g;

/** What turns text around: phones copy it with a number; within a link it is a trick, and no browser reads on there. */
const TURNS = /[\u202a-\u202e\u2066-\u2069\u3000]/g;

/** Ways to write a link so that no program makes it one; people pass scams on like that. */
const DEFANGED: readonly (readonly [RegExp, string])[] = [
  [/\bh(?:xx|\*\*|__)p(s?)(?=\s?\[?:)/gi, 'http$1'],
  [/\[(:\/\/|:)\]/g, '$1'],
  [/\s?(?:\[(?:\.|dot|点)\]|\((?:\.|dot|点)\)|\{(?:\.|dot)\})\s?/gi, '.'],
  [/\s?(?:\[(?:@|at)\]|\((?:@|at)\)|\{(?:@|at)\})\s?/gi, '@'],
];

/** A text in the form in which candidates are looked for: half width, nothing invisible, links that were broken up mended. */
export function plainText(text: string): string {
  const half = text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(TURNS, ' ');
  return DEFANGED.reduce((result, [pattern, mended]) => result.replace(pattern, mended), half);
}
