import { inTurn, patternFinder } from './pattern.ts';

/** Keys with a shape of their own. */
const shaped = patternFinder(
  'api-key',
  /(?<![0-9a-z])(?:(?:sk|pk|rk|whsec)_(?:live|test)?_?[0-9a-z]{10,200}|sk-(?:proj-|ant-|or-)?[0-9a-z_-]{20,200}|gh[pousr]_[0-9a-z]{20,100}|github_pat_\w{20,200}|glpat-[\w-]{20,100}|age-secret-key-1[0-9a-z]{50,64}|(?:akia|asia)[0-9a-z]{16}|aiza[\w-]{35}|ya29\.[\w-]{20,400}|xox[abeprs]-[0-9a-z-]{10,200}|npm_[0-9a-z]{36}|sg\.[\w-]{16,64}\.[\w-]{16,64}|(?<![\w-])eyj[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{4,2000}|\d{8,10}:aa[\w-]{33}|bearer\s{1,3}[\w.~+/-]{16,2000})/dgu,
);
/** A key in an address: whoever opens it needs no other. */
const linked = patternFinder(
  'api-key',
  /(?:(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks)\/|(?:infura\.io|alchemy(?:api)?\.(?:com|io)|quiknode\.pro|ankr\.com|getblock\.io|blastapi\.io|chainstack\.com|drpc\.org)\/(?:[a-z]\w{1,20}\/){0,2}|[?&](?:api[_-]?key|apikey|key|access_?token|auth_?token|token|secret|sig(?:nature)?)=)(?<value>[\w/-]{12,200})/dgu,
  (value) => /\d/.test(value),
);
const isMixed = (value: string): boolean => /\d/.test(value) && /[a-z]/i.test(value);
/** A key without a shape of its own, where the words say what it is. */
const named = patternFinder(
  'api-key',
  /(?:(?:api|access|client|auth|aws|app|webhook|signing|t?otp|2fa)[ _-]?(?:key|token|secret|id)|secret[ _-]?(?:key|token|id)|x-api-key|(?<!公)[密秘][钥鑰匙])(?:\s?(?:is|was|[:=]|是|为))?["'\s:=]{0,4}(?<value>[0-9a-z][\w.~+/-]{15,500})(?!\w)/dgu,
  (value) => isMixed(value) && !/^0x[0-9a-f]{40,64}$/i.test(value),
);
/** "binance api …": so little is said that the key itself must look like one. */
const barelyNamed = patternFinder(
  'api-key',
  /(?<![a-z])(?:api|secret)(?:\s?(?:is|was|[:=]|是|为))?["'\s:=]{1,4}(?<value>[0-9a-z]{24,200})(?!\w|\.\w)/dgu,
  (value) => isMixed(value) && !/^(?:0x)?[0-9a-f]{40,64}$/i.test(value),
);
/** Of a token, which may be a coin, its hash is one of a transaction. */
const token = patternFinder(
  'api-key',
  /(?<![a-z])token(?:\s?(?:is|was|[:=]|是|为))?["'\s:=]{0,4}(?<value>[0-9a-z][\w.~+/-]{19,500})(?!\w)/dgu,
  (value) => isMixed(value) && !/^(?:0x)?[0-9a-f]{40,64}$/i.test(value),
);

/** Keys and tokens by which a program is let in. */
export const findApiKeys = inTurn<'api-key'>([shaped, linked, named, barelyNamed, token]);
