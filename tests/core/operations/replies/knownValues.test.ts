import { describe, expect, test } from 'vitest';
import { byKnown, knownValues } from '../../../../src/core/operations/replies/knownValues.ts';
import type { PreparedReply } from '../../../../src/core/operations/replies/preparedReply.ts';
import { withNotice } from '../../../../src/core/operations/replies/withNotice.ts';

const HASH = `0x${'9c'.repeat(32)}`;
const both = { en: 'x', 'zh-CN': 'x' };
const reply = (id: string, ...variables: ('hash' | 'sentOn')[]): PreparedReply => ({
  id,
  article: 'a/b',
  use: both,
  variables: variables.map((name) => ({ name, type: name === 'hash' ? 'hash' : 'date', label: both })),
  text: both,
});

describe('what is known of what replies ask for', () => {
  test('has the names of their variables', () => {
    expect(
      knownValues([
        { kind: 'hash', value: HASH },
        { kind: 'network', value: 'bsc' },
        { kind: 'order-id', value: 'AB-1234' },
        { kind: 'address', value: '0x1' },
      ]),
    ).toEqual({ hash: HASH, network: 'BNB Smart Chain (BEP20)', orderNumber: 'AB-1234' });
  });

  test('is nothing where there are two', () => {
    expect(
      knownValues([
        { kind: 'hash', value: HASH },
        { kind: 'hash', value: `0x${'1f'.repeat(32)}` },
      ]),
    ).toEqual({});
  });

  test('puts the reply that says it before the one that asks for it, and what nobody knows last', () => {
    const replies = [reply('plain'), reply('day', 'sentOn'), reply('hash', 'hash')];
    const order = (values: Record<string, string>) => byKnown(replies, values).map(({ id }) => id);
    expect(order({ hash: HASH })).toEqual(['hash', 'plain', 'day']);
    expect(order({})).toEqual(['plain', 'day', 'hash']);
    expect(order({ hash: 'no hash' })).toEqual(['plain', 'day', 'hash']);
  });
});

describe('a notice in a reply', () => {
  test('stands behind the greeting', () => {
    expect(withNotice('Hello,\n\nBody', 'Hello,', 'We know: x.')).toBe('Hello,\n\nWe know: x.\n\nBody');
    expect(withNotice('Body', 'Hello,', 'We know: x.')).toBe('We know: x.\n\nBody');
    expect(withNotice('Body', 'Hello,', undefined)).toBe('Body');
  });
});
