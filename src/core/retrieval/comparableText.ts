import traditional from 'opencc-js/dict/TSCharacters';

/** What stands for a long identifier: that there is one, and of what kind, says something; its digits do not. */
export const IDENTIFIER_WORDS = { address: 'walletaddress', hash: 'txhash' } as const;

const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
const IDENTIFIERS: readonly (readonly [RegExp, keyof typeof IDENTIFIER_WORDS])[] = [
  [/(?<![0-9A-Za-z])(?:0x)?[0-9a-f]{64}(?![0-9A-Za-z])/gi, 'hash'],
  [/(?<![0-9A-Za-z])0x[0-9a-f]{40}(?![0-9A-Za-z])/gi, 'address'],
  [/(?<![0-9A-Za-z])(?:bc1|tb1|ltc1|addr1|cosmos1|osmo1)[0-9a-z]{20,100}(?![0-9A-Za-z])/gi, 'address'],
  [new RegExp(`(?<![0-9A-Za-z])${BASE58}{80,90}(?![0-9A-Za-z])`, 'g'), 'hash'],
  // Letters of both cases and a digit tell Bitcoin's, Tron's, Solana's and XRP's addresses from a long word.
  [
    new RegExp(
      `(?<![0-9A-Za-z])(?=[0-9A-Za-z]*[0-9])(?=[0-9A-Za-z]*[a-z])(?=[0-9A-Za-z]*[A-Z])${BASE58}{25,48}(?![0-9A-Za-z])`,
      'g',
    ),
    'address',
  ],
];

/** Traditional characters and their simplified forms, from OpenCC: "轉 转|帳 帐|…". */
const SIMPLIFIED = new Map(traditional.split('|').map((pair) => pair.split(' ') as [string, string]));
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu');
/** Whether there may be an identifier at all: nearly always there is none, and this is quick to see. */
const LONG_RUN = /[0-9A-Za-z]{24}/;

/**
 * The form in which texts are compared, by words and by meaning alike: full-width and other compatibility characters are
 * made plain, Traditional characters simplified, long identifiers replaced by a word for their kind.
 */
export function comparableText(text: string): string {
  const plain = text.toWellFormed().normalize('NFKC');
  return withoutIdentifiers(plain).replace(TRADITIONAL, (character) => SIMPLIFIED.get(character)!);
}

function withoutIdentifiers(text: string): string {
  if (!LONG_RUN.test(text)) return text;
  return IDENTIFIERS.reduce(
    (result, [pattern, kind]) => result.replace(pattern, ` ${IDENTIFIER_WORDS[kind]} `),
    text,
  );
}
