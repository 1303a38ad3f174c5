import { comparableText, IDENTIFIER_WORDS } from '../../src/core/retrieval/comparableText.ts';
import { trainUnigram } from '../../src/core/retrieval/training/unigram.ts';

/** Runs that pieces do not cross: Han, Latin letters; a digit, or anything else, is a run by itself. */
const RUNS = '[\\u4e00-\\u9fff]+|[a-z]+|[0-9]|[^\\sa-z0-9\\u4e00-\\u9fff]';
const IGNORED = ['[PAD]', '[UNK]'] as const;
/** Rarer characters are unknown. */
const RAREST_CHARACTER = 12;
/** Rarer runs teach the tokenizer nothing. */
const RAREST_RUN = 2;

/** Chinese words with a particle stuck to them: 文件中 would learn apart from 文件. */
const GLUED =
  /^[的了].|.的$|^[在和是我你他她它这那就都也很把被给与及或并].{2,}|[\u4e00-\u9fff]{2,}[中时上下后了在]$/;

/** Texts that count more often than they occur, because readers write like them. */
export interface WeightedTexts {
  readonly weight: number;
  readonly texts: Iterable<string>;
}

/** The part of a tokenizer.json that we change. */
export interface TokenizerFile {
  readonly model: {
    readonly vocab: readonly (readonly [piece: string, score: number])[];
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** Trains the Unigram tokenizer, in the layout of Hugging Face's tokenizer.json. */
export function trainTokenizer(
  sources: readonly WeightedTexts[],
  size: number,
  onRound: (pieces: number) => void,
): TokenizerFile {
  const words = new Map<string, number>();
  const runs = new RegExp(RUNS, 'g');
  for (const { weight, texts } of sources) {
    for (const text of texts) {
      for (const [run] of comparableText(text).toLowerCase().matchAll(runs)) {
        words.set(run, (words.get(run) ?? 0) + weight);
      }
    }
  }
  const characters = new Map<string, number>();
  for (const [word, count] of words) {
    for (const character of word) characters.set(character, (characters.get(character) ?? 0) + count);
  }
  const isCommon = (word: string): boolean =>
    [...word].every((character) => characters.get(character)! >= RAREST_CHARACTER);
  const usable = new Map([...words].filter(([word, count]) => count >= RAREST_RUN && isCommon(word)));
  const pieces = trainUnigram(usable, {
    size: size - IGNORED.length,
    required: Object.values(IDENTIFIER_WORDS),
    longest: (word) => (/^[a-z]/.test(word) ? 16 : 5),
    isAllowed: (piece) => !GLUED.test(piece),
    onRound,
  });
  const vocab = [
    ...IGNORED.map((name) => [name, 0] as const),
    // Three decimals decide a segmentation as well as fifteen, and compress three times better.
    ...pieces.map(([piece, log]) => [piece, Math.round(log * 1000) / 1000] as const),
  ];
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: IGNORED.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFKC' }, { type: 'Lowercase' }] },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'WhitespaceSplit' },
        { type: 'Split', pattern: { Regex: RUNS }, behavior: 'Isolated', invert: false },
      ],
    },
    post_processor: null,
    decoder: null,
    model: { type: 'Unigram', unk_id: 1, vocab, byte_fallback: false },
  };
}
