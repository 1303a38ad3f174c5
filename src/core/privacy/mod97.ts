/** What is made of so few digits is made of words. */
const FEWEST_DIGITS = 8;

/** ISO 13616: the first four characters go to the end, letters count from ten, and the remainder by 97 is one. */
export function isAccount(value: string): boolean {
  const compact = value.replace(/[^0-9a-z]/g, '');
  if (compact.replace(/\D/g, '').length < FEWEST_DIGITS) return false;
  const numeric = [...compact.slice(4), ...compact.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
  return [...numeric].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
}
