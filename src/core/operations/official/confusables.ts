/**
 * Letters that look like a Latin one, after the idea of Unicode Technical Standard #39 (section 4, Confusable Detection):
 * two texts are confusable if their skeletons are equal. A table of our own, since the standard's has thousands of entries
 * for scripts that no name here is written in, and lacks the tricks that need no foreign letter (0 for o, 5 for s).
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑаᴀꭺ4ӓ',
  b: 'ьвβʙᏼƅ8Ꮟ',
  c: 'сϲᴄⅽꮯҫ',
  d: 'ԁɗⅾđᴅꮷժ',
  e: 'еєεҽᴇꬲ3ҿəɛ',
  f: 'ƒꬵꞙϝք',
  g: 'ɡցԍɢ9ǥ',
  h: 'һнհħʜꮋ',
  i: 'іιıɩɪӏǀ|!1lłɨꙇ',
  j: 'јϳյʝȷ',
  k: 'кκᴋƙқ',
  m: 'мᴍⅿɱꮇ',
  n: 'пηոռɴŋի',
  o: 'оοօσᴏο0סѳөøꬽ০໐ჿ',
  p: 'рρᴘƿþ',
  q: 'ԛզգ',
  r: 'гᴦꭇꮁʀɼ',
  s: 'ѕꜱ5ꮪʂ',
  t: 'тτᴛŧ7ƭ',
  u: 'υսᴜʋц',
  v: 'νѵᴠⅴ',
  w: 'ԝωѡᴡшɯ',
  x: 'хχⅹ×ҳ',
  y: 'уγүʏყ',
  z: 'ᴢʐżƶ2',
  '-': '‐‑‒–—−﹣_',
};

/** Capitals whose small form looks like another letter, or is itself one of ours: I is read as l. */
const CAPITALS: Readonly<Record<string, string>> = { Η: 'h', Ν: 'n', Υ: 'y', Ꮖ: 'i', Ꮲ: 'p', Ꭰ: 'd', П: 'n' };

/** What two letters are taken for at a glance. */
const PAIRS: Readonly<Record<string, string>> = { rn: 'm', vv: 'w', ci: 'd' };

const PROTOTYPES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LOOKALIKES).flatMap(([letter, similar]) =>
    [...similar].map((sign) => [sign, letter] as const),
  ),
  ...Object.entries(CAPITALS),
]);

/** The prototypes of a text, each with the stretch of the text that it stands for. Never shown to anybody. */
export interface Skeleton {
  readonly text: string;
  /** UTF-16 offsets, `end` exclusive, one for each unit of `text`. */
  readonly sources: readonly { readonly start: number; readonly end: number }[];
}

/** @param joinsPairs whether `rn` is read as `m` and the like: where a name begins inside a pair, that would hide it */
export function skeleton(text: string, joinsPairs = true): Skeleton {
  let result = '';
  const sources: { start: number; end: number }[] = [];
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    for (const unit of prototypes(sign)) {
      const pair = joinsPairs ? PAIRS[result.slice(-1) + unit] : undefined;
      if (pair !== undefined && sources.at(-1)!.end === start) {
        result = result.slice(0, -1) + pair;
        sources[sources.length - 1] = { start: sources.at(-1)!.start, end };
      } else {
        result += unit;
        // One for each unit: a letter outside the basic plane has two.
        for (let i = 0; i < unit.length; i++) sources.push({ start, end });
      }
    }
    start = end;
  }
  return { text: result, sources };
}

/** Characters that may stand for a letter: what the tests try one by one. */
export function lookalikesOf(letter: string): readonly string[] {
  return [...(LOOKALIKES[letter] ?? '')];
}

/** One character's plain letters: without accent, width and style, then what they look like. */
function prototypes(sign: string): string {
  const plain = PROTOTYPES.get(sign) ?? sign.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...plain].map((part) => PROTOTYPES.get(part) ?? prototypeOf(part.toLowerCase())).join('');
}

function prototypeOf(letter: string): string {
  return PROTOTYPES.get(letter) ?? letter;
}
