import { describe, expect, test } from 'vitest';
import {
  leaveReply,
  REPLY_KEY,
  takeReply,
  type ReplyHandOver,
} from '../../../../src/core/operations/desk/replyHandOver.ts';
import {
  keepVisit,
  MAX_TICKET,
  readVisit,
  takeVisit,
  VISIT_KEY,
  type Visit,
} from '../../../../src/core/operations/desk/visit.ts';
import { findSecrets } from '../../../../src/core/privacy/secrets.ts';

class Store extends Map<string, string> {
  getItem = (key: string): string | null => this.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.set(key, value);
  removeItem = (key: string): void => void this.delete(key);
}
const forbidden = {
  getItem: (): string | null => {
    throw new DOMException('no', 'SecurityError');
  },
  setItem: (): void => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  removeItem: (): void => undefined,
};

const visit: Visit = {
  ticket: 'My card was declined',
  spoken: 'en',
  chosen: 'card/card-declined',
  counted: 'en',
  linked: ['card/card-declined'],
  reply: {
    article: 'card/card-declined',
    id: 'card-declined',
    values: { merchant: 'Shop' },
    drafts: [{ key: 'card-declined en', text: 'Dear Jo' }],
  },
};

describe('what stands on the desk', () => {
  test('comes back once, and can be looked at before', () => {
    const store = new Store();
    keepVisit(store, visit);
    expect(readVisit(store)).toEqual(visit);
    expect(takeVisit(store)).toEqual(visit);
    expect(takeVisit(store)).toBeUndefined();
  });

  test('an empty desk leaves nothing', () => {
    const store = new Store();
    keepVisit(store, visit);
    keepVisit(store, { ticket: ' ', spoken: 'en', linked: [] });
    expect(store.size).toBe(0);
  });

  test.each(['{', 'null', '{"ticket":1}', JSON.stringify({ ...visit, ticket: 'x'.repeat(MAX_TICKET + 1) })])(
    'is nothing if storage holds %.40s',
    (kept) => expect(takeVisit(new Store([[VISIT_KEY, kept]]))).toBeUndefined(),
  );

  test('is done without where nothing may be kept', () => {
    expect(() => keepVisit(forbidden, visit)).not.toThrow();
    expect(takeVisit(forbidden)).toBeUndefined();
  });
});

describe('a reply that a walk ended in', () => {
  const walk: ReplyHandOver = {
    reply: 'transfer-confirmed',
    language: 'zh-CN',
    identifiers: [{ kind: 'network', value: 'tron' }],
  };

  test('arrives once, without secrets', () => {
    const store = new Store();
    const secret = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    leaveReply(store, { ...walk, identifiers: [{ kind: 'merchant', value: secret }] }, findSecrets);
    expect(store.get(REPLY_KEY)).not.toContain('sausage');
    leaveReply(store, walk, findSecrets);
    expect(takeReply(store)).toEqual(walk);
    expect(takeReply(store)).toBeUndefined();
  });

  test('is none where storage holds something else, or nothing may be kept', () => {
    expect(takeReply(new Store([[REPLY_KEY, '{"reply":"x"}']]))).toBeUndefined();
    expect(() => leaveReply(forbidden, walk, findSecrets)).not.toThrow();
  });
});
