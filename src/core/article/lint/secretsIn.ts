import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { CORE_LISTS } from '../../privacy/coreLists.ts';
import { findCoreSecrets } from '../../privacy/coreSecrets.ts';
import { findNames } from '../../privacy/name.ts';
import { withoutOverlaps } from '../../privacy/overlap.ts';
import { findAll } from '../../privacy/redact.ts';
import { recoveryPhraseFinder } from '../../privacy/recoveryPhrase.ts';
import type { Finding, FindingKind } from '../../privacy/secret.ts';

/**
 * What `findAll` finds, in a quarter of its time. Few texts here have words of another language than the site's two, whose
 * recovery phrases are quickly looked for, and few have what every kind of personal data but a name has.
 */
export function secretsIn(text: string): Finding[] {
  if (TELLING.test(text.replace(DATES, '')) || hasForeignWords(text)) return findAll(text);
  const plain = text.replace(DATES, '');
  const secrets = ANNOUNCED.test(plain) || ODD.test(plain) ? findCoreSecrets(text) : findCorePhrases(text);
  return withoutOverlaps<FindingKind>(text, [...secrets, ...(NAMED.test(text) ? findNames(text) : [])]);
}

const findCorePhrases = recoveryPhraseFinder(CORE_LISTS);

/** A password is found by the word for it, a code also by its digits, a key by its length or what stands around it. */
const ANNOUNCED =
  /(?:\d[^\d]{0,2}){3}|[\da-f]{8}|-----|pass|pwd|\bpw\b|pin\b|code|otp|[2m]fa|log ?in|secret|ciphertext|cv[cv]|密|碼|码|口令|暗|[〇零一二三四五六七八九]{3}/iu;
/** A sign that is not what it looks like is read by all. */
const ODD =
  /[^\x00-\x7f\u00a0-\u00ac\u00ae-\u00ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u3000-\u303f\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20]/u;
/** What comes with every name that is found: how people introduce, greet and sign, a title, a dash, a line of its own. */
const NAMED = new RegExp(
  [
    String.raw`name|holder|behalf|call me|known as|this is|here|speaking|regards|thank|thx|cheers|best|wishes|sincerely`,
    String.raw`faithfully|truly|respectfully|yours|rgds|love|greetings|appreciated|in advance|much|a lot|sent by|signed`,
    String.raw`\b(?:i(?:['’]?m| am)|it(?:['’]?s| is)|br|mr|mrs|ms|miss|dr|prof)\b`,
    String.raw`(?:^|[\r\n])\s{0,20}(?:dear|hi|hello|hey|good|to|attn)\b`,
    String.raw`(?-i:[—–~-]{1,2}[ \t]?\p{Lu})|[—-]{1,2}\s?[\u4e00-\u9fff]|[\r\n]\s{0,8}[\u4e00-\u9fff]`,
    `叫|名|姓|人|户|机主|我是|此致|谢|祝|盼|敬|署|落款|先生|女士|小姐|经理|老师|亲爱`,
  ].join('|'),
  'iu',
);

/** Digits enough for a number, an @ or what stands for it, a word as long as a key, an IPv6 address. */
const TELLING =
  /(?:\p{Nd}[^\p{Nd}\n]{0,3}){6}|[\w.+'-]\s?[@＠]\s?[\p{L}\p{N}-]{1,63}[.．。]|\bat\b[^\n]{1,70}\bdot\b|[([{]\s?at\b|(?=\w{0,19}[\d_])\w{20}|[\da-f]:[\da-f:]/iu;
/** Every front matter has one. */
const DATES = /\b20\d\d-\d\d-\d\d\b/g;

/** No phrase, nor the eight words that count as most of one, has fewer words that are in no English list. */
const FEWEST = 5;
const WORDS = /[a-z]{3,}/gi;
const SCRIPTS =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\u00c0-\u024f\p{M}]/u;

let foreign: ReadonlySet<string> | undefined;

function hasForeignWords(text: string): boolean {
  if (SCRIPTS.test(text)) return true;
  foreign ??= foreignWords();
  const seen = new Set<string>();
  for (const [word] of text.matchAll(WORDS)) {
    const lower = word.toLowerCase();
    // Words run together are long, and belong to no language.
    if (lower.length > 20) return true;
    if (foreign.has(lower) && seen.add(lower).size >= FEWEST) return true;
  }
  return false;
}

/** The words of the other languages, and the same backwards, which people write to hide them. */
function foreignWords(): ReadonlySet<string> {
  const words = [czech, french, italian, portuguese, spanish].flat().map(plain);
  const backwards = words.map((word) => [...word].reverse().join(''));
  return new Set([...words, ...backwards]).difference(new Set(english));
}

function plain(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '');
}
