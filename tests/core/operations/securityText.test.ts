import { describe, expect, it } from 'vitest';
import { securityText, type SecurityContact } from '../../../src/core/operations/securityText.ts';

const CONTACT: SecurityContact = {
  contacts: ['mailto:help@acme.example', 'https://help.example/contact/'],
  languages: ['en', 'zh-CN'],
  canonical: 'https://help.example/.well-known/security.txt',
  policy: 'https://help.example/report-a-flaw/',
};

describe('security.txt', () => {
  it('has the fields of RFC 9116 and is the same all day', () => {
    const text = securityText(CONTACT, new Date('2026-11-21T00:00:00Z'));
    expect(text).toBe(
      [
        'Contact: mailto:help@acme.example',
        'Contact: https://help.example/contact/',
        'Expires: 2027-05-20T00:00:00.000Z',
        'Preferred-Languages: en, zh-CN',
        'Canonical: https://help.example/.well-known/security.txt',
        'Policy: https://help.example/report-a-flaw/',
        '',
      ].join('\n'),
    );
    expect(securityText(CONTACT, new Date('2026-11-21T23:59:59Z'))).toBe(text);
  });

  it.each(['help@acme.example', 'http://help.example/', 'mailto:', 'https://a\nExpires: 2099', ''])(
    'refuses the address %j',
    (address) => {
      expect(() => securityText({ ...CONTACT, contacts: [address] }, new Date(0))).toThrow(TypeError);
    },
  );
});
