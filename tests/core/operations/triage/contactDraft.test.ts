import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  CONTACT_DRAFT_KEY,
  contactValues,
  leaveContactDraft,
} from '../../../../src/core/operations/triage/contactDraft.ts';
import { choose, NEW_WALK, note } from '../../../../src/core/operations/triage/walk.ts';
import { findSecrets } from '../../../../src/core/privacy/secrets.ts';
import { DraftStore } from '../../../../src/widget/draftStore.ts';
import { treeOf } from './randomTree.ts';

const PHRASE =
  'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
const HASH = `0x${'9f3c1d0e'.repeat(8)}`;
const HEADING = 'What I found out:';
const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
  key === 'contact.heading'
    ? HEADING
    : key === 'answered'
      ? `${values['question']!} ${values['answer']!}`
      : [key, ...Object.values(values)].join(' ');

const tree = {
  ...treeOf([['e0']], ['e0']),
  issueType: 'wallet' as const,
};
const asking = {
  ...tree,
  steps: tree.steps.map((step) => ({
    ...step,
    evidence: (['hash', 'network', 'last-four'] as const).map((kind) => ({
      kind,
      id: kind,
      label: undefined,
    })),
  })),
};
const walk = note(
  note(note(choose(asking, NEW_WALK, 0), 'hash', HASH), 'network', 'ethereum'),
  'last-four',
  '4242',
);

class Store extends Map<string, string> {
  getItem = (key: string): string | null => this.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.set(key, value);
}

describe('what the contact form is filled with', () => {
  const values = contactValues(asking, walk, 'en', say);

  test('goes into the fields that its type asks for, the rest into the description', () => {
    expect(values).toMatchObject({
      issueType: 'wallet',
      transactionHash: HASH,
      network: 'ethereum',
      subject: 'Tree',
    });
    // Nobody asks for a card about a wallet.
    expect(values).not.toHaveProperty('cardLastFour');
    expect(values['description']).toContain('4242');
    expect(values['description']).toContain('Question 0? Answer 0');
  });

  test('is a draft that the widget reads', () => {
    const store = new Store();
    vi.stubGlobal('sessionStorage', store);
    expect(leaveContactDraft(store, values, HEADING, findSecrets)).toBe(true);
    const kept = new DraftStore('ticket').read();
    expect(kept?.values).toEqual(values);
    expect(kept?.tried).toEqual({ shown: [], opened: [], rejected: [] });
  });

  test('stands below what the person wrote, once', () => {
    const store = new Store();
    const written = {
      values: { description: 'My own words.', email: 'me@example.com' },
      tried: { shown: ['a'], opened: [], rejected: [] },
    };
    store.setItem(CONTACT_DRAFT_KEY, JSON.stringify(written));
    leaveContactDraft(store, values, HEADING, findSecrets);
    leaveContactDraft(store, values, HEADING, findSecrets);
    const kept = JSON.parse(store.get(CONTACT_DRAFT_KEY)!) as typeof written;
    expect(kept.values.description).toBe(`My own words.\n\n${values['description']!}`);
    expect(kept.values.email).toBe('me@example.com');
    expect(kept.tried).toEqual(written.tried);
  });

  test('never holds a secret', () => {
    const store = new Store();
    expect(leaveContactDraft(store, { ...values, description: PHRASE }, HEADING, findSecrets)).toBe(false);
    expect(store.size).toBe(0);
  });

  test.each(['{', '[]', '7', '{"values":null,"tried":null}'])('is kept although storage holds %s', (text) => {
    const store = new Store([[CONTACT_DRAFT_KEY, text]]);
    leaveContactDraft(store, values, HEADING, findSecrets);
    expect(store.get(CONTACT_DRAFT_KEY)).toBeDefined();
  });
});

afterEach(() => vi.unstubAllGlobals());
