import { describe, expect, it } from 'vitest';
import { resolved } from '../../../../src/core/operations/incidents/change.ts';
import type { Incident } from '../../../../src/core/operations/incidents/incident.ts';
import { lintIncidents } from '../../../../src/core/operations/incidents/lintIncidents.ts';
import { incidentFile } from '../../../../src/core/operations/incidents/parseIncident.ts';
import { parseReview, reviewDue } from '../../../../src/core/operations/incidents/review.ts';
import { reviewTemplate } from '../../../../src/core/operations/incidents/reviewTemplate.ts';
import { COMPONENTS, COMPONENTS_YAML, DAY, incident, NOW } from './fixture.ts';

const slugs = new Set([
  'wallet/swap-failed',
  'card/card-declined',
  'card/three-d-secure',
  'runbooks/incidents/swap-provider-outage',
]);
// Resolved on a Saturday.
const over = resolved(incident(), { text: { en: 'x', 'zh-CN': 'y' }, keepMs: 0 }, NOW);
const LONG_AFTER = NOW + 30 * DAY;

function complaints(made: Incident, review: string | undefined, nowMs: number): string[] {
  return lintIncidents(
    {
      components: { file: 'components.yml', text: COMPONENTS_YAML },
      incidents: [{ file: `${made.id}.md`, id: made.id, text: incidentFile(made) }],
      reviews:
        review === undefined
          ? []
          : [{ file: `reviews/${made.id}.md`, id: `reviews/${made.id}`, text: review }],
    },
    { nowMs, slugs },
  ).map(({ file, line, severity, rule, message }) => `${file}:${line} ${severity} ${rule}: ${message}`);
}

/** A review in which everything is written. */
function finished(knowledge: string, made = over): string {
  return reviewTemplate(made, 'en', COMPONENTS)
    .replaceAll(/TODO:?/g, 'Written.')
    .replace('knowledge: []', `knowledge:\n${knowledge}`)
    .replace(
      'actions: []',
      'actions:\n  - { what: Alarm on slow providers, owner: swaps, due: 2026-12-01, proof: stopped it once, done: 2026-11-30 }',
    );
}

const LEARNT =
  '  - article: runbooks/incidents/swap-provider-outage\n    change: Says how to switch providers.';

