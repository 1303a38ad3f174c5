import { soundsOfCharacters } from './sounds.ts';

const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** A pair of characters that fewer texts hold is no word worth mending to. */
const LEAST_TEXTS = 5;

/**
 * Mends Chinese characters that an input method has mistaken for others of the same sound: 住记词 for 助记词, 限鹅 for
 * 限额. Only a character that makes no known pair with either neighbour is taken for one, and only for one that makes a
 * pair that the texts hold. As with spelling, what is known stays as it is.
 *
 * @param frequencies of each pair of characters that can be found: how many texts hold it
 * @param isKnown whether two characters stand together in any word of the language
 */
export function homophoneCorrector(
  frequencies: ReadonlyMap<string, number>,
  isKnown: (pair: string) => boolean,
): (text: string) => string {
  const sounds = soundsOfCharacters();
  const soundOf = (pair: string): string => [...pair].map((each) => sounds.get(each) ?? each).join(' ');
  const bySound = new Map<string, string>();
  for (const [pair, texts] of frequencies) {
    if (texts < LEAST_TEXTS) continue;
    const sound = soundOf(pair);
    const other = bySound.get(sound);
    if (other === undefined || texts > frequencies.get(other)!) bySound.set(sound, pair);
  }

  const isPair = (first: string | undefined, second: string | undefined): boolean =>
    first !== undefined &&
    second !== undefined &&
    (frequencies.has(first + second) || isKnown(first + second));

  const mend = (run: string): string => {
    const characters = [...run];
    const isStrange = (i: number): boolean =>
      !isPair(characters[i - 1], characters[i]) && !isPair(characters[i], characters[i + 1]);
    for (let i = 0; i < characters.length; i++) {
      if (!isStrange(i)) continue;
      const [before, own, after] = [characters[i - 1], characters[i]!, characters[i + 1]];
      const choices = [
        before === undefined ? undefined : meant(before + own, 1),
        after === undefined ? undefined : meant(own + after, 0),
      ].filter((choice) => choice !== undefined);
      const [best] = choices.sort((a, b) => b.texts - a.texts);
      if (best) characters[i] = best.character;
    }
    return characters.join('');
  };

  /** What a place of a pair must have meant: the other character stays. */
  const meant = (pair: string, place: 0 | 1): { character: string; texts: number } | undefined => {
    const found = bySound.get(soundOf(pair));
    if (found === undefined) return undefined;
    const [written, other] = [[...pair], [...found]];
    if (written[1 - place] !== other[1 - place] || written[place] === other[place]) return undefined;
    return { character: other[place]!, texts: frequencies.get(found)! };
  };

  return (text) => text.replace(HAN_RUN, mend);
}
