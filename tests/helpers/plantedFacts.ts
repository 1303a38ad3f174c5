import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { seededRandom } from '../../src/core/random.ts';

/** Ten of each of twenty kinds, made up, each as somebody would say it. */
export function plantedFacts(): { readonly secret: string; readonly said: string }[] {
  const random = seededRandom(9);
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const hex = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  const card = (): string => {
    const body = `4${digits(14)}`;
    const sum = [...body].reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return `${body}${(10 - (sum % 10)) % 10}`;
  };
  const entropy = (): Uint8Array => Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
  const kinds: readonly (() => readonly [string, (secret: string) => string])[] = [
    () => [`${letters(7)}.${letters(6)}@mail.example`, (secret) => `Write to ${secret} please`],
    () => [`${letters(8)}@post.example`, (secret) => `我的邮箱是 ${secret}`],
    () => [`+44 7700 9${digits(5)}`, (secret) => `call me on ${secret}`],
    () => [`138${digits(8)}`, (secret) => `我的手机号是${secret}`],
    () => [card(), (secret) => `card number ${secret}`],
    () => [card().replace(/(\d{4})(?=\d)/g, '$1 '), (secret) => `卡号 ${secret}`],
    () => [entropyToMnemonic(entropy(), english), (secret) => `my recovery phrase is ${secret}`],
    () => [entropyToMnemonic(entropy(), english), (secret) => secret],
    () => [
      entropyToMnemonic(entropy(), simplifiedChinese).replaceAll(' ', ''),
      (secret) => `助记词：${secret}`,
    ],
    () => [hex(64), (secret) => `private key ${secret}`],
    () => [`0x${hex(64)}`, (secret) => `私钥是 ${secret}`],
    () => [`0x${hex(40)}`, (secret) => `to the address ${secret}`],
    () => [`0x${hex(64)}`, (secret) => `tx ${secret} is pending`],
    () => [`Tr${letters(6)}!${digits(3)}`, (secret) => `my password is ${secret}`],
    () => [`Qz${letters(5)}#${digits(4)}`, (secret) => `密码是 ${secret}`],
    () => [digits(6), (secret) => `the verification code is ${secret}`],
    () => [`sk_live_${hex(24)}`, (secret) => `api key: ${secret}`],
    () => [`203.0.113.${1 + Math.floor(random() * 250)}`, (secret) => `my IP is ${secret}`],
    () => [`123-45-${digits(4)}`, (secret) => `my SSN is ${secret}`],
    () => [`ghp_${hex(36)}`, (secret) => `token ${secret}`],
  ];
  return Array.from({ length: 10 }, () => kinds).flatMap((all) =>
    all.map((make) => {
      const [secret, say] = make();
      return { secret, said: say(secret) };
    }),
  );
}
