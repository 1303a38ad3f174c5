/** Shorter words have too many neighbours; longer runs are no words. */
const SHORTEST = 4;
const LONGEST = 20;
const WORD = new RegExp(`[a-z]{${SHORTEST},${LONGEST}}`, 'g');

/**
 * Mends typing slips in Latin words: one letter dropped, added, replaced, or swapped with its neighbour, never the first.
 *
 * Words and their one-letter deletions are looked up (Garbe, "SymSpell", 2012), so a word costs a few look-ups however
 * many are known. A word that is known stays as it is: "stake" is not a slip of "state".
 *
 * @param known every word that is one, the most frequent first: of two equally near, the first wins
 * @param isWanted which of them a slip may be mended to: those that can be found
 * @returns a function from a text to the text with its slips mended
 */
export function spellingCorrector(
  known: readonly string[],
  isWanted: (word: string) => boolean,
): (text: string) => string {
  const words = new Set(known);
  const byDeletion = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < SHORTEST || word.length > LONGEST || !isWanted(word)) continue;
    for (const form of [word, ...deletionsOf(word)]) {
      const others = byDeletion.get(form);
      if (others) others.push(word);
      else byDeletion.set(form, [word]);
    }
  }
  const mend = (word: string): string => {
    if (words.has(word)) return word;
    const near = [word, ...deletionsOf(word)]
      .flatMap((form) => byDeletion.get(form) ?? [])
      // A shared deletion may still hide two edits (abcd, acbe): only one is a slip.
      .filter((candidate) => candidate[0] === word[0] && isOneSlip(word, candidate));
    // "wiat" has all letters of "wait": likelier meant than "what".
    return near.find((candidate) => lettersOf(candidate) === lettersOf(word)) ?? near[0] ?? word;
  };
  return (text) => text.toLowerCase().replace(WORD, mend);
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}

function deletionsOf(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Whether one insertion, deletion, replacement or swap of neighbours makes one word of the other. */
export function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return (
    a !== b &&
    (restA.slice(1) === restB.slice(1) ||
      restA.slice(1) === restB ||
      restA === restB.slice(1) ||
      (restA.length > 1 && restB.length > 1 && isSwap))
  );
}
