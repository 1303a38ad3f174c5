import { describe, expect, it } from 'vitest';
import { secretKindsIn, withoutSecrets, type FieldText } from '../../../src/core/deflection/fieldSecrets.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const HALF = 'legal winner thank year wave sausage';
const REST = 'worth useful legal winner thank yellow';
const PHRASE = `${HALF} ${REST}`;
const HASH = '88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b';

const message = (text: string): FieldText => ({ text, part: 'message' });
const detail = (text: string): FieldText => ({ text, part: 'detail' });
const apart = (text: string): FieldText => ({ text, part: 'apart' });
const kinds = (...fields: FieldText[]) => secretKindsIn(fields, findSecrets);
const without = (...fields: FieldText[]) => withoutSecrets(fields, findSecrets);

describe('a secret is found', () => {
  it.each([
    ['in the message', [message('help'), message(PHRASE)]],
    ['in any other field', [message('help'), detail('jo@mail.example'), detail(PHRASE)]],
    ['in a field that is read apart', [message('help'), apart(PHRASE)]],
    ['half in each of two messages', [message(HALF), message(REST)]],
    ['half in the message, half in another field', [message(HALF), detail(REST)]],
    ['with an empty field between its halves', [message(HALF), detail(''), detail(REST)]],
  ])('%s', (_, fields) => {
    expect(kinds(...fields)).toEqual(['recovery-phrase']);
    expect(without(...fields).join('')).not.toMatch(/sausage|yellow/);
  });

  it('in the message by the words of the subject', () => {
    expect(kinds(message('my password'), message('hunter2!x'))).toEqual(['password']);
    expect(kinds(message('the private key'), detail(HASH))).toEqual(['private-key']);
  });
});

describe('no secret is', () => {
  it.each([
    [
      'an address below a forgotten password',
      [message('Login'), message('I forgot my password'), detail('jo123@mail.example')],
    ],
    ['an app version below it', [message('I forgot my password'), detail('4.12.0')]],
    ['a number below a code that did not come', [message('Did not get the sms code'), detail('123456')]],
    ['a hash beside words about a key', [message('Is my private key safe?'), apart(HASH)]],
  ])('%s', (_, fields) => {
    expect(kinds(...fields)).toEqual([]);
    expect(without(...fields)).toEqual(fields.map(({ text }) => text));
  });
});

it('what is taken out of one field takes no words of its neighbours with it', () => {
  expect(without(message('hello my friend'), message('what now'), detail(PHRASE))).toEqual([
    'hello my friend',
    'what now',
    '',
  ]);
  expect(without(message(`before ${PHRASE}`), message('again tomorrow'))[1]).toBe('again tomorrow');
});
