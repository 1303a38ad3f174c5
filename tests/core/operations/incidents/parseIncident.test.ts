import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolved, updated } from '../../../../src/core/operations/incidents/change.ts';
import type { Incident } from '../../../../src/core/operations/incidents/incident.ts';
import { incidentFile, parseIncident } from '../../../../src/core/operations/incidents/parseIncident.ts';
import { COMPONENTS, DAY, incident, MINUTE, NOW } from './fixture.ts';

const context = { components: COMPONENTS, nowMs: NOW };
const FILE = 'content/incidents/2026-11-21-swap-bsc.md';

function parse(text: string, id = '2026-11-21-swap-bsc'): Incident {
  return parseIncident(id, FILE, text, context);
}

/** What is said of a file in which a text was replaced by another. */
function complaint(from: string | RegExp, to: string, made = incident()): string {
  const text = incidentFile(made);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  try {
    parse(changed);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`nothing was said of ${changed}`);
}

describe('a file of an incident', () => {
  it('is read as it was written, whatever people wrote', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => text.trim());
    const title = words
      .map((text) => text.replace(/[.。!！?？:：,，;；]+$/, ''))
      .filter((text) => text.trim() === text && text !== '');
    const text = words.filter((value) => value !== '');
    fc.assert(
      fc.property(
        fc.record({ en: title, 'zh-CN': title }),
        fc.record({ en: text, 'zh-CN': text }),
        fc.array(fc.constantFrom('en' as const, 'zh-CN' as const), { maxLength: 2 }),
        (titles, texts, languages) => {
          const made = incident({ title: titles, text: texts, languages });
          expect(parse(incidentFile(made))).toEqual(made);
        },
      ),
    );
  });

  it('keeps its notes through every change', () => {
    const made = { ...incident(), notes: '\nThe team’s own --- notes.\n' };
    const again = parse(incidentFile(made));
    expect(parse(incidentFile(updated(again, { text: { en: 'x', 'zh-CN': 'y' } }, NOW))).notes).toBe(
      made.notes,
    );
  });

  it.each([
    ['a missing translation', /\n {4}zh-CN: 兑换较慢.*/, '', 'updates.0.zh-CN'],
    ['a title that ends a sentence', 'are delayed', 'are delayed.', 'title.en'],
    ['an unknown severity', 'severity: sev2', 'severity: high', 'severity: found "high"'],
    ['a field that does not exist', 'severity:', 'colour: red\nseverity:', 'colour'],
    [
      'an unknown component',
      '- swap',
      '- swaps',
      'components: found "swaps"; expected some of swap, card, support',
    ],
    ['an unknown network', '- bsc', '- bsx', 'match.networks.0: found "bsx"'],
    [
      'a time without a zone',
      /started: (.*)Z/,
      'started: $1',
      'started: found "2026-11-21T11:59:00"; expected a time with its zone',
    ],
    [
      'a day that does not exist',
      /started: .*/,
      'started: 2026-02-30T10:00:00Z',
      'started: found "2026-02-30T10:00:00Z"',
    ],
    [
      'a beginning in the future',
      /started: .*/,
      'started: 2026-11-22T11:00:00Z',
      'started: found 2026-11-22T11:00:00Z; expected a time that has come',
    ],
    [
      'an update before the beginning',
      /at: .*/,
      'at: 2026-11-21T11:00:00Z',
      'updates.0.at: found 2026-11-21T11:00:00Z; expected a time after 2026-11-21T11:59:00Z (started)',
    ],
    [
      'an update in the future',
      /at: .*/,
      'at: 2026-11-21T13:00:00Z',
      'updates.0.at: found 2026-11-21T13:00:00Z; expected a time that has come',
    ],
    [
      'an end before the last update',
      /expires: .*/,
      'expires: 2026-11-21T10:00:00Z',
      'expires: found 2026-11-21T10:00:00Z; expected a time not before',
    ],
    [
      'a notice that never goes',
      /expires: .*/,
      'expires: 2027-11-21T10:00:00Z',
      'expected at most 30 days after the last update',
    ],
    [
      'a status that the last update does not have',
      'status: investigating\nstarted',
      'status: identified\nstarted',
      'status: found identified; expected investigating',
    ],
    [
      'a resolution without an update that says so',
      'expires:',
      'resolved: 2026-11-21T11:59:30Z\nexpires:',
      'resolved: found 2026-11-21T11:59:30Z; expected nothing while it is under way',
    ],
    [
      'a review elsewhere on the disk',
      'expires:',
      'review: ../../etc/passwd\nexpires:',
      'review: found "../../etc/passwd"',
    ],
    ['YAML that cannot be read', 'severity: sev2', 'severity: "sev2', 'YAML that cannot be read'],
  ])('is refused for %s', (_, from, to, expected) => {
    const message = complaint(from, to);
    expect(message).toContain(FILE);
    expect(message).toContain(expected);
    expect(message).toContain('Fix: ');
  });

  it('is refused for updates out of order', () => {
    const twice = updated(incident(), { text: { en: 'x', 'zh-CN': 'y' } }, NOW);
    expect(complaint(/at: 2026-11-21T12:00:00Z/, 'at: 2026-11-21T11:59:00Z', twice)).toContain(
      'updates.1.at',
    );
  });

  it('is refused for an end before its beginning, and for one after the notice that says so', () => {
    const over = resolved(incident(), { text: { en: 'x', 'zh-CN': 'y' }, keepMs: 0 }, NOW);
    expect(complaint(/resolved: .*Z/, 'resolved: 2026-11-21T10:00:00Z', over)).toContain('(started)');
    expect(complaint(/resolved: .*Z/, 'resolved: 2026-11-21T12:04:00Z', over)).toContain(
      'the update that says so',
    );
    expect(complaint(/\nresolved: .*Z/, '', over)).toContain('expected the time when it was over');
    expect(complaint(/expires: .*Z/, 'expires: 2026-11-21T11:00:00Z', over)).toContain(
      'which says that it is over',
    );
  });

  it('is refused under a name that is none', () => {
    expect(() => parse(incidentFile(incident()), 'notes')).toThrow(/\(file name\): found notes/);
  });

  it('passes after any run of changes', () => {
    const step = fc.record({
      minutes: fc.integer({ min: 1, max: 600 }),
      kind: fc.constantFrom('identified' as const, 'monitoring' as const, 'resolve' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const text = { en: 'News', 'zh-CN': '进展' };
        let now = NOW - 10 * DAY;
        let made = incident({}, now);
        for (const { minutes, kind } of steps) {
          now += minutes * MINUTE;
          made =
            kind === 'resolve' && made.status !== 'resolved'
              ? resolved(made, { text, keepMs: minutes * MINUTE }, now)
              : updated(made, kind === 'resolve' ? { text } : { text, status: kind }, now);
        }
        expect(parse(incidentFile(made))).toEqual(made);
      }),
    );
  });
});
