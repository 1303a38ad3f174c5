import { patternFinder } from './pattern.ts';

/** What people call a private key. */
export const KEY_NAMES = String.raw`(?:(?:private|pvt|prv|secret|priv|export(?:ed)?|wallet|signing|spend|raw)[ _-]{0,2}key|privkey|(?<![0-9a-z])(?:pk|sk|pvk|prvkey|private|hex seed|seed hex|seed)(?![0-9a-z])|(?<!公)[私密秘][钥鑰匙锁]|(?:clave|llave|chave|chiave|clé|cle) priv(?:ada|ata|ée|ee)|privater? schl(?:ü|ue)ssel|приватный ключ|秘密鍵|개인 ?키)`;
/** What may stand between the name and the key: a few words, none of which says that a transaction's hash follows. */
export const BETWEEN = String.raw`(?:(?!\btx|hash|transaction|transfer|deposit|payment|/|block|交易|哈希|区块|转账|这笔|充值|提现|[.!?。！？]\s{0,2}(?!(?:0x)?[0-9a-f]{16}))[\s\S]){0,60}?(?<![0-9a-z])`;
/** Sixty-four hex digits, perhaps wrapped or in groups. They are a key only where the words say so. */
const HEX = String.raw`(?<value>(?:0x)?[0-9a-f](?:[\s:_-]{0,3}[0-9a-f]){63})(?![0-9a-z])`;
/** What comes before the hash of a transaction, in the same sentence. */
const NO_HASH = String.raw`(?<!(?:hash|\btx\w{0,3}|transaction|transfer|deposit|withdrawal|payment|block|order|signature|api|交易|哈希|区块|转账|充值|提现|订单|签名|这笔)[^\n.!?。！？]{0,24})`;
/** After a key that is told by what follows: nothing that says whose words these are, or that the key was not given. */
const TOLD = String.raw`(?:(?!\btx|hash|transaction|transfer|deposit|payment|block|\bask|\bwant|\bneed|\bnever|(?:\bnot|n't) (?:shar|giv|gave|sen[dt]|tell|told|my\b|a\b)|\bno (?:private|secret)|\bpublic|\bsafe\b|交易|哈希|区块|转账|充值|提现|要我|问我|索要|没有?(?:泄|给|发|透|分|告|说|把|被|私)|不要|公钥|[\n.;!?。！？；]|\d{5})[\s\S]){0,36}?`;

/** The name first: "private key of account 1 is 0x…". */
export const namedHexKey = patternFinder('private-key', new RegExp(KEY_NAMES + BETWEEN + HEX, 'dgu'));

/** A key that is not said to be public, or one of other things, right before the digits. */
export const shortNamedHexKey = patternFinder(
  'private-key',
  new RegExp(
    String.raw`(?<!(?:public|pub|api|hash|view|access|order|tx|transaction|block)[ _-]?)(?<![a-z])(?:keys?|secret)(?:\s(?:is|was|here)|[\s:=#>"-]){1,6}${HEX}`,
    'dgu',
  ),
);

/** The name after it: "0x… is my private key", "0x… 这个私钥导入不了", "I pasted 0x… and it says invalid private key". */
export const hexCalledKey = patternFinder(
  'private-key',
  new RegExp(
    String.raw`(?<![0-9a-z])${NO_HASH}${HEX}["'”’」)\]]?(?:\s{0,3}(?:[(（]\s{0,2}|(?:this |that |it |which )?(?:is|was|'s)\s|[这這就它]?[是为為]|<?[-=]{1,2}>?|←|as)[^0-9\n.,;，。]{0,24}${KEY_NAMES}|\s{1,3}${KEY_NAMES}|${TOLD}${KEY_NAMES}|\s{0,3}(?:is|was) (?:my|the|our) (?:\w{2,10} )?key(?![a-z ]{0,3}id))`,
    'dgu',
  ),
);

/** Solana's: 64 bytes in base 58, the same shape as the signature of a transaction. */
export const namedSolanaKey = patternFinder(
  'private-key',
  new RegExp(String.raw`${KEY_NAMES}${BETWEEN}(?<value>[1-9a-z]{87,88})(?![0-9a-z])`, 'dgu'),
  (value) => /^[1-9A-HJ-NP-Za-km-z]+$/.test(value),
);
