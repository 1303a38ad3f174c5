import table from 'opencc-js/dict/TSCharacters';
import { bothLevels } from './gb2312.ts';

/** A Traditional character in a text, in UTF-16 units, and how it is written on the mainland. */
export interface TraditionalCharacter {
  readonly start: number;
  readonly found: string;
  readonly simplified: string;
}

let simplified: ReadonlyMap<string, string> | undefined;
/** Whether a unit is one of them, or half of one: most texts have none, which is seen in one quick look at each unit. */
let flags: Uint8Array | undefined;

/**
 * Every character that is Traditional and nothing else, by OpenCC's table. What GB/T 2312 has too (著, 乾, 於) is written on
 * the mainland as well, as another word or in a name.
 */
export function traditionalIn(text: string): TraditionalCharacter[] {
  simplified ??= readTable();
  flags ??= flagsOf(simplified.keys());
  const found: TraditionalCharacter[] = [];
  for (let start = 0; start < text.length; start++) {
    if (flags[text.charCodeAt(start)] === 0) continue;
    const character = String.fromCodePoint(text.codePointAt(start)!);
    const instead = simplified.get(character);
    if (instead !== undefined) found.push({ start, found: character, simplified: instead });
  }
  return found;
}

function readTable(): ReadonlyMap<string, string> {
  const mainland = bothLevels();
  const pairs = table.split('|').map((pair) => pair.split(' ') as [string, string]);
  return new Map(pairs.filter(([from, to]) => from !== to && !mainland.has(from)));
}

function flagsOf(characters: Iterable<string>): Uint8Array {
  const all = new Uint8Array(0x1_0000);
  for (const character of characters) all[character.charCodeAt(0)] = 1;
  return all;
}
