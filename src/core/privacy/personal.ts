import { findNames } from './name.ts';
import { inTurn, patternFinder, type PatternFinder } from './pattern.ts';
import { findPhones } from './phone.ts';
import type { Finder, PersonalKind } from './secret.ts';

/** Also as people hide it from machines: "jo (at) mail (dot) example". */
const email = patternFinder(
  'email',
  /(?<![\w.+-])[\w.+'-]{1,64}\s?@\s?(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z])|(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}|(?<![\w.+-])[\w.+-]{1,64}\s?[([{]\s?at\s?[)\]}]\s?[\w-]{1,63}(?:\s?(?:\.|[([{]\s?dot\s?[)\]}])\s?[\w-]{2,63}){1,4}|(?<![\w.+-])[\w.+-]{2,64} at [\w-]{2,63} dot (?:com|net|org|io|cn|example|[a-z]{2})(?![a-z])/dgu,
);
const ip = patternFinder(
  'ip',
  /(?<![\d.a-z]|v\s?|version\s?|版本[号:：]?\s?|app\s)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)|(?<![0-9a-z:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:|::(?:ffff:)?(?:[0-9a-f]{1,4}:){1,6}[0-9a-f]{1,4})(?![0-9a-z:])/dgu,
);
const iban = patternFinder(
  'iban',
  /(?<![0-9a-z])[a-z]{2}\s?\d{2}(?:[ -]?[0-9a-z]{4}){2,7}(?:[ -]?[0-9a-z]{1,3})?(?![0-9a-z])/dgu,
  passesMod97,
);
const nationalId = patternFinder(
  'national-id',
  /(?<![0-9a-z])(?:[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dx]|(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4})(?![0-9a-z]|-\d)/dgu,
  (value) => /^\d{3}-\d{2}-/.test(value) || passesResidentCheck(value.replace(/[ -]/g, '')),
);
/** A number that only the words beside it make one: an American one without hyphens, a passport, an old Chinese one. */
const namedId = patternFinder(
  'national-id',
  /(?:(?<![a-z])ssn|social security(?: number| no\.?)?|national insurance(?: number| no\.?)?|(?<![a-z])nino?|passport(?: number| no\.?)?|护照号?码?|身份证号?码?|身份證號?碼?)(?:\s?(?:is|was|[:#=]|是|为))?[:\s]{0,3}(?<value>\d{3}[ -]?\d{2}[ -]?\d{4}|[a-z]{1,2}\d{7,8}|[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]|\d{15}|\d{17}[\dx])(?![0-9a-z])/dgu,
);
const apiKey = patternFinder(
  'api-key',
  /(?<![0-9a-z])(?:(?:sk|pk|rk|whsec)_(?:live|test)?_?[0-9a-z]{10,200}|sk-(?:proj-|ant-|or-)?[0-9a-z_-]{20,200}|gh[pousr]_[0-9a-z]{20,100}|github_pat_\w{20,200}|glpat-[\w-]{20,100}|(?:akia|asia)[0-9a-z]{16}|aiza[\w-]{35}|ya29\.[\w-]{20,400}|xox[abeprs]-[0-9a-z-]{10,200}|npm_[0-9a-z]{36}|sg\.[\w-]{16,64}\.[\w-]{16,64}|(?<![\w-])eyj[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{4,2000}|\d{8,10}:aa[\w-]{33}|bearer\s{1,3}[\w.~+/-]{16,2000})/dgu,
);
/** A key without a shape of its own, where the words say what it is. */
const namedKey = patternFinder(
  'api-key',
  /(?:(?:api|access|secret|client|auth)[ _-]?(?:key|token|secret|id)|x-api-key|api ?密钥|(?<![a-z])token)(?:\s?(?:is|was|[:=]|是|为))?["'\s:=]{0,4}(?<value>[0-9a-z][\w.~+/-]{19,500})(?![\w])/dgu,
  (value) => /\d/.test(value) && /[a-z]/i.test(value) && !/^0x[0-9a-f]{40,64}$/i.test(value),
);
const transactionHash = patternFinder('transaction-hash', /(?<![0-9a-z])(?:0x)?[0-9a-f]{64}(?![0-9a-z])/dgu);
/** Solana's is a signature: 64 bytes in base 58. */
const solanaSignature = patternFinder(
  'transaction-hash',
  /(?<![0-9a-z])[1-9a-z]{86,88}(?![0-9a-z])/dgu,
  isMixedBase58,
);
/** Ethereum and its kin, Bitcoin and Litecoin (base 58 and bech32), TRON, XRP, Cosmos, Cardano, TON. */
const address = patternFinder(
  'address',
  /(?<![0-9a-z])(?:0x[0-9a-f]{40}|(?:bc|tb|ltc)1[02-9ac-hj-np-z]{25,62}|t[1-9a-z]{33}|[13lmd][1-9a-z]{25,34}|r[1-9a-z]{24,34}|(?:cosmos|osmo|celestia)1[02-9ac-hj-np-z]{38}|addr1[02-9ac-hj-np-z]{50,100}|[eu]q[\w-]{46})(?![0-9a-z])/dgu,
  (value) =>
    /\d/.test(value) && /[A-Za-z]/.test(value) && (/^(?:0x|\w{2,8}1)/i.test(value) || isMixedCase(value)),
);
/** Solana's: where the words say so, or at their full length. */
const solanaAddress = patternFinder(
  'address',
  /(?:(?:address|addr|wallet|地址|钱包|錢包)[^0-9a-z]{0,12}|(?<![0-9a-z])(?=[0-9a-z]{43}))(?<value>[1-9a-z]{32,44})(?![0-9a-z])/dgu,
  isMixedBase58,
);

/** In this order: where two overlap, the earlier one says what it is. */
const FINDERS: readonly PatternFinder<PersonalKind>[] = [
  email,
  transactionHash,
  solanaSignature,
  address,
  solanaAddress,
  apiKey,
  namedKey,
  iban,
  nationalId,
  namedId,
  ip,
  findPhones,
  findNames,
];

/** Everything in a text that identifies a person, an account or a payment. */
export const findPersonal: Finder<PersonalKind> = inTurn(FINDERS);

/** ISO 13616: the first four characters go to the end, letters count from ten, and the remainder by 97 is one. */
function passesMod97(value: string): boolean {
  const compact = value.replace(/[\s-]/g, '').toUpperCase();
  if (compact.length < 15 || compact.length > 34) return false;
  const numeric = [...compact.slice(4), ...compact.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
  return [...numeric].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
}

/** GB 11643-1999: weights 2^(17-i) mod 11 over the first seventeen digits give the last one. */
function passesResidentCheck(value: string): boolean {
  const weighted = [...value.slice(0, 17)].reduce(
    (sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return '10X98765432'[weighted % 11] === value.at(17)?.toUpperCase();
}

function isMixedCase(value: string): boolean {
  return /[A-Z]/.test(value) && /[a-z]/.test(value);
}

/** Letters of both cases and digits, as chance puts them into base 58; words and numbers are not so mixed. */
function isMixedBase58(value: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]+$/.test(value) && /\d/.test(value) && isMixedCase(value);
}
