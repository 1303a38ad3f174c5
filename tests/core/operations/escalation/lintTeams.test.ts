import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lintTeams } from '../../../../src/core/operations/escalation/lintTeams.ts';

const read = (file: string) => ({
  file,
  id: file.split('/').at(-1)!.replace('.yml', ''),
  text: readFileSync(`content/${file}`, 'utf8'),
});
const teams = readdirSync('content/teams').map((name) => read(`teams/${name}`));
const matrix = read('severity.yml');
const slugs = new Set(teams.flatMap(({ text }) => /^runbook: (.+)$/m.exec(text)?.[1] ?? []));
const engineering = teams.find(({ id }) => id === 'engineering')!;
const said = (from: string | RegExp, to: string) =>
  lintTeams([{ ...engineering, text: engineering.text.replace(from, to) }], undefined, slugs).map(
    ({ line, message }) => `${line > 1} ${message.replace(/[;:] .*/, '')}`,
  );

it('has nothing to say of what is shipped', () => {
  expect(teams.length).toBeGreaterThan(3);
  expect(lintTeams(teams, matrix, slugs)).toEqual([]);
});

it('names the line of what is wrong', () => {
  expect(said(/^runbook: .*/m, 'runbook: runbooks/none')).toEqual(['true runbook']);
  expect(said(/^language: .*/m, 'language: fr')).toEqual(['true language']);
  expect(said(/^language: .*/m, 'language: [')).toEqual(['true This is YAML that cannot be read']);
  expect(said(/^required: \[/m, 'required: [nothing-such, ')).toEqual(['true found the field nothing-such']);
  expect(said(/^language: /m, 'nonsense: 1\nlanguage: ')).toEqual(['true (file)']);
  const broken = { ...matrix, text: matrix.text.replace('level: sev1', 'level: sev9') };
  expect(lintTeams([], broken, slugs)).toEqual([
    expect.objectContaining({ rule: 'severity', message: expect.stringContaining('found "sev9"') }),
  ]);
});