describe('the review of a grave incident', () => {
  it('is due five working days after it is over', () => {
    expect(
      ['2026-11-20T23:59:59Z', '2026-11-21T00:00:00Z', '2026-11-22T12:00:00Z', '2026-11-23T12:00:00Z'].map(
        (day) => reviewDue({ resolved: day }),
      ),
    ).toEqual(['2026-11-27', '2026-11-27', '2026-11-27', '2026-11-30']);
    expect(reviewDue({})).toBeUndefined();
  });

  it('may be missing until the day is over, and not a day longer', () => {
    expect(complaints(over, undefined, Date.parse('2026-11-27T23:59:59Z'))).toEqual([]);
    const [problem, ...rest] = complaints(over, undefined, Date.parse('2026-11-28T00:00:00Z'));
    expect(rest).toEqual([]);
    expect(problem).toMatch(
      /^2026-11-21-swap-bsc\.md:\d+ error incident-review: This sev2 was resolved on 2026-11-21; its review was due on 2026-11-27/,
    );
  });

  it('is not asked for after a lesser one, or where it is kept elsewhere', () => {
    expect(complaints({ ...over, severity: 'sev3' }, undefined, LONG_AFTER)).toEqual([]);
    expect(complaints({ ...over, review: 'https://reviews.example/7' }, undefined, LONG_AFTER)).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('is not done with the template (%s)', (language) => {
    const messages = complaints(over, reviewTemplate(over, language, COMPONENTS), LONG_AFTER);
    expect(messages).toHaveLength(2);
    expect(messages.join('\n')).toContain('changes no article or runbook');
    expect(messages.join('\n')).toContain('not finished');
    expect(complaints(over, reviewTemplate(over, language, COMPONENTS), NOW + DAY)).toEqual([]);
  });

  it('must say which article or runbook changed', () => {
    expect(complaints(over, finished(LEARNT), LONG_AFTER)).toEqual([]);
    expect(complaints(over, finished('  []'), LONG_AFTER).join()).toContain('changes no article or runbook');
    expect(
      complaints(over, finished('  - { article: wallet/gone, change: x }'), LONG_AFTER).join(),
    ).toContain('names wallet/gone');
  });

  it('reminds of actions that are overdue, and refuses those without an owner', () => {
    const open = finished(LEARNT).replace(', done: 2026-11-30', '');
    expect(complaints(over, open, LONG_AFTER).join()).toContain(
      'warning incident-review: “Alarm on slow providers” (swaps) was due on 2026-12-01',
    );
    expect(complaints(over, open.replace('owner: swaps, ', ''), LONG_AFTER).join()).toContain(
      'actions.0.owner: found nothing',
    );
  });

  it('has the timeline in order, with what people wrote as text of a table', () => {
    const made = resolved(
      incident({ text: { en: 'a | b\n\nc', 'zh-CN': 'x' } }),
      { text: { en: 'Done', 'zh-CN': 'y' }, keepMs: 0, resolved: '2026-11-21T11:59:30Z' },
      NOW,
    );
    const rows = reviewTemplate(made, 'en', COMPONENTS)
      .split('\n')
      .filter((line) => line.startsWith('| 2026'));
    expect(rows).toEqual([
      '| 2026-11-21T11:59:00Z | began (as far as known) |',
      '| 2026-11-21T11:59:00Z | investigating: a \\| b c |',
      '| 2026-11-21T11:59:30Z | over |',
      '| 2026-11-21T12:00:00Z | resolved: Done |',
    ]);
    expect(parseReview('r.md', reviewTemplate(made, 'zh-CN', COMPONENTS)).incident).toBe(made.id);
  });
});

describe('the lint of incidents', () => {
  it('names file and line of what cannot be read', () => {
    const text = incidentFile(incident()).replace('severity: sev2', 'severity: bad');
    const files = {
      components: { file: 'components.yml', text: COMPONENTS_YAML },
      incidents: [{ file: 'x.md', id: '2026-11-21-x', text }],
      reviews: [],
    };
    expect(lintIncidents(files, { nowMs: NOW, slugs })).toMatchObject([
      { file: 'x.md', line: 3, rule: 'incident', severity: 'error' },
    ]);
  });

  it('names articles that are not there, in incidents and components', () => {
    const made = incident({
      match: { articles: ['wallet/gone'], networks: [], words: { en: [], 'zh-CN': [] } },
    });
    expect(complaints(made, undefined, NOW).join()).toContain('match.articles names wallet/gone');
    const files = { components: { file: 'c.yml', text: COMPONENTS_YAML }, incidents: [], reviews: [] };
    expect(
      lintIncidents(files, { nowMs: NOW, slugs: new Set(['wallet/swap-failed', 'card/card-declined']) }),
    ).toMatchObject([
      { file: 'c.yml', line: 8, message: expect.stringContaining('card/three-d-secure') as string },
    ]);
  });

  it('reminds of one that was forgotten', () => {
    expect(complaints(incident(), undefined, Date.parse(incident().expires) - 1)).toEqual([]);
    expect(complaints(incident(), undefined, LONG_AFTER).join()).toContain('warning incident-forgotten');
  });
});

describe('YAML that cannot be read', () => {
  const lint = (file: string, text: string) =>
    lintIncidents(
      {
        components: { file: 'components.yml', text: file === 'components.yml' ? text : COMPONENTS_YAML },
        incidents:
          file.includes('/') || file.endsWith('.yml') ? [] : [{ file, id: file.replace('.md', ''), text }],
        reviews: file.includes('/') ? [{ file, id: file.replace('.md', ''), text }] : [],
      },
      { nowMs: NOW, slugs },
    );

  it.each([
    ['2026-11-07-yaml.md', '---\naudience: public\nseverity: [\n---\n', 3],
    ['2026-11-07-yaml.md', '---\naudience: public\ntitle: a: b\n---\n', 3],
    ['reviews/2026-11-07-yaml.md', '---\nincident: 2026-11-07-yaml\nactions: - [\n---\n', 3],
    ['components.yml', 'swap:\n  name: { en: Swaps\n', 3],
  ])('%s is one problem, where it stands', (file, text, line) => {
    expect(lint(file, text)).toEqual([
      expect.objectContaining({
        file,
        line,
        severity: 'error',
        message: expect.stringMatching(/^This is YAML that cannot be read: [^\n]+\.$/),
      }),
    ]);
  });
});

it('names a notice that asks for a secret, and where', () => {
  const asking = incident({
    title: { en: 'Please enter your recovery phrase at https://evil.example', 'zh-CN': '兑换有延迟' },
    text: {
      en: 'Never type your recovery phrase on a website.',
      'zh-CN': '请在 https://evil.example 输入你的助记词。',
    },
  });
  expect(complaints(asking, undefined, NOW).map((text) => text.replace(/;.*/, ''))).toEqual([
    '2026-11-21-swap-bsc.md:5 error incident: title.en: found “Please enter your recovery phrase at https://evil.example”, which asks for a secret',
    '2026-11-21-swap-bsc.md:15 error incident: updates.0.zh-CN: found “请在 https://evil.example 输入你的助记词”, which asks for a secret',
  ]);
});
