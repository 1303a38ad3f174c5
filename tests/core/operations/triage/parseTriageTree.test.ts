import { describe, expect, test } from 'vitest';
import { parseTriageTree } from '../../../../src/core/operations/triage/parseTriageTree.ts';
import type { KnownTargets } from '../../../../src/core/operations/triage/treeLinks.ts';

const VARIABLES = { en: { brand: 'Firstline Wallet' }, 'zh-CN': { brand: 'Firstline 钱包' } };
const KNOWN: KnownTargets = {
  articles: new Map([
    ['wallet/pending-transaction', 'public'],
    ['runbooks/escalation/engineering', 'internal'],
  ]),
  trees: { public: new Set(['card-declined']), internal: new Set(['card-declined', 'drained-wallet']) },
  replies: new Set(['still-pending']),
  teams: new Set(['engineering', 'security']),
};
const TREE = `title: { en: Stuck, zh-CN: 卡住了 }
summary: { en: It hangs., zh-CN: 卡住了。 }
audience: internal
product: wallet
issueType: wallet
article: wallet/pending-transaction
steps:
  - id: hash
    question:
      en: Does {brand} show a hash?
      zh-CN: '{brand}里有哈希吗？'
    evidence: [hash, { kind: hash, id: second, label: { en: Second hash, zh-CN: 第二个哈希 } }]
    answers:
      - en: 'Yes'
        zh-CN: 有
        next: told
      - en: No
        zh-CN: 没有
        next: escalated
ends:
  - id: told
    kind: reply
    title: { en: Pending, zh-CN: 待确认 }
    advice: { en: Wait., zh-CN: 等待。 }
    article: wallet/pending-transaction
    reply: still-pending
  - id: escalated
    kind: escalation
    title: { en: Lost, zh-CN: 丢了 }
    advice: { en: Hand it over., zh-CN: 转交。 }
    team: engineering
    severity: sev4
    layer: backend
    runbook: runbooks/escalation/engineering
`;
const FILE = 'content/triage/stuck.yml';
const problemsOf = (yaml: string, file = FILE): string[] => {
  try {
    parseTriageTree(file, yaml, VARIABLES, KNOWN);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};
const changed = (from: string, to: string, file = FILE): string[] => {
  expect(TREE).toContain(from);
  return problemsOf(
    TREE.replace(from, () => to),
    file,
  );
};

describe('a tree', () => {
  test('is read with its variables in the language they stand in', () => {
    const tree = parseTriageTree(FILE, TREE, VARIABLES, KNOWN);
    expect(tree.steps[0]!.question).toEqual({
      en: 'Does Firstline Wallet show a hash?',
      'zh-CN': 'Firstline 钱包里有哈希吗？',
    });
    expect(tree.steps[0]!.evidence).toEqual([
      { kind: 'hash', id: 'hash', label: undefined },
      { kind: 'hash', id: 'second', label: { en: 'Second hash', 'zh-CN': '第二个哈希' } },
    ]);
  });

  test.each([
    ['YAML that cannot be read', 'title: {', 'title: { {', 'found YAML that cannot be read'],
    [
      'no Chinese',
      ', zh-CN: 卡住了 }',
      ' }',
      'line 1, title.zh-CN: found nothing; expected the Chinese text',
    ],
    ['an empty text', 'en: Stuck', "en: ' '", 'line 1, title.en: found " "; expected the English text'],
    ['an unknown field', 'product: wallet', 'produkt: wallet', 'Unrecognized key: "produkt"'],
    [
      'an unknown kind of end',
      'kind: reply',
      'kind: letter',
      'line 22, ends.0.kind: found "letter"; expected one of article, reply, escalation, incident, contact',
    ],
    [
      'evidence that would be a secret',
      '[hash, {',
      '[recovery-phrase, {',
      'line 12, steps.0.evidence.0: found "recovery-phrase"; expected one of hash, address',
    ],
    [
      'a step that is not there',
      'next: told',
      'next: tolt',
      'line 16, steps.0.answers.0.next: found tolt; expected the id of a step or an end. Fix: correct it, or add the step',
    ],
    [
      'an unknown variable',
      '{brand} show',
      '{brnd} show',
      'line 10, steps.0.question.en: found {brnd}; expected one of brand.',
    ],
    [
      'a question for a secret',
      'Hand it over.',
      'Ask them to send their recovery phrase.',
      'can be read as asking for a secret',
    ],
    ['the same in Chinese', '转交。', '请用户把助记词发过来。', 'can be read as asking for a secret'],
    [
      'an article that is not there',
      'article: wallet/pending-transaction\nsteps',
      'article: wallet/pending\nsteps',
      'line 6, article: found wallet/pending; expected the slug of an article',
    ],
    [
      'a reply that is not there',
      'reply: still-pending',
      'reply: pending',
      'line 26, ends.0.reply: found pending; expected the id of a file of content/replies',
    ],
    [
      'a tree that is not there',
      'reply: still-pending',
      'tree: swap',
      'line 26, ends.0.tree: found swap; expected the name of another internal tree',
    ],
    [
      'a folder for everybody',
      'audience: internal',
      'audience: public',
      'line 3, audience: found public; expected internal in this folder',
    ],
  ])('with %s is refused, with its place and how to mend it', (_, from, to, expected) => {
    const problems = changed(from, to);
    expect(problems[0]).toBe(`${FILE} cannot be used:`);
    expect(problems.join('\n')).toContain(expected);
    expect(problems.join('\n')).toContain('Fix: ');
  });

  test('says everything that is wrong at once', () => {
    const yaml = TREE.replace('next: told', 'next: tolt').replace(
      'wallet/pending-transaction',
      'wallet/none',
    );
    // The end that nothing leads to any more is not named beside the slip that cut it off.
    expect(problemsOf(yaml).filter((line) => line.startsWith('  - '))).toHaveLength(2);
  });

  test('for everybody names nothing internal', () => {
    const file = 'content/triage/public/stuck.yml';
    const open = TREE.replace('audience: internal', 'audience: public');
    const problems = problemsOf(open, file).join('\n');
    expect(problems).toContain('ends.0.kind: found reply; expected article or contact in a public tree');
    expect(problems).toContain('ends.1.kind: found escalation');
    expect(problems).toContain('ends.1.runbook: found runbooks/escalation/engineering, which is internal');
    expect(problemsOf(TREE, file).join('\n')).toContain(
      'audience: found internal; expected public in this folder',
    );
  });

  test('is not checked for links where nothing is known of them', () => {
    expect(() => parseTriageTree(FILE, TREE, VARIABLES)).not.toThrow();
  });
});
