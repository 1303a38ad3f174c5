import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, LOCALE_FOLDERS } from '../../../../src/core/article/language.ts';
import { FIELDS } from '../../../../src/core/operations/escalation/fields.ts';
import { isBelow, severityOf } from '../../../../src/core/operations/escalation/severity.ts';
import { parseSeverityMatrix } from '../../../../src/core/operations/escalation/severityMatrix.ts';
import { parseTeam } from '../../../../src/core/operations/escalation/team.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const matrix = parseSeverityMatrix('content/severity.yml', read('content/severity.yml'));

describe('the severity matrix', () => {
  it.each(LANGUAGES)('says what the runbook says: %s', (language) => {
    const runbook = read(`content/docs/${LOCALE_FOLDERS[language]}/runbooks/incidents/severity.md`);
    const rows = new Map(
      [...runbook.matchAll(/^\| \*\*(sev\d)\*\* \| (.+?) \|$/gm)].map(([, level, text]) => [level, text]),
    );
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(matrix.levels.map(({ level, summary }) => [level, summary[language]])),
    );
  });

  it('gives the gravest level of what was ticked', () => {
    expect(severityOf(['one-customer', 'keys-funds-data', 'workaround'], matrix)).toBe('sev1');
    expect(severityOf(['only-looks', 'workaround'], matrix)).toBe('sev3');
    expect(severityOf(['no such fact'], matrix)).toBeUndefined();
    expect(isBelow('sev3', 'sev2')).toBe(true);
    expect(isBelow('sev2', 'sev2')).toBe(false);
  });

  it('says everything that is wrong with its file', () => {
    const levels = 'levels:\n  - {level: sev1, summary: {en: a, zh-CN: b}}\n';
    expect(() =>
      parseSeverityMatrix('severity.yml', `${levels}reasons: [{id: A b, level: sev9, text: {en: x}}]`),
    ).toThrowErrorMatchingInlineSnapshot(`
        [ContentError: severity.yml cannot be used:
          - reasons.0.id: found "A b"; expected a name such as funds-at-risk. Fix: see CONTRIBUTING.md for the fields and their values.
          - reasons.0.level: found "sev9"; expected one of "sev1"|"sev2"|"sev3"|"sev4". Fix: see CONTRIBUTING.md for the fields and their values.
          - reasons.0.text.zh-CN: found nothing; expected string, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.]
      `);
    expect(() =>
      parseSeverityMatrix(
        'severity.yml',
        `${levels}reasons: [{id: a, level: sev1, text: {en: x, zh-CN: y}}, {id: a, level: sev1, text: {en: x, zh-CN: y}}]`,
      ),
    ).toThrowErrorMatchingInlineSnapshot(`
      [ContentError: severity.yml cannot be used:
        - levels: found sev1; expected sev1, sev2, sev3, sev4, in this order. Fix: write each once
        - reasons: found a twice; expected it once. Fix: rename one
        - reasons: found none for sev2; expected at least one. Fix: add a fact that gives it
        - reasons: found none for sev3; expected at least one. Fix: add a fact that gives it
        - reasons: found none for sev4; expected at least one. Fix: add a fact that gives it]
    `);
  });
});

describe('the teams', () => {
  const files = readdirSync('content/teams');

  it.each(files)('%s can be read, and asks for what the form has', (file) => {
    const team = parseTeam(file.replace('.yml', ''), `content/teams/${file}`, read(`content/teams/${file}`));
    const known: readonly string[] = [...FIELDS, ...team.extra.map(({ id }) => id)];
    for (const field of team.required) expect(known).toContain(field);
    for (const language of LANGUAGES)
      expect(() => read(`content/docs/${LOCALE_FOLDERS[language]}/${team.runbook}.md`)).not.toThrow();
  });

  it('are told everything that is wrong with a template', () => {
    const broken = read('content/teams/engineering.yml')
      .replace('fields: [severity, actual, expected]', 'fields: [severity, severity, guess]')
      .replace('id: doesNotHappen', 'id: hash');
    expect(() => parseTeam('x', 'content/teams/x.yml', broken)).toThrowErrorMatchingInlineSnapshot(`
      [ContentError: content/teams/x.yml cannot be used:
        - extra: found hash, which is there already. Fix: give it another name
        - found the field guess; expected one of summary, ticket, customerLanguage, layer, severity, severityNote, actual, expected, affected, customers, firstSeen, reproduction, frequency, environment, network, hash, ids, logs, tried, workaround, articles, ask, contact, hash. Fix: correct the name
        - found the field doesNotHappen; expected one of summary, ticket, customerLanguage, layer, severity, severityNote, actual, expected, affected, customers, firstSeen, reproduction, frequency, environment, network, hash, ids, logs, tried, workaround, articles, ask, contact, hash. Fix: correct the name
        - sections: found severity twice; expected it once. Fix: remove one
        - required: found actual, which no section shows. Fix: add it to a section
        - required: found expected, which no section shows. Fix: add it to a section]
    `);
    expect(() => parseTeam('x', 'content/teams/x.yml', 'name: {en: X}\nformat: word'))
      .toThrowErrorMatchingInlineSnapshot(`
      [ContentError: content/teams/x.yml cannot be used:
        - name.zh-CN: found nothing; expected string, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.
        - when: found nothing; expected object, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.
        - runbook: found nothing; expected string, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.
        - language: found nothing; expected one of "en"|"zh-CN". Fix: see CONTRIBUTING.md for the fields and their values.
        - format: found "word"; expected one of "markdown"|"jira"|"slack"|"text". Fix: see CONTRIBUTING.md for the fields and their values.
        - severities: found nothing; expected array, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.
        - otherwise: found nothing; expected object, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.
        - sections: found nothing; expected array, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.
        - required: found nothing; expected array, received undefined. Fix: see CONTRIBUTING.md for the fields and their values.]
    `);
    expect(() => parseTeam('x', 'content/teams/x.yml', 'name: {en: X')).toThrow(/YAML that cannot be read/);
  });
});
