/** RFC 3492, section 5: the numbers that Punycode is made with for domain names. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;

/** A host as it is shown: each `xn--` label in its own letters. A label that cannot be decoded stays as it is. */
export function unicodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');
}

/** RFC 3492, section 6.2. Undefined if it is no Punycode. */
function decodeLabel(encoded: string): string | undefined {
  const hyphen = encoded.lastIndexOf('-');
  const output = [...encoded.slice(0, Math.max(0, hyphen))].map((sign) => sign.codePointAt(0)!);
  let code = FIRST_CODE;
  let bias = FIRST_BIAS;
  let i = 0;
  for (let at = hyphen + 1; at < encoded.length;) {
    const before = i;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(encoded[at++]);
      if (digit === undefined) return undefined;
      i += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapted(i - before, length, before === 0);
    code += Math.floor(i / length);
    i %= length;
    if (code > 0x10ffff) return undefined;
    output.splice(i++, 0, code);
  }
  return String.fromCodePoint(...output);
}

function digitOf(sign: string | undefined): number | undefined {
  if (sign === undefined) return undefined;
  if (/[a-z]/i.test(sign)) return sign.toLowerCase().charCodeAt(0) - 97;
  return /\d/.test(sign) ? Number(sign) + 26 : undefined;
}

/** RFC 3492, section 6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
