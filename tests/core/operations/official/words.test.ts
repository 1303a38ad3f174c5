import { describe, expect, it } from 'vitest';
import english from '../../../../content/i18n/en.json' with { type: 'json' };
import chinese from '../../../../content/i18n/zh-CN.json' with { type: 'json' };
import { APP_STORES, PLATFORMS } from '../../../../src/core/operations/official/platform.ts';
import { REASONS, VERDICTS } from '../../../../src/core/operations/official/verdict.ts';
import { SECRET_KINDS } from '../../../../src/core/privacy/secret.ts';

const KINDS = ['link', 'email', 'phone', 'handle', 'app', 'wallet'];
const DIFFERENCES = ['cyrillic', 'greek', 'accent', 'digit', 'capital', 'pair', 'letter', 'foreign'];
const LIMITS = ['link', 'sender', 'handle', 'app', 'wallet'];

const NEEDED = [
  ...VERDICTS.map((verdict) => `verdict.${verdict}`),
  ...VERDICTS.filter((verdict) => verdict !== 'official').map((verdict) => `advice.${verdict}`),
  ...LIMITS.map((limit) => `advice.official.${limit}`),
  ...KINDS.flatMap((kind) => [`kind.${kind}`, `exact.${kind}`, `reason.not-listed.${kind}`]),
  ...REASONS.filter((reason) => reason !== 'exact' && reason !== 'not-listed').map(
    (reason) => `reason.${reason}`,
  ),
  ...DIFFERENCES.map((kind) => `difference.${kind}`),
  ...SECRET_KINDS.map((kind) => `secret.${kind}`),
  ...PLATFORMS.map((platform) => `platform.${platform}`),
  ...APP_STORES.map((store) => `store.${store}`),
];

describe.each([
  ['en', english as Readonly<Record<string, string>>],
  ['zh-CN', chinese as Readonly<Record<string, string>>],
])('the words of /verify/ in %s', (_, strings) => {
  it.each(NEEDED)('say %s', (key) => {
    expect(strings[`firstline.verify.${key}`]).toMatch(/\S/);
  });

  it('fill in the same names as the English ones', () => {
    for (const [key, text] of Object.entries(english).filter(([key]) =>
      key.startsWith('firstline.verify.'),
    )) {
      expect(names(strings[key]!), key).toEqual(names(text));
    }
  });
});

function names(text: string): string[] {
  return [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();
}
