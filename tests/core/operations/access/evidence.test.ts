import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { oneLine } from '../../../../src/core/mining/safeText.ts';
import { addDays, daysBetween, isDay } from '../../../../src/core/operations/access/day.ts';
import { keyOfLine } from '../../../../src/core/operations/access/checklist.ts';
import { dueItems, mergedRows } from '../../../../src/core/operations/access/due.ts';
import {
  evidenceCsv,
  evidenceMarkdown,
  exportedKey,
  readEvidenceRow,
  stateOf,
  type EvidenceRow,
} from '../../../../src/core/operations/access/evidence.ts';
import { evidenceOf, NO_RUNS, quarterOf, readRuns } from '../../../../src/core/operations/access/run.ts';

const ROW: EvidenceRow = {
  runbook: 'runbooks/access/onboarding',
  subject: 'Ming',
  day0: '2026-11-02',
  part: 'Part A',
  system: 'Help desk',
  action: 'seat',
  owner: 'support-ops',
  due: '2026-11-07',
  doneBy: '',
  doneAt: '',
  key: '',
};

describe('days', () => {
  it('are those of the calendar', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-22T00:00'])
      expect(isDay(text)).toBe(false);
    expect(addDays('2026-12-30', 5)).toBe('2027-01-04');
    expect(quarterOf('2026-10-01')).toBe('2026 Q4');
    expect(quarterOf('2026-03-31')).toBe('2026 Q1');
  });

  it('are counted back as they were counted on', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -5000, max: 5000 }),
        (from, days) => void expect(daysBetween(from, addDays(from, days))).toBe(days),
      ),
    );
  });
});

describe('exports', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '=cmd|x',
      '+1',
      '-1',
      '@a',
      '"; drop',
      'a,b\n"c"',
      '客服',
      "'=1",
      '|x|',
      '<b>',
      '[a](https://evil.test)',
    ),
  );
  const row = fc.record({
    runbook: fc.constant('runbooks/access/onboarding'),
    subject: text,
    day0: fc.constant('2026-11-02'),
    part: text,
    system: text,
    action: text,
    owner: text,
    due: fc.constant('2026-11-07'),
    doneBy: text,
    doneAt: fc.constantFrom('', '2026-11-03T08:00:00Z'),
    key: fc.constant('line-12e456789012'),
  });

  it('as CSV hold no formula, and are read back', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const cells = parseCsv(evidenceCsv(rows), { columns: true, bom: true }) as Record<string, string>[];
        for (const cell of cells.flatMap((line) => Object.values(line)))
          expect(cell).not.toMatch(/^\s*[=+\-@|%]/);
        const read = cells.map(readEvidenceRow) as EvidenceRow[];
        expect(read.map(({ due, doneAt }) => [due, doneAt])).toEqual(
          rows.map(({ due, doneAt }) => [due, doneAt]),
        );
        const plain = (value: string) => oneLine(value).replace(/^'+/, '');
        expect(read.map(({ subject }) => plain(subject))).toEqual(rows.map(({ subject }) => plain(subject)));
      }),
    );
  });

  it('as Markdown are one table, whatever was typed', () => {
    const words = { title: 'Evidence', day0: 'Day 0', columns: ['a', 'b', 'c', 'd', 'e', 'f'] } as const;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const tree = parseMarkdown(evidenceMarkdown(rows, words));
        const table = tree.children.find((node) => node.type === 'table')!;
        expect(table.children).toHaveLength(rows.length + 1);
        for (const line of table.children) expect(line.children).toHaveLength(6);
        expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:link|image|html)"/);
      }),
    );
  });

  it('say what is wrong with a record', () => {
    expect(readEvidenceRow({ ...ROW, due: 'soon' })).toBe('due is "soon"; expected a day such as 2026-11-22');
    expect(readEvidenceRow({})).toBe('the column runbook is missing');
    expect(readEvidenceRow({ ...ROW, doneAt: 'yes' })).toMatch(/done_at_utc is "yes"/);
  });
});

describe('what is due', () => {
  it('is what is open, the longest overdue first, and not what was done in another export', () => {
    const rows = [
      { ...ROW, system: 'later', due: '2026-11-20' },
      { ...ROW, system: 'today', due: '2026-11-10' },
      { ...ROW, system: 'late' },
      { ...ROW, system: 'later late', due: '2026-11-08' },
      { ...ROW, system: 'done', doneAt: '2026-11-03T08:00:00Z' },
      { ...ROW, system: 'done', doneAt: '' },
    ];
    const names = (within: number) =>
      dueItems(rows, '2026-11-10', within).map(({ system, daysLeft }) => `${system} ${daysLeft}`);
    expect(names(0)).toEqual(['late -3', 'later late -2', 'today 0']);
    expect(names(10)).toContain('later 10');
    expect(dueItems([...rows].reverse(), '2026-11-10', 0)).toHaveLength(3);
    expect(stateOf(ROW, '2026-11-07')).toBe('today');
    expect(stateOf(ROW, '2026-11-06')).toBe('open');
  });

  it('takes an English and a Chinese export of one line for one', () => {
    const chinese = { ...ROW, part: 'A 部分', system: '工单系统', key: 'line-1' };
    const done = { ...ROW, key: 'line-1', doneBy: 'Li', doneAt: '2026-11-03T08:00:00Z' };
    expect(dueItems([chinese, done], '2026-11-10', 0)).toEqual([]);
    expect(mergedRows([chinese, done])).toEqual([done]);
    // A record from before keys were exported is that of the English words.
    const key = exportedKey(keyOfLine(ROW.part, ROW.system));
    expect(mergedRows([{ ...ROW }, { ...chinese, key }])).toHaveLength(1);
    const { key: _key, ...old } = ROW;
    expect(readEvidenceRow(old)).toEqual(ROW);
  });

  it('comes from what was ticked', () => {
    const item = { key: 'k', part: 'A', system: 's', action: 'a', owner: 'o', dueDay: 5, line: 1 };
    const run = {
      id: '1',
      subject: 'Ming',
      day0: '2026-11-02',
      ticks: { k: { by: 'Li', at: '2026-11-03T08:00:00Z' } },
    };
    expect(
      evidenceOf('r', run, [item, { ...item, key: 'other' }]).map(({ due, doneBy }) => [due, doneBy]),
    ).toEqual([
      ['2026-11-07', 'Li'],
      ['2026-11-07', ''],
    ]);
  });

  it.each([
    null,
    '',
    '[]',
    '{"runs":1}',
    '{"runs":[{"id":"1"}],"shown":"","by":""}',
    '{"runs":[{"id":"1","subject":"x","day0":"soon","ticks":{}}],"shown":"","by":""}',
  ])('is nothing, for what is damaged: %s', (json) => {
    expect(readRuns(json).runs).toEqual(NO_RUNS.runs);
  });
});
