import { ModelError } from './modelConfig.ts';

/** What a tokenizer.json must say for this tokenizer to read it as its own library would. */
interface UnigramFile {
  readonly normalizer: { readonly normalizers: readonly { readonly type: string }[] };
  readonly pre_tokenizer: {
    readonly pretokenizers: readonly {
      readonly type: string;
      readonly pattern?: { readonly Regex: string };
    }[];
  };
  readonly model: {
    readonly type: 'Unigram';
    readonly unk_id: number;
    readonly vocab: readonly (readonly [piece: string, logProbability: number])[];
  };
}

/** What an unknown character costs more than the least likely piece; as in @huggingface/tokenizers. */
const UNKNOWN_PENALTY = 10;
/** Above every code point: a node and a character make one key. */
const CHARACTERS = 0x11_0000;

/**
 * Turns texts into token ids by the most likely segmentation of each word (Kudo, "Subword regularization", 2018).
 *
 * It reads the form of tokenizer.json that `model:train` writes and gives the ids that @huggingface/tokenizers gives, which a
 * test holds it to; it is here because that library makes objects of every edge of every lattice: twelve times slower,
 * which was most of the time an index took, and 28,000 nested maps before a phone's first answer.
 *
 * @param file a parsed tokenizer.json
 * @throws ModelError if it is of another form
 */
export function unigramTokenizer(file: object): (text: string) => number[] {
  const { model, words } = checked(file);
  const { vocab, unk_id: unknown } = model;
  const scores = Float64Array.from(vocab, ([, score]) => score);
  const unknownScore = scores.reduce((least, score) => Math.min(least, score), Infinity) - UNKNOWN_PENALTY;
  const { children, pieces } = trieOf(vocab.map(([piece]) => piece));

  let best = new Float64Array(0);
  let from = new Int32Array(0);
  let token = new Int32Array(0);

  /** Appends a word's ids. Neighbouring unknown characters become one token. */
  const segment = (word: string, ids: number[]): void => {
    if (best.length <= word.length) {
      best = new Float64Array(2 * word.length + 1);
      from = new Int32Array(best.length);
      token = new Int32Array(best.length);
    }
    // By units, since a character beyond the first plane is of two and no piece ends between them.
    best.fill(-Infinity, 1, word.length + 1);
    for (let start = 0; start < word.length; start += unitsAt(word, start)) {
      let node: number | undefined = 0;
      let isKnown = false;
      const first = start + unitsAt(word, start);
      for (let at = start; at < word.length;) {
        node = children.get(node * CHARACTERS + word.codePointAt(at)!);
        if (node === undefined) break;
        at += unitsAt(word, at);
        const piece = pieces[node]!;
        if (piece < 0) continue;
        isKnown ||= at === first;
        const total = best[start]! + scores[piece]!;
        if (total <= best[at]!) continue;
        best[at] = total;
        from[at] = start;
        token[at] = piece;
      }
      const total = best[start]! + unknownScore;
      if (isKnown || total <= best[first]!) continue;
      best[first] = total;
      from[first] = start;
      token[first] = unknown;
    }
    const found: number[] = [];
    for (let end = word.length; end > 0; end = from[end]!) found.push(token[end]!);
    for (const id of found.reverse()) if (id !== unknown || ids.at(-1) !== unknown) ids.push(id);
  };

  return (text) => {
    const ids: number[] = [];
    for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(words)) segment(word, ids);
    return ids;
  };
}

/** Units of UTF-16 that the character at a place has. */
function unitsAt(text: string, at: number): 1 | 2 {
  return text.codePointAt(at)! > 0xff_ff ? 2 : 1;
}

/** The pieces as a trie: `children` by node and character, and the piece that ends at each node, or -1. */
function trieOf(vocabulary: readonly string[]): {
  readonly children: ReadonlyMap<number, number>;
  readonly pieces: readonly number[];
} {
  const children = new Map<number, number>();
  const pieces = [-1];
  vocabulary.forEach((piece, id) => {
    let node = 0;
    for (const character of piece) {
      const key = node * CHARACTERS + character.codePointAt(0)!;
      let next = children.get(key);
      if (next === undefined) {
        next = pieces.push(-1) - 1;
        children.set(key, next);
      }
      node = next;
    }
    pieces[node] = id;
  });
  return { children, pieces };
}

function checked(file: object): { readonly model: UnigramFile['model']; readonly words: RegExp } {
  const { normalizer, pre_tokenizer: splitter, model } = file as Partial<UnigramFile>;
  const types = (steps: readonly { readonly type: string }[] | undefined): string | undefined =>
    steps?.map(({ type }) => type).join();
  const pattern = splitter?.pretokenizers?.[1]?.pattern?.Regex;
  if (
    model?.type !== 'Unigram' ||
    types(normalizer?.normalizers) !== 'NFKC,Lowercase' ||
    types(splitter?.pretokenizers) !== 'WhitespaceSplit,Split' ||
    pattern === undefined
  ) {
    throw new ModelError(
      'tokenizer.json is of another form than npm run model:train writes: expected Unigram after NFKC, Lowercase, WhitespaceSplit and one Split.',
    );
  }
  return { model, words: new RegExp(pattern, 'gu') };
}
