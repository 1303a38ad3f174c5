import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceCsv, evidenceJson, type EvidenceRow } from '../../src/core/operations/access/evidence.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'firstline-access-'));
const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const access = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/access.ts', ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};
const row = (system: string, due: string, doneAt = ''): EvidenceRow => ({
  runbook: 'runbooks/access/onboarding',
  subject: '=Ming',
  day0: '2026-11-02',
  part: 'Part A',
  system,
  action: 'seat',
  owner: 'support-ops',
  due,
  doneBy: doneAt === '' ? '' : 'Li',
  doneAt,
  key: `line-${system}`,
});
const rows = [
  row('Help desk', '2026-11-07'),
  row('Console', '2026-11-10'),
  row('Device', '2026-11-02', '2026-11-02T08:00:00Z'),
];

describe('access due', () => {
  it.each([
    ['records.csv', evidenceCsv(rows)],
    ['records.json', evidenceJson(rows)],
  ])('lists what is due of %s, and fails if something is overdue', (name, text) => {
    const { code, out } = access('due', '--records', write(name, text), '--today', '2026-11-10');
    expect(code).toBe(1);
    expect(out).toBe(
      '2026-11-07  3 d overdue  =Ming  Help desk  support-ops  runbooks/access/onboarding\n' +
        '2026-11-10  today  =Ming  Console  support-ops  runbooks/access/onboarding\n' +
        '3 lines, 2 open, 2 due, 1 overdue.\n',
    );
  });

  it('is content while nothing is overdue, and gives data', () => {
    const file = write('early.csv', evidenceCsv(rows));
    expect(access('due', '--records', file, '--today', '2026-11-07').code).toBe(0);
    const { code, out } = access(
      'due',
      '--records',
      file,
      '--today',
      '2026-11-07',
      '--within',
      '5',
      '--json',
    );
    expect(code).toBe(0);
    const { due } = JSON.parse(out) as {
      readonly due: readonly { readonly system: string; readonly daysLeft: number }[];
    };
    expect(due.map(({ system, daysLeft }) => [system, daysLeft])).toEqual([
      ['Help desk', 0],
      ['Console', 3],
    ]);
  });

  it('says what is wrong with a file', () => {
    const broken = (name: string, text: string) => access('due', '--records', write(name, text));
    expect(broken('a.json', '{')).toMatchObject({
      code: 1,
      err: expect.stringContaining('a.json is not JSON'),
    });
    expect(broken('b.json', '{}')).toMatchObject({ code: 1, err: expect.stringContaining('has no rows') });
    expect(broken('c.csv', 'runbook,subject\nx,y\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('c.csv, record 1: the column day_0 is missing'),
    });
    // An export has all the lines of its checklist: none at all is no good news.
    for (const [name, text] of [
      ['empty.csv', ''],
      ['header.csv', evidenceCsv([])],
      ['rows.json', evidenceJson([])],
    ] as const)
      expect(broken(name, text)).toMatchObject({
        code: 1,
        err: expect.stringContaining(`${name} has no record`),
      });
    expect(broken('d.csv', 'a,"b\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read as CSV'),
    });
  });

  it.each([
    [[], 'Say what to list'],
    [['due'], 'Say which records'],
    [['due', '--records', 'no-such-file.csv'], 'cannot be read'],
    [['due', '--records', 'x', '--today', '2026-02-30'], 'expected a day'],
    [['due', '--records', 'x', '--within', 'soon'], 'expected a number of days'],
  ])('called wrongly: %j', (args, message) => {
    expect(access(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});
