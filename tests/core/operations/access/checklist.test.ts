import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticleFile } from '../../../../src/core/article/article.ts';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { parseChecklist, withKeysOf } from '../../../../src/core/operations/access/checklist.ts';
import { lintChecklists } from '../../../../src/core/operations/access/lintChecklists.ts';

const bodyOf = (id: string) => parseArticleFile(id, id, readFileSync(`content/docs/${id}.md`, 'utf8')).body;
const checklistOf = (id: string) => parseChecklist(parseMarkdown(bodyOf(id)));

describe.each(['onboarding', 'offboarding', 'periodic-review'])('%s', (name) => {
  const english = checklistOf(`runbooks/access/${name}`);
  const chinese = checklistOf(`zh-cn/runbooks/access/${name}`);

  it('has a box for every line, each with system, owner and day', () => {
    expect(english.wrong).toEqual([]);
    expect(chinese.wrong).toEqual([]);
    const boxes = bodyOf(`runbooks/access/${name}`).match(/^- \[ \] /gm)!.length;
    expect(english.items).toHaveLength(boxes);
    expect(english.items.length).toBeGreaterThan(10);
    for (const { system, action, owner } of [...english.items, ...chinese.items])
      for (const text of [system, action, owner]) expect(text).toMatch(/\S/);
    expect(new Set(english.items.map(({ key }) => key)).size).toBe(english.items.length);
  });

  it('has the same lines in both languages', () => {
    const keyed = withKeysOf(english.items, chinese.items);
    expect(keyed?.map(({ key }) => key)).toEqual(english.items.map(({ key }) => key));
    const teams = (items: typeof english.items) =>
      items.map(({ owner }) => owner).filter((owner) => /^[a-z]+-[a-z]+$/.test(owner));
    expect(teams(chinese.items)).toEqual(teams(english.items));
  });
});

describe('a line', () => {
  const parse = (body: string) => parseChecklist(parseMarkdown(body));

  it('keeps its words, and needs who and until when', () => {
    expect(
      parse(
        '## Part A\n\n- [ ] **Help desk**: seat, no export. Two roles. Owner: support-ops. Due: day 5\n- [x] **No owner**: nothing. Due: day 1\n- a plain one\n',
      ),
    ).toEqual({
      items: [
        {
          key: expect.any(String),
          part: 'Part A',
          system: 'Help desk',
          action: 'seat, no export. Two roles',
          owner: 'support-ops',
          dueDay: 5,
          line: 3,
        },
      ],
      wrong: [
        {
          line: 4,
          message: expect.stringMatching(/^found "- \[ \] No owner: nothing. Due: day 1"; expected a line/),
        },
      ],
    });
    expect(
      parse('- [ ] **工单系统**：按岗位开席位。负责人：客服主管。期限：第 −1 天').items[0],
    ).toMatchObject({ system: '工单系统', owner: '客服主管', dueDay: -1 });
  });

  it.each([
    ['- [ ] **A**: b. Owner: c. Due: someday', /expected a line such as/],
    ['- [ ] **A**: b. Owner: c. Due: day 9999', /expected a day at most 366 from day 0/],
    ['- [ ] **A**: b. Owner: c. Due: day 1\n- [ ] **A**: d. Owner: e. Due: day 2', /both would be ticked/],
  ])('%s is named', (body, message) => {
    expect(parse(body).wrong).toEqual([
      { line: body.split('\n').length, message: expect.stringMatching(message) },
    ]);
  });

  it('that differs in its day has no keys to take', () => {
    const [one, two] = [
      parse('- [ ] **A**: b. Owner: c. Due: day 1').items,
      parse('- [ ] **A**: b. Owner: c. Due: day 2').items,
    ];
    expect(withKeysOf(one, two)).toBeUndefined();
    expect(withKeysOf(one, [])).toBeUndefined();
  });
});

describe('the lint', () => {
  const page = (id: string, lines: string) => ({
    file: `content/docs/${id}.md`,
    id,
    text: `---\ntitle: X\n---\n\n## Part\n\n${lines}\n`,
  });
  const said = (...pages: readonly ReturnType<typeof page>[]) =>
    lintChecklists(pages).map(({ file, line, message }) => `${file}:${line} ${message.replace(/;.*/, '')}`);
  const ID = 'runbooks/access/x';
  const good = '- [ ] **A**: b. Owner: c. Due: day 1';

  it('names the line of the file, also where every line is wrong', () => {
    expect(said(page(ID, `${good}\n- [ ] **B**: b. Owner: c. Due: someday`))).toEqual([
      `content/docs/${ID}.md:8 found "- [ ] B: b. Owner: c. Due: someday"`,
    ]);
    expect(said(page(ID, '- [ ] Nothing'))).toEqual([`content/docs/${ID}.md:7 found "- [ ] Nothing"`]);
  });

  it('holds the languages together, and leaves other pages alone', () => {
    const chinese = page(`zh-cn/${ID}`, '- [ ] **甲**：做。负责人：乙。期限：第 2 天');
    expect(said(page(ID, good), chinese)).toEqual([
      `content/docs/zh-cn/${ID}.md:7 found other lines or days than on the English page`,
    ]);
    expect(said(page('wallet/x', '- [ ] Nothing'))).toEqual([]);
  });
});
