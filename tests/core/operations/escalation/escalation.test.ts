import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../src/core/operations/escalation/cleanText.ts';
import {
  draftFrom,
  EMPTY_DRAFT,
  readDraft,
  type Draft,
} from '../../../../src/core/operations/escalation/draft.ts';
import { LONGEST_SUMMARY } from '../../../../src/core/operations/escalation/fields.ts';
import type { HandOver } from '../../../../src/core/operations/handOver.ts';
import { badHashes, badIds } from '../../../../src/core/operations/escalation/identifiers.ts';
import { gapsOf } from '../../../../src/core/operations/escalation/missing.ts';
import { parseSeverityMatrix } from '../../../../src/core/operations/escalation/severityMatrix.ts';
import { parseTeam } from '../../../../src/core/operations/escalation/team.ts';
import { FORMATS } from '../../../../src/core/operations/escalation/formats/format.ts';
import { titleOf, writeEscalation } from '../../../../src/core/operations/escalation/write.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const matrix = parseSeverityMatrix('content/severity.yml', read('content/severity.yml'));
const team = (id: string) => parseTeam(id, `content/teams/${id}.yml`, read(`content/teams/${id}.yml`));
const words = (language: 'en' | 'zh-CN') =>
  Object.fromEntries(
    Object.entries(JSON.parse(read(`content/i18n/${language}.json`)) as Record<string, string>)
      .filter(([key]) => key.startsWith('firstline.escalate.'))
      .map(([key, text]) => [key.slice('firstline.escalate.'.length), text]),
  );
const NOW = Date.parse('2026-11-22T12:00:00Z');
const EVM = `0x${'9c'.repeat(32)}`;
const TRON = '1f'.repeat(32);

const complete: Draft = {
  team: 'engineering',
  reasons: ['several-notice'],
  values: {
    summary: 'Swap quote expires at once on Polygon since 5.8.1',
    layer: 'backend',
    actual: 'The quote runs out before Confirm can be pressed',
    expected: 'It is valid for 30 seconds',
    environment: 'App 5.8.1, iPhone 15, iOS 19.1',
    firstSeen: '2026-11-21T09:20:00Z',
    network: 'polygon',
    hash: EVM,
    reproduction: 'Open Swap\nChoose USDC to POL',
    affected: 'Whoever swaps on Polygon',
    customers: '11',
    tried: 'Another phone\n5.8.0 works',
    ticket: '#4711',
    articles: 'https://help.firstline.example/wallet/swap-failed/',
    customerLanguage: 'zh-CN',
    ask: 'Confirm the cause',
    contact: 'Ming, until 18:00 UTC',
  },
};
const gaps = (changes: Record<string, string>, rest: Partial<Draft> = {}, id = 'engineering') =>
  gapsOf({ ...complete, ...rest, values: { ...complete.values, ...changes } }, team(id), matrix, NOW);

