import { fold } from './fold.ts';
import { ORDINARY } from './passwordProse.ts';

/** Words with a number that are names of other things: iphone15, sha256, erc20, step2. */
const NUMBERED =
  /^(?:v|ver|version|step|level|tier|page|part|rule|phase|case|line|error|err|code|http|android|ios|ipados|iphone|ipad|macos|pixel|galaxy|win|windows|chrome|firefox|safari|edge|usb|tls|ssl|sha|md|aes|rsa|utf|base|web|eip|erc|trc|bep|brc|bip|iso|rfc|kyc|h|u?int|mp|q|rc|beta|build|note|mate|redmi|s|a|p)[-_.]?\d[\d.]*$/;

/**
 * Whether what stands after "password is" is one, and not `incorrect`, `case-sensitive?` or `？？？？`: it has a digit,
 * or a sign that prose does not put inside a word.
 */
export function looksLikePassword(value: string): boolean {
  const bare = bareOf(value);
  if (bare.length < 4 || /^(?:https?:|www\.|(?:19|20)\d\d[-/.]|\d{1,2}:\d\d)/.test(bare)) return false;
  if (
    /^\d+-[a-z]+$|^(?:[a-z]+-)?\d+-?(?:bit|char|digit|letter|x|times|min|hours?)s?\b|^(?:utf|sha|aes|md|iso|rfc|ios|web|bip)-?\d+/.test(
      bare,
    )
  )
    return false;
  return (
    /\d|[a-z][!?#$%^&*_+=~|\\@]+[a-z]/.test(bare) ||
    (/^[^\w\s]*[a-z]+[!#$%^&*@]+$/.test(fold(value)) && !isOrdinary(bare))
  );
}

/** Whether a word is a password though nothing says so but the name before it: it mixes letters and digits as words do not. */
export function isMixed(value: string): boolean {
  const bare = bareOf(value);
  return (
    bare.length >= 6 &&
    looksLikePassword(value) &&
    /[a-z]/.test(bare) &&
    (/\d.*\d|[!#$%^&*@+=~?].*\d|\d.*[!#$%^&*@+=~?]/.test(bare) || isWordAndDigit(bare)) &&
    !/^\W|[:/{}]|^[a-z_]\w*=|@[\w-]+\.\w/.test(bare) &&
    !/^\d+(?:st|nd|rd|th|[ap]m|usd|usdt|eur|btc|eth|gb|mb|kb|px|ms)$/.test(bare) &&
    !NUMBERED.test(bare)
  );
}

/** "hunter2", but not "field2" or "option3". */
function isWordAndDigit(bare: string): boolean {
  const word = /^([a-z]{4,})\d$/.exec(bare)?.[1];
  return (
    word !== undefined &&
    !isOrdinary(word) &&
    !/^(?:box|option|prompt|try|number|question|section)/.test(word)
  );
}

/** Words that make a sentence of several: "passphrase: how do I reset it". */
const GRAMMAR =
  /^(?:[a-z]{1,2}|the|and|for|not|but|you|can|all|are|was|has|had|how|why|what|when|who|did|does|will|with|from|this|that|any|too|please|word|words|phrase)$/;

/** Whether several words are a password: none of them makes a sentence, and hardly any is what is said of passwords. */
export function isWords(value: string): boolean {
  const words = bareOf(value).split(/[ -]/);
  if (words.some((word) => GRAMMAR.test(word) && !/\d/.test(word))) return false;
  return words.filter(isOrdinary).length <= 1;
}

/** Whether a word is one of those that are said of passwords. */
export function isOrdinary(value: string): boolean {
  const bare = bareOf(value);
  return ORDINARY.has(bare) || /(?:ed|ing|able|ible|ly|tion|less|ive|ful|ity|ment|n't)$/.test(bare);
}

function bareOf(value: string): string {
  return fold(value).replace(/^["'`“”([{<]+|["'`“”)\]}>.,;:!?]+$/g, '');
}
