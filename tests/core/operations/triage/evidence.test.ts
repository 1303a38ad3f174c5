import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../../src/core/deflection/issueType.ts';
import {
  checkEvidence,
  EVIDENCE_KINDS,
  type EvidenceKind,
} from '../../../../src/core/operations/triage/evidence.ts';
import { SECRET_KINDS } from '../../../../src/core/privacy/secret.ts';

const EVM_HASH = `0x${'9f3c1d0e'.repeat(8)}`;
const HEX_HASH = '9f3c1d0e'.repeat(8);

describe('evidence', () => {
  test('has no kind for a secret', () => {
    for (const kind of SECRET_KINDS) expect(EVIDENCE_KINDS).not.toContain(kind);
  });

  test.each<[EvidenceKind, string, string, string | undefined]>([
    ['hash', EVM_HASH, 'ethereum', undefined],
    ['hash', `https://etherscan.io/tx/${EVM_HASH}`, 'ethereum', undefined],
    ['hash', EVM_HASH, 'tron', 'hash-network'],
    ['hash', HEX_HASH, 'tron', undefined],
    ['hash', HEX_HASH, '', 'hash-which-network'],
    ['hash', 'it says completed', '', 'hash'],
    ['hash', 'anything-goes-on-another-one', 'other', undefined],
    ['address', '0x52908400098527886E0F7030069857D2E4169EE7', '', undefined],
    ['address', 'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE', '', undefined],
    ['address', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', '', undefined],
    ['address', EVM_HASH, '', 'address'],
    ['address', 'my address', '', 'address'],
    ['network', 'bsc', '', undefined],
    ['network', 'moon', '', 'network'],
    ['time', '2026-11-21 14:05 UTC+8', '', undefined],
    ['time', '2026-11-21T06:05Z', '', undefined],
    ['time', '2026-11-21 14:05 +08:00', '', undefined],
    ['time', '11 月 21 日 14:05，北京时间', '', undefined],
    ['time', '2026-11-21 14:05', '', 'time-zone'],
    ['time', 'yesterday', '', 'time'],
    ['app-version', '6.2.0 (build 31)', '', undefined],
    ['app-version', 'the newest', '', 'app-version'],
    ['last-four', '4242', '', undefined],
    ['last-four', '42424', '', 'last-four'],
    ['request-id', 'req_9f3c-1d0e', '', undefined],
    ['order-id', 'my order', '', 'id'],
    ['authorisation-id', 'A12', '', 'id'],
    ['amount', '120.50 USDT', '', undefined],
    ['amount', 'a lot', '', 'amount'],
    ['site', 'help-firstline.example', '', undefined],
    ['site', 'a website', '', 'site'],
    ['error', 'Could not authenticate', '', undefined],
    ['error', 'x'.repeat(201), '', 'too-long'],
    ['screenshot', 'yes', '', undefined],
  ])('%s %s on “%s” is %s', (kind, value, network, expected) => {
    expect(checkEvidence(kind, value, network)).toBe(expected);
  });

  test('may be left out', () => {
    for (const kind of EVIDENCE_KINDS) expect(checkEvidence(kind, '  ')).toBeUndefined();
  });

  test('offers the networks of the contact form, so that one fits the other', () => {
    for (const id of FIELDS.network.options!) expect(checkEvidence('network', id)).toBeUndefined();
  });
});
