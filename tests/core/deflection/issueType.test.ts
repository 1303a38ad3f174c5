import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkField,
  checkFields,
  FIELD_IDS,
  FIELDS,
  FIELDS_OF,
  fieldsFor,
  ISSUE_TYPES,
} from '../../../src/core/deflection/issueType.ts';

const EVM = `0x${'0f'.repeat(32)}`;
const HEX = '0f'.repeat(32);

describe('a field', () => {
  it.each([
    ['cardLastFour', '4242', undefined],
    ['cardLastFour', ' 4242 ', undefined],
    ['cardLastFour', '424', 'invalid'],
    ['cardLastFour', '42424', 'invalid'],
    ['cardLastFour', '4242 4242 4242 4242', 'invalid'],
    ['cardLastFour', '４２４２', 'invalid'],
    ['cardLastFour', '', undefined],
    ['network', 'tron', undefined],
    ['network', 'other', undefined],
    ['network', 'Tron', 'invalid'],
    ['network', 'constructor', 'invalid'],
    ['appVersion', '4.2.0 (421)', undefined],
    ['appVersion', '4'.repeat(41), 'too-long'],
    ['transactionHash', EVM, undefined],
    ['transactionHash', `https://etherscan.io/tx/${EVM}`, undefined],
    ['transactionHash', 'TXN-1', 'invalid'],
  ] as const)('%s %j: %s', (id, value, problem) => {
    expect(checkField(id, value)).toBe(problem);
  });

  it('holds a hash against its network', () => {
    expect(checkField('transactionHash', EVM, { network: 'ethereum' })).toBeUndefined();
    expect(checkField('transactionHash', HEX, { network: 'ethereum' })).toBe('invalid');
    expect(checkField('transactionHash', 'abcdef0123456789', { network: 'other' })).toBeUndefined();
  });

  it('needs the network where a hash alone does not say where to look', () => {
    expect(checkField('network', '', { transactionHash: HEX })).toBe('required');
    expect(checkField('network', '', { transactionHash: '5'.repeat(88) })).toBeUndefined();
    expect(checkField('network', '', {})).toBeUndefined();
  });
});

describe('the fields of a type', () => {
  it('are all that is checked and sent', () => {
    const values = { cardLastFour: '42', device: 'Pixel 9', transactionHash: 'x', network: 'tron' };
    expect(checkFields('account', values)).toEqual({});
    expect(fieldsFor('account', values)).toEqual({ device: 'Pixel 9' });
    expect(checkFields('card', values)).toEqual({ cardLastFour: 'invalid' });
    expect(checkFields(undefined, values)).toEqual({});
    expect(fieldsFor(undefined, values)).toEqual({});
  });

  it('ask each thing once, and none is left out of every type', () => {
    for (const type of ISSUE_TYPES) expect(new Set(FIELDS_OF[type]).size).toBe(FIELDS_OF[type].length);
    expect(new Set(ISSUE_TYPES.flatMap((type) => FIELDS_OF[type]))).toEqual(new Set(FIELD_IDS));
  });

  it('never hold more of a card than four digits, and nothing longer than a field takes', () => {
    const values = fc.record(Object.fromEntries(FIELD_IDS.map((id) => [id, fc.string({ maxLength: 300 })])));
    fc.assert(
      fc.property(fc.constantFrom(...ISSUE_TYPES), values, (type, written) => {
        const sent = fieldsFor(type, written);
        expect(sent.cardLastFour ?? '0000').toMatch(/^[0-9]{4}$/);
        const problems = checkFields(type, written);
        for (const id of FIELDS_OF[type]) {
          if (!problems[id]) expect((sent[id] ?? '').length).toBeLessThanOrEqual(FIELDS[id].maxLength);
        }
      }),
    );
  });
});
