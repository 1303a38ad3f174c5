import { describe, expect, test } from 'vitest';
import { actionOf, SINGLE_KEYS, type KeyPress } from '../../../../src/core/operations/desk/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

describe('keys at the desk', () => {
  test.each(Object.entries(SINGLE_KEYS))(
    '%s means %s outside of fields, and nothing within them',
    (key, meant) => {
      expect(actionOf(press(key), false, true)).toEqual({ do: meant });
      expect(actionOf(press(key.toUpperCase()), false, true)).toEqual({ do: meant });
      expect(actionOf(press(key), true, true)).toBeUndefined();
    },
  );

  test.each(Object.keys(SINGLE_KEYS))('%s means nothing once single keys are off', (key) => {
    expect(actionOf(press(key), false, false)).toBeUndefined();
  });

  test('what the browser does with a modifier stays the browser’s', () => {
    for (const key of ['c', 'r', 'n', 'f', 'l', 'o', '1', '/'])
      for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
        expect(actionOf(press(key, { [modifier]: true }), false, true)).toBeUndefined();
  });

  test('numbers choose by place', () => {
    expect(actionOf(press('1'), false, true)).toEqual({ do: 'choose', place: 0 });
    expect(actionOf(press('9'), false, true)).toEqual({ do: 'choose', place: 8 });
    expect(actionOf(press('0'), false, true)).toBeUndefined();
  });

  test('Escape and Ctrl+Enter work everywhere, also while single keys are off', () => {
    expect(actionOf(press('Escape'), true, false)).toEqual({ do: 'leave' });
    expect(actionOf(press('Enter', { ctrlKey: true }), true, false)).toEqual({ do: 'copy' });
    expect(actionOf(press('Enter', { metaKey: true }), true, false)).toEqual({ do: 'copy' });
    expect(actionOf(press('Enter'), false, true)).toBeUndefined();
  });

  test('keys of a composition, and a key that is held down, mean nothing', () => {
    for (const key of ['c', 'Escape']) {
      expect(actionOf(press(key, { isComposing: true }), false, true)).toBeUndefined();
      expect(actionOf(press(key, { repeat: true }), false, true)).toBeUndefined();
    }
  });
});