describe('what is missing', () => {
  it('is nothing, for a complete one', () => {
    expect(gaps({})).toEqual([]);
  });

  it('is what the team requires, in the order of its form', () => {
    expect(gapsOf(EMPTY_DRAFT, team('engineering'), matrix, NOW)[0]).toEqual({
      field: 'summary',
      reason: 'empty',
    });
    expect(gapsOf(EMPTY_DRAFT, team('security'), matrix, NOW).map(({ field }) => field)).toEqual([
      'summary',
      'ticket',
      'customerLanguage',
      'severity',
      'actual',
      'firstSeen',
      'atRisk',
      'wayIn',
      'protected',
      'contact',
    ]);
  });

  it.each([
    [{ summary: 'broken' }, { field: 'summary', reason: 'too-short' }],
    [{ summary: 'x'.repeat(151) }, { field: 'summary', reason: 'too-long' }],
    [{ customers: 'many' }, { field: 'customers', reason: 'no-number' }],
    [{ firstSeen: '2026-11-23T00:00:00Z' }, { field: 'firstSeen', reason: 'in-future' }],
    [
      { reproduction: '', logs: ' ' },
      { field: 'reproduction', reason: 'one-of', fields: ['reproduction', 'logs'] },
    ],
    [{ hash: 'see ticket' }, { field: 'hash', reason: 'not-a-hash', line: 'see ticket' }],
    [{ hash: TRON }, { field: 'hash', reason: 'other-network', line: TRON }],
    [{ ids: 'the order' }, { field: 'ids', reason: 'not-an-id', line: 'the order' }],
    [{ severity: 'sev4' }, { field: 'severityNote', reason: 'below-matrix', level: 'sev3' }],
    [{ severity: 'sev1' }, { field: 'severity', reason: 'elsewhere' }],
  ])('%o', (changes, gap) => {
    expect(gaps(changes)).toEqual([gap]);
  });

  it('is a reason for the level', () => {
    expect(gaps({ severity: 'sev3' }, { reasons: [] })).toEqual([{ field: 'severity', reason: 'no-reason' }]);
    expect(gaps({ severity: 'sev4', severityNote: 'counted again: one customer' })).toEqual([]);
    // The walk that gave the level has said why.
    expect(
      gaps({ severity: 'sev3', severityNote: 'By triage: our adapter declined' }, { reasons: [] }),
    ).toEqual([]);
  });

  it('does not ask for what another team needs', () => {
    expect(
      gaps({ hash: 'nonsense' }, { team: 'compliance' }, 'compliance').map(({ field }) => field),
    ).not.toContain('reproduction');
  });
});

describe('identifiers', () => {
  it('are hashes, or the addresses of explorer pages', () => {
    expect(badHashes(`${EVM}\nhttps://polygonscan.com/tx/${EVM}`, 'polygon')).toEqual([]);
    expect(badHashes(TRON, '')).toEqual([]);
    expect(badHashes('0x1234', '')).toEqual([{ line: '0x1234', problem: 'not-a-hash' }]);
    expect(badHashes('abcd1234efgh', 'other')).toEqual([]);
  });

  it('are ids as systems make them', () => {
    expect(badIds('req-8f2c1a90\ntrace: 4bf92f3577b34da6\n订单：2026-0001\norder_12/3')).toEqual([]);
    expect(badIds('see above\norder\n12').map(({ line }) => line)).toEqual(['see above', 'order', '12']);
  });
});

describe('what is written', () => {
  it.each(FORMATS)('%s', (format) => {
    expect(
      writeEscalation(complete, team('engineering'), matrix, words('en'), format, [
        'https://help.firstline.example/',
      ]),
    ).toMatchSnapshot();
  });

  it("is in the team's language, and names the customer's", () => {
    const text = writeEscalation(
      { ...complete, team: 'compliance' },
      team('compliance'),
      matrix,
      words('zh-CN'),
      'text',
      ['https://x.example/'],
    );
    expect(text).toContain('== 已做的事 ==');
    expect(text).toContain(words('zh-CN')['language.zh-CN']);
    expect(text).not.toMatch(/field\.|undefined/);
  });

  it('links only what was made here', () => {
    const draft = {
      ...complete,
      values: {
        ...complete.values,
        articles: 'https://help.firstline.example.evil.test/x\nhttps://help.firstline.example/x/<b>',
      },
    };
    const text = writeEscalation(draft, team('engineering'), matrix, words('en'), 'markdown', [
      'https://help.firstline.example/',
    ]);
    expect(text.match(/<https:[^>]+>/g)).toEqual([`<https://polygonscan.com/tx/${EVM}>`]);
  });

  it('has a title an inbox can show', () => {
    expect(titleOf({ severity: 'sev3', layer: 'api', summary: 'x' })).toBe('[sev3] [api] x');
    expect(titleOf({ summary: 'x' })).toBe('x');
  });
});

