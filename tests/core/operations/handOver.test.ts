import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  HAND_OVER_KEY,
  IDENTIFIER_KINDS,
  leaveHandOver,
  SEVERITIES,
  takeHandOver,
  type HandOver,
} from '../../../src/core/operations/handOver.ts';
import { LAYERS } from '../../../src/core/mining/layer.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const PHRASE =
  'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
const HASH = '9f3c1d0e7b5a48264d2c80f1a6e39b57c4d8e2f01b6a7953dce48f2071ab36d5';

const plain: HandOver = {
  summary: 'Transfer confirmed on TRON, not in the app',
  layer: 'backend',
  severity: 'sev4',
  steps: ['What does the explorer show? — Success'],
  identifiers: [
    { kind: 'hash', value: HASH },
    { kind: 'network', value: 'TRON (TRC20)' },
  ],
  articles: ['wallet/incoming-transfer-missing'],
  language: 'zh-CN',
};

class Store extends Map<string, string> {
  getItem = (key: string): string | null => this.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.set(key, value);
  removeItem = (key: string): void => void this.delete(key);
}

describe('a case that is handed over', () => {
  test('arrives as it was left, once', () => {
    const store = new Store();
    expect(leaveHandOver(store, plain, findSecrets)).toBe(true);
    expect(takeHandOver(store)).toEqual(plain);
    expect(takeHandOver(store)).toBeUndefined();
    expect(store.size).toBe(0);
  });

  test('arrives whatever the words are', () => {
    const line = fc.string({ maxLength: 60, unit: 'binary' });
    const cases = fc.record<HandOver>({
      summary: line,
      layer: fc.constantFrom(...LAYERS),
      severity: fc.constantFrom(...SEVERITIES),
      steps: fc.array(line, { maxLength: 5 }),
      identifiers: fc.array(fc.record({ kind: fc.constantFrom(...IDENTIFIER_KINDS), value: line }), {
        maxLength: 5,
      }),
      articles: fc.array(line, { maxLength: 3 }),
      language: fc.constantFrom('en', 'zh-CN'),
    });
    fc.assert(
      fc.property(cases, (handOver) => {
        const store = new Store();
        leaveHandOver(store, handOver, () => []);
        expect(takeHandOver(store)).toEqual(handOver);
      }),
    );
  });

  test('holds no secret, wherever it was typed', () => {
    for (const handOver of [
      { ...plain, summary: `They sent ${PHRASE}` },
      { ...plain, steps: [PHRASE] },
      { ...plain, identifiers: [{ kind: 'error', value: PHRASE }] },
    ] satisfies HandOver[]) {
      const store = new Store();
      expect(leaveHandOver(store, handOver, findSecrets)).toBe(true);
      const kept = store.get(HAND_OVER_KEY)!;
      expect(kept).toContain('[recovery-phrase]');
      expect(kept).not.toContain('abandon');
    }
  });

  test('is not left at all if a secret lies across its lines', () => {
    const store = new Store();
    const words = PHRASE.split(' ');
    const halves = [words.slice(0, 6).join(' '), words.slice(6).join(' ')];
    expect(leaveHandOver(store, { ...plain, steps: halves }, findSecrets)).toBe(false);
    expect(store.size).toBe(0);
  });

  test('is left if one line only speaks of a code, and another holds digits', () => {
    const store = new Store();
    const handOver: HandOver = {
      ...plain,
      steps: ['Where does it stop? The code is refused'],
      identifiers: [{ kind: 'last-four', value: '4242' }],
    };
    expect(leaveHandOver(store, handOver, findSecrets)).toBe(true);
    expect(takeHandOver(store)).toEqual(handOver);
  });

  test('is not left where storage is full', () => {
    const full = {
      setItem: (): void => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(leaveHandOver(full, plain, findSecrets)).toBe(false);
  });

  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['another shape', '{"summary":1}'],
    ['an unknown layer', JSON.stringify({ ...plain, layer: 'moon' })],
    ['an unknown kind', JSON.stringify({ ...plain, identifiers: [{ kind: 'pin', value: '1' }] })],
    ['a line of a megabyte', JSON.stringify({ ...plain, summary: 'x'.repeat(1_000_000) })],
  ])('is nothing if storage holds %s', (_, value) => {
    expect(takeHandOver(new Store([[HAND_OVER_KEY, value]]))).toBeUndefined();
  });
});
