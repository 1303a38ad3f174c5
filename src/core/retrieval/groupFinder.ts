import type { Language } from '../article/language.ts';
import type { PatternGroup, PatternPhrase, Token } from './wordPattern.ts';

/** Where a phrase of a group stands in a text: numbers of its first token and of the one behind its last. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
}

/** How many words or characters `...` may stand for. */
const GAP: Readonly<Record<Language, number>> = { en: 4, 'zh-CN': 8 };

interface Phrase {
  readonly words: PatternPhrase;
  readonly gap: number;
  readonly groups: number[];
}

/** Finds many groups of phrases in one pass: a phrase is only tried where its first word stands. */
export class GroupFinder {
  readonly #numbers = new Map<string, number>();
  readonly #phrases = new Map<string, Phrase>();
  /** Phrases by what they begin with: two exact words, one, or the beginning of one. */
  readonly #byTwo = new Map<string, Map<string, Phrase[]>>();
  readonly #byOne = new Map<string, Phrase[]>();
  readonly #byBeginning = new Map<string, Phrase[]>();
  #longestBeginning = 0;

  /** Registers a group; the same group again gets the same number. */
  add(group: PatternGroup, language: Language): number {
    const key = JSON.stringify([language, group]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    for (const words of group) this.#phrase(words, language).groups.push(number);
    return number;
  }

  /** For each sentence, the groups that occur in it and where, in order. */
  find(tokens: readonly Token[]): Map<number, Occurrence[]>[] {
    const sentences: Map<number, Occurrence[]>[] = [];
    tokens.forEach(({ text, sentence }, start) => {
      const found = (sentences[sentence] ??= new Map());
      note(this.#byOne.get(text), tokens, start, found);
      const next = tokens[start + 1];
      if (next) note(this.#byTwo.get(text)?.get(next.text), tokens, start, found);
      for (let length = Math.min(text.length, this.#longestBeginning); length > 1; length--) {
        note(this.#byBeginning.get(text.slice(0, length)), tokens, start, found);
      }
    });
    return sentences.filter((found) => found.size > 0);
  }

  #phrase(words: PatternPhrase, language: Language): Phrase {
    const key = JSON.stringify([language, words]);
    const known = this.#phrases.get(key);
    if (known) return known;
    const phrase: Phrase = { words, gap: GAP[language], groups: [] };
    this.#phrases.set(key, phrase);
    const [first, second] = words;
    if (!first || first.kind === 'gap') throw new Error('A phrase begins with a word.');
    if (first.kind === 'beginning') {
      insert(this.#byBeginning, first.text, phrase);
      this.#longestBeginning = Math.max(this.#longestBeginning, first.text.length);
    } else if (second?.kind === 'exact') {
      const seconds = this.#byTwo.get(first.text) ?? new Map<string, Phrase[]>();
      this.#byTwo.set(first.text, seconds);
      insert(seconds, second.text, phrase);
    } else insert(this.#byOne, first.text, phrase);
    return phrase;
  }
}

/** Writes down the groups of those phrases that stand at a token; one occurrence a group and place is enough. */
function note(
  phrases: readonly Phrase[] | undefined,
  tokens: readonly Token[],
  start: number,
  found: Map<number, Occurrence[]>,
): void {
  for (const phrase of phrases ?? []) {
    const end = endOf(phrase, tokens, start);
    if (end === undefined) continue;
    for (const group of phrase.groups) {
      const known = found.get(group);
      if (!known) found.set(group, [{ start, end }]);
      else if (known.at(-1)?.start !== start) known.push({ start, end });
    }
  }
}

function insert(index: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const same = index.get(key);
  if (same) same.push(phrase);
  else index.set(key, [phrase]);
}

/** Where a phrase that starts at a token ends, within the token's sentence; undefined if it does not go on there. */
function endOf({ words, gap }: Phrase, tokens: readonly Token[], start: number): number | undefined {
  return match(words, 0, gap, tokens, start, tokens[start]!.sentence);
}

function match(
  words: PatternPhrase,
  from: number,
  gap: number,
  tokens: readonly Token[],
  start: number,
  sentence: number,
): number | undefined {
  let at = start;
  for (let i = from; i < words.length; i++) {
    const wanted = words[i]!;
    if (wanted.kind === 'gap') {
      for (let skipped = 0; skipped <= gap; skipped++) {
        const end = match(words, i + 1, gap, tokens, at + skipped, sentence);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    const token = tokens[at++];
    if (token?.sentence !== sentence) return undefined;
    if (wanted.kind === 'exact' ? token.text !== wanted.text : !token.text.startsWith(wanted.text))
      return undefined;
  }
  return at;
}
