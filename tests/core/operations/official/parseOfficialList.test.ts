import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/lib/paths.ts';
import { config } from '../../../../src/config.ts';
import { judgeText, worstVerdict } from '../../../../src/core/operations/official/judge.ts';
import { parseOfficialList } from '../../../../src/core/operations/official/parseOfficialList.ts';

const VARIABLES = {
  en: { helpSite: 'help.firstline.example' },
  'zh-CN': { helpSite: 'help.firstline.example' },
};
const parse = (yaml: string) => parseOfficialList('content/official.yml', yaml, VARIABLES);
const MINIMAL = `
brand: [firstline]
domains:
  - { name: '{helpSite}', for: { en: Help, zh-CN: 帮助 } }
`;

describe('the list', () => {
  it('says nothing of what it does not name, and fills in variables', () => {
    expect(parse(MINIMAL)).toEqual({
      brand: ['firstline'],
      domains: [{ name: 'help.firstline.example', subdomains: false, for: { en: 'Help', 'zh-CN': '帮助' } }],
      emails: [],
      phones: [],
      accounts: {},
      apps: [],
      wallets: [],
    });
  });

  it('of this site makes its own addresses official', () => {
    const file = path.join(ROOT, 'content/official.yml');
    const list = parseOfficialList(file, readFileSync(file, 'utf8'), config.variables);
    const { helpSite, supportEmail } = config.variables.en;
    for (const text of [config.site, helpSite!, supportEmail!]) {
      expect(worstVerdict(judgeText(text, list)), text).toBe('official');
    }
  });

  it('that is wrong says where, what was found, what was expected and how to mend it', () => {
    const yaml = `
brand: [Firstline Wallet]
domains:
  - { name: 'https://firstline.example/', for: { en: Website } }
  - { name: '{helpPage}', for: { en: Help, zh-CN: 帮助 } }
emails:
  - { address: support, for: { en: Support, zh-CN: 客服 } }
phones:
  - { number: 020 7946 0000, for: { en: Calls, zh-CN: 电话 } }
accounts:
  telegramm: ['@firstline']
  x: [https://x.com/firstline]
apps:
  - { store: play-store, id: 123 }
wallet: []
`;
    expect(() => parse(yaml)).toThrowErrorMatchingSnapshot();
  });

  it('with something in it twice says so', () => {
    const twice = MINIMAL + '  - { name: help.firstline.example, for: { en: Again, zh-CN: 又一次 } }\n';
    expect(() => parse(twice)).toThrowErrorMatchingSnapshot();
  });

  it('that is no YAML says so', () => {
    expect(() => parse('brand: [firstline\ndomains: {helpSite}: x')).toThrow(
      /^content\/official\.yml cannot be used:\n {2}- found YAML that cannot be read/,
    );
  });

  it('that is empty asks for what it needs', () => {
    expect(() => parse('')).toThrow(/brand: found nothing.*\n.*domains: found nothing/);
  });
});
