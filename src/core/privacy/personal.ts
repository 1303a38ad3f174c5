import { findNames } from './name.ts';
import { patternFinder } from './pattern.ts';
import { findPhones } from './phone.ts';
import type { Finder, PersonalKind } from './secret.ts';

const email = patternFinder('email', /(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}/dgu);
const ip = patternFinder(
  'ip',
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]|\.\d)|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}(?![0-9a-f:])/dgu,
);
const iban = patternFinder(
  'iban',
  /(?<![0-9a-z])[a-z]{2}\d{2}(?: ?[0-9a-z]{4}){2,7}(?: ?[0-9a-z]{1,3})?(?![0-9a-z])/dgu,
  passesMod97,
);
const nationalId = patternFinder(
  'national-id',
  /(?<![0-9a-z])(?:[1-9]\d{16}[\dx]|\d{3}-\d{2}-\d{4})(?![0-9a-z])/dgu,
  (value) => value.includes('-') || passesResidentCheck(value),
);
const apiKey = patternFinder(
  'api-key',
  /(?<![0-9a-z])(?:(?:sk|pk|rk)_(?:live|test)_[0-9a-z]{10,}|gh[pousr]_[0-9a-z]{20,}|akia[0-9a-z]{16}|xox[abps]-[0-9a-z-]{10,200}|(?<![\w-])eyj[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{4,2000}|bearer\s{1,3}[\w.~+/-]{16,2000})/dgu,
);
const transactionHash = patternFinder('transaction-hash', /(?<![0-9a-z])(?:0x)?[0-9a-f]{64}(?![0-9a-z])/dgu);
/** Solana's is a signature: 64 bytes in base 58. */
const solanaSignature = patternFinder(
  'transaction-hash',
  /(?<![0-9a-z])[1-9a-z]{87,88}(?![0-9a-z])/dgu,
  isMixedBase58,
);
/** Ethereum and its kin, Bitcoin (base 58 and bech32), TRON, XRP. */
const address = patternFinder(
  'address',
  /(?<![0-9a-z])(?:0x[0-9a-f]{40}|bc1[02-9ac-hj-np-z]{25,62}|t[1-9a-z]{33}|[13][1-9a-z]{25,34}|r[1-9a-z]{24,34})(?![0-9a-z])/dgu,
  (value) => /\d/.test(value) && /[A-Za-z]/.test(value),
);
/** Solana's: where the words say so, or at their full length. */
const solanaAddress = patternFinder(
  'address',
  /(?:(?:address|addr|wallet|地址|钱包|錢包)[^0-9a-z]{0,12}|(?<![0-9a-z])(?=[0-9a-z]{43}))(?<value>[1-9a-z]{32,44})(?![0-9a-z])/dgu,
  isMixedBase58,
);

/** In this order: where two overlap, the earlier one says what it is. */
const FINDERS: readonly Finder<PersonalKind>[] = [
  email,
  transactionHash,
  solanaSignature,
  address,
  solanaAddress,
  apiKey,
  iban,
  nationalId,
  ip,
  findPhones,
  findNames,
];

/** Everything in a text that identifies a person, an account or a payment. */
export const findPersonal: Finder<PersonalKind> = (text) => FINDERS.flatMap((find) => find(text));

/** ISO 13616: the first four characters go to the end, letters count from ten, and the remainder by 97 is one. */
function passesMod97(value: string): boolean {
  const compact = value.replace(/\s/g, '').toUpperCase();
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

/** Letters of both cases and digits, as chance puts them into base 58; words and numbers are not so mixed. */
function isMixedBase58(value: string): boolean {
  return (
    /^[1-9A-HJ-NP-Za-km-z]+$/.test(value) && /\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value)
  );
}
