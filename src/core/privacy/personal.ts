import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js';
import { patternFinder } from './pattern.ts';
import type { Finder, PersonalKind } from './secret.ts';

const email = patternFinder('email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/dgu);
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
  /(?<![0-9a-z])(?:(?:sk|pk|rk)_(?:live|test)_[0-9a-z]{10,}|gh[pousr]_[0-9a-z]{20,}|akia[0-9a-z]{16}|xox[abps]-[0-9a-z-]{10,}|eyj[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}|bearer\s+[\w.~+/-]{16,})/dgu,
);
const transactionHash = patternFinder('transaction-hash', /(?<![0-9a-z])(?:0x)?[0-9a-f]{64}(?![0-9a-z])/dgu);
/** Ethereum and its kin, Bitcoin (base 58 and bech32), TRON, XRP; Solana's where the words say that it is an address. */
const address = patternFinder(
  'address',
  /(?<![0-9a-z])(?:0x[0-9a-f]{40}|bc1[02-9ac-hj-np-z]{25,62}|t[1-9a-z]{33}|[13][1-9a-z]{25,34}|r[1-9a-z]{24,34})(?![0-9a-z])/dgu,
  (value) => /\d/.test(value) && /[A-Za-z]/.test(value),
);
const solanaAddress = patternFinder(
  'address',
  /(?:address|addr|wallet|地址|钱包|錢包)[^0-9a-z]{0,12}(?<value>[1-9a-z]{32,44})(?![0-9a-z])/dgu,
  (value) => /\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value),
);
/** Names where people put them: after "my name is", after a sign-off, after 我叫 or 姓名. */
const introducedName = patternFinder(
  'name',
  /(?:my name is|this is|i am|i'm|name:)\s+(?<value>[a-z][a-z'’-]+(?: [a-z][a-z'’-]+){1,2})(?=[\s,.!;]|$)/dgu,
  (value) => value.split(' ').every((part) => /^\p{Lu}/u.test(part)),
);
const signedName = patternFinder(
  'name',
  /(?:regards|thanks|thank you|cheers|best|sincerely|yours|br)[,.!]?[ \t]*\n\s*(?<value>[a-z][a-z'’-]*\.?(?: [a-z][a-z'’.-]+){0,2})(?=\s*(?:\n|$|[,/|]))/dgu,
  (value) => value.split(' ').every((part) => /^\p{Lu}/u.test(part)),
);
const greetedName = patternFinder(
  'name',
  /(?:^|\n)\s*(?:dear|hi|hello|hey)\s+(?<value>[a-z][a-z'’-]+(?: [a-z][a-z'’-]+)?)(?=\s*[,!.\n])/dgu,
  (value) =>
    value.split(' ').every((part) => /^\p{Lu}/u.test(part)) &&
    !/^(?:Team|Support|Sir|Madam|There|All)\b/.test(value),
);
const chineseName = patternFinder(
  'name',
  /(?:我叫|我是(?=.{2,3}[,。、\s,.]|[^,。]{2,3}$)|姓名[::]?\s*|本人|户名[::]?\s*|持卡人[::]?\s*)(?<value>[\u4e00-\u9fff]{2,3})(?=[,。、;;\s,.(（]|$)/dgu,
  (value) => SURNAMES.has(value[0]!),
);

/** The surnames of about nine Chinese in ten; others are left standing rather than every word after 我叫 taken. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常張劉陳楊黃趙吳孫馬羅鄭許鄧馮葉蘇呂盧鍾譚陸範',
);

const PHONE_COUNTRIES: readonly CountryCode[] = ['CN', 'US', 'GB'];

/**
 * Phone numbers, as libphonenumber finds them when read in China, the United States or the United Kingdom. It also takes
 * dates, block numbers and amounts for short local ones, which nobody gives to a support team: those stay.
 */
const phone: Finder<'phone'> = (text) =>
  PHONE_COUNTRIES.flatMap((country) =>
    findPhoneNumbersInText(text, { defaultCountry: country, extended: false })
      .filter(({ startsAt, endsAt }) => {
        const written = text.slice(startsAt, endsAt);
        return written.replace(/\D/g, '').length >= 10 && !/^(?:19|20)\d\d[-/.]\d/.test(written);
      })
      .map(({ startsAt, endsAt }) => ({ kind: 'phone', start: startsAt, end: endsAt }) as const),
  );

/** In this order: where two overlap, the earlier one says what it is. */
const FINDERS: readonly Finder<PersonalKind>[] = [
  email,
  transactionHash,
  address,
  solanaAddress,
  apiKey,
  iban,
  nationalId,
  ip,
  phone,
  introducedName,
  signedName,
  greetedName,
  chineseName,
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
