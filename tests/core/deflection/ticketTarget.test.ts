import { describe, expect, it } from 'vitest';
import { parseTicketTarget } from '../../../src/core/deflection/ticketTarget.ts';

describe('where a ticket goes', () => {
  it.each([
    { kind: 'mailto', address: 'help@firstline.example' },
    { kind: 'copy' },
    { kind: 'webhook', url: 'https://x.example/t/' },
    { kind: 'webhook', url: 'http://localhost:8787/t' },
    { kind: 'zendesk', url: 'https://x.zendesk.com' },
    {
      kind: 'zendesk',
      url: 'https://x.zendesk.com',
      fields: { network: 1 },
      tags: ['web'],
      idempotency: true,
    },
    { kind: 'zammad', url: 'https://zammad.example' },
    { kind: 'chatwoot', url: 'https://app.chatwoot.com', inbox: 'abc' },
  ])('is read from the attribute: %j', (target) => {
    expect(parseTicketTarget(JSON.stringify(target))).toEqual(target);
  });

  it('takes the slash off an address to which paths are added', () => {
    expect(parseTicketTarget('{"kind":"zammad","url":"https://zammad.example/"}')).toEqual({
      kind: 'zammad',
      url: 'https://zammad.example',
    });
  });

  it.each([
    ['', 'target: expected {"kind":"…"} with one of mailto, copy, webhook, zendesk, zammad, chatwoot'],
    ['{"kind":"fax"}', 'target: expected {"kind":"…"} with one of mailto, copy'],
    ['{"kind":"constructor"}', 'target: expected {"kind":"…"} with one of mailto, copy'],
    ['[]', 'target: expected {"kind":"…"} with one of mailto, copy'],
    ['{"kind":"mailto"}', 'target: expected {"kind":"mailto","address":"…"}'],
    [
      '{"kind":"webhook","url":"http://x.example"}',
      'target: expected {"kind":"webhook","url":"…"} with an https:// url',
    ],
    ['{"kind":"webhook","url":"javascript:alert(1)"}', 'with an https:// url'],
    ['{"kind":"webhook","url":"http://localhost.evil.example/"}', 'with an https:// url'],
    [
      '{"kind":"chatwoot","url":"https://x.example"}',
      'target: expected {"kind":"chatwoot","url":"…","inbox":"…"}',
    ],
    [
      '{"kind":"zendesk","url":"https://x.example","fields":{"network":"1"}}',
      '"fields" as {"name":number} and "tags" as ["…"], if any',
    ],
  ])('is refused with what was expected: %s', (attribute, message) => {
    expect(() => parseTicketTarget(attribute)).toThrow(message);
  });
});
