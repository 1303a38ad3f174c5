import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../src/core/privacy/redact.ts';
import { SECRET_KINDS, type FindingKind } from '../../../src/core/privacy/secret.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  /** What must be found, each as the exact part of the text; empty for ordinary text. */
  readonly findings: readonly { readonly kind: FindingKind; readonly value: string }[];
}

const cases = readFileSync('tests/fixtures/privacy/cases.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

/** Per kind, what share of what is there is found, and what share of what is found is there. They may only rise. */
const FLOORS: Readonly<Record<FindingKind, { readonly recall: number; readonly precision: number }>> = {
  'recovery-phrase': { recall: 1, precision: 1 },
  'private-key': { recall: 1, precision: 1 },
  'card-number': { recall: 1, precision: 1 },
  'card-security-code': { recall: 1, precision: 1 },
  password: { recall: 1, precision: 1 },
  'one-time-code': { recall: 1, precision: 1 },
  email: { recall: 1, precision: 1 },
  phone: { recall: 1, precision: 1 },
  name: { recall: 1, precision: 1 },
  iban: { recall: 1, precision: 1 },
  'bank-account': { recall: 1, precision: 1 },
  'national-id': { recall: 1, precision: 1 },
  ip: { recall: 1, precision: 1 },
  'api-key': { recall: 1, precision: 1 },
  address: { recall: 1, precision: 1 },
  'transaction-hash': { recall: 1, precision: 1 },
  'postal-address': { recall: 1, precision: 1 },
  'birth-date': { recall: 1, precision: 1 },
  handle: { recall: 1, precision: 1 },
  'device-id': { recall: 1, precision: 1 },
  'security-answer': { recall: 1, precision: 1 },
};

interface Tally {
  found: number;
  missed: string[];
  wrong: string[];
}

/** A finding counts as right if it covers what is there: cutting a word too many is no harm, one too few is. */
function tally(): ReadonlyMap<FindingKind, Tally> {
  const tallies = new Map<FindingKind, Tally>();
  const of = (kind: FindingKind): Tally => {
    const known = tallies.get(kind) ?? { found: 0, missed: [], wrong: [] };
    tallies.set(kind, known);
    return known;
  };
  for (const { id, text, findings } of cases) {
    const rest = findAll(text).map(({ kind, start, end }) => ({ kind, value: text.slice(start, end) }));
    for (const { kind, value } of findings) {
      const at = rest.findIndex((found) => found.kind === kind && found.value.includes(value));
      if (at < 0) of(kind).missed.push(id);
      else {
        of(kind).found++;
        rest.splice(at, 1);
      }
    }
    for (const { kind } of rest) of(kind).wrong.push(id);
  }
  return tallies;
}

describe('the labelled set', () => {
  it('is large, in both languages, and half of it is ordinary text or nearly a secret', () => {
    expect(cases.length).toBeGreaterThanOrEqual(320);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(({ text }) => /\p{Script=Han}/u.test(text)).length).toBeGreaterThan(100);
    expect(cases.filter(({ findings }) => findings.length === 0).length).toBeGreaterThan(200);
    for (const { text, findings } of cases) {
      for (const { value } of findings) expect(text).toContain(value);
    }
  });

  it('is found as well as before, kind by kind', () => {
    const tallies = tally();
    const worse = Object.entries(FLOORS).flatMap(([kind, floor]) => {
      const { found, missed, wrong } = tallies.get(kind as FindingKind) ?? {
        found: 0,
        missed: [],
        wrong: [],
      };
      const recall = found / Math.max(1, found + missed.length);
      const precision = found / Math.max(1, found + wrong.length);
      if (recall >= floor.recall && precision >= floor.precision) return [];
      return [
        `${kind}: recall ${recall.toFixed(3)} (at least ${floor.recall}), precision ${precision.toFixed(3)} ` +
          `(at least ${floor.precision}); missed ${missed.join(', ') || 'none'}; wrong ${wrong.join(', ') || 'none'}`,
      ];
    });
    expect(worse).toEqual([]);
  });

  it('blocks what holds a secret and nothing else', () => {
    const isSecret = ({ kind }: { readonly kind: FindingKind }): boolean =>
      SECRET_KINDS.some((secret) => secret === kind);
    const wrong = cases.filter(
      ({ text, findings }) => findAll(text).some(isSecret) !== findings.some(isSecret),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