describe('a draft', () => {
  it('comes back as it was kept', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string({ maxLength: 100 })),
        fc.array(fc.string()),
        (values, reasons) => {
          const draft = { team: 'engineering', reasons, values: { ...values } };
          expect(readDraft(JSON.stringify(draft))).toEqual(JSON.parse(JSON.stringify(draft)));
        },
      ),
    );
  });

  it.each([null, '', '{', '[]', 'null', '{"team":1}', '{"team":"x","reasons":[],"values":null}'])(
    'is none: %s',
    (json) => {
      expect(readDraft(json)).toBeUndefined();
    },
  );

  it('begins with what triage knows', () => {
    const draft = draftFrom(
      {
        summary: 'Card declined at a shop',
        layer: 'provider',
        severity: 'sev4',
        steps: ['Is the card frozen? No'],
        identifiers: [
          { kind: 'hash', value: EVM },
          { kind: 'network', value: 'BNB Smart Chain (BEP20)' },
          { kind: 'network', value: 'Monero' },
          { kind: 'time', value: '2026-11-15 19:42 UTC' },
          { kind: 'time', value: 'yesterday evening' },
          { kind: 'request-id', value: 'req-0001' },
          { kind: 'last-four', value: '1234' },
        ],
        articles: ['card/card-declined'],
        language: 'zh-CN',
      },
      { 'request-id': 'Request', 'last-four': 'Card ends in', time: 'Time', network: 'Network' },
      (slug) => `https://help.example/${slug}/`,
      'en',
    );
    expect(draft.values).toEqual({
      summary: 'Card declined at a shop',
      layer: 'provider',
      severity: 'sev4',
      tried: 'Is the card frozen? No',
      hash: EVM,
      network: 'bsc',
      firstSeen: '2026-11-15T19:42:00Z',
      environment: 'Network: Monero\nTime: yesterday evening\nCard ends in: 1234',
      ids: 'Request: req-0001',
      articles: 'https://help.example/card/card-declined/',
      customerLanguage: 'zh-CN',
    });
  });

  const both: HandOver = {
    summary: '刷卡被拒：adapter 拒错了',
    steps: ['有授权记录吗？有'],
    actual: 'adapter 拒错了',
    because: '按排查结果：adapter 拒错了',
    severity: 'sev4',
    words: {
      en: {
        summary: `A card payment was declined: ${'x'.repeat(200)}`,
        steps: ['Is there an authorisation? Yes'],
        actual: 'Our adapter declined wrongly',
        because: 'By triage: our adapter declined wrongly',
      },
      'zh-CN': {
        summary: '刷卡被拒：adapter 拒错了',
        steps: ['有授权记录吗？有'],
        actual: 'adapter 拒错了',
        because: '按排查结果：adapter 拒错了',
      },
    },
    identifiers: [{ kind: 'time', value: '2026-11-21 22:05 +08:00' }],
    articles: [],
    language: 'zh-CN',
  };

  it('is in the language of the team, whatever the page was in', () => {
    const { values } = draftFrom(both, {}, String, 'en');
    expect(values).toMatchObject({
      tried: 'Is there an authorisation? Yes',
      actual: 'Our adapter declined wrongly',
      severityNote: 'By triage: our adapter declined wrongly',
      firstSeen: '2026-11-21T14:05:00Z',
      customerLanguage: 'zh-CN',
    });
    expect(values['summary']).toHaveLength(LONGEST_SUMMARY);
    expect(draftFrom(both, {}, String, 'zh-CN').values['tried']).toBe('有授权记录吗？有');
  });

  it.each([
    ['2026-11-21T14:05:10Z', '2026-11-21T14:05:10Z'],
    ['2026-11-21 14:05 UTC+8', '2026-11-21T06:05:00Z'],
    ['2026-11-21 14:05 -0330', '2026-11-21T17:35:00Z'],
    ['2026-11-21 14:05', undefined],
  ])('takes the time %s as %s', (value, utc) => {
    const draft = draftFrom({ ...both, identifiers: [{ kind: 'time', value }] }, {}, String, 'en');
    expect(draft.values['firstSeen']).toBe(utc);
  });

  it('holds no secret and no person, but hashes', () => {
    const { text } = cleanText(`jo@mail.example sent ${EVM}, card 4111 1111 1111 1111`);
    expect(text).toContain(EVM);
    expect(text).not.toMatch(/jo@|4111/);
  });
});
