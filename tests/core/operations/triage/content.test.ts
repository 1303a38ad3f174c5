import fc from 'fast-check';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../../../../content/i18n/en.json' with { type: 'json' };
import zh from '../../../../content/i18n/zh-CN.json' with { type: 'json' };
import { ROOT } from '../../../../scripts/lib/paths.ts';
import { say } from '../../../../src/site/components/words.ts';
import { config } from '../../../../src/config.ts';
import { parseFlowchart } from '../../../../src/core/article/diagram/flowchart.ts';
import { LANGUAGES, type Language } from '../../../../src/core/article/language.ts';
import { takeHandOver, leaveHandOver } from '../../../../src/core/operations/handOver.ts';
import { contactValues } from '../../../../src/core/operations/triage/contactDraft.ts';
import {
  EVIDENCE_KINDS,
  EVIDENCE_PROBLEMS,
  type EvidenceKind,
} from '../../../../src/core/operations/triage/evidence.ts';
import { flowchartOf } from '../../../../src/core/operations/triage/flowchart.ts';
import { parseTriageTree } from '../../../../src/core/operations/triage/parseTriageTree.ts';
import {
  handOverOf,
  summaryOf,
  summaryText,
  type Say,
} from '../../../../src/core/operations/triage/summary.ts';
import type { KnownTargets } from '../../../../src/core/operations/triage/treeLinks.ts';
import type { TriageTree } from '../../../../src/core/operations/triage/triageTree.ts';
import {
  choose,
  NEW_WALK,
  note,
  positionOf,
  type Walk,
} from '../../../../src/core/operations/triage/walk.ts';
import { findSecrets } from '../../../../src/core/privacy/secrets.ts';

const filesIn = (folder: string) => globSync(`${folder}/*.yml`, { cwd: ROOT }).sort();
const nameOf = (file: string) => path.basename(file, '.yml');
const INTERNAL = filesIn('content/triage');
const PUBLIC = filesIn('content/triage/public');

/** The articles that are there in both languages. */
const articles: KnownTargets['articles'] = new Map(
  globSync('content/docs/zh-cn/**/*.md', { cwd: ROOT }).flatMap((file) => {
    const slug = file.slice('content/docs/zh-cn/'.length, -'.md'.length);
    const text = existsSync(path.join(ROOT, `content/docs/${slug}.md`))
      ? readFileSync(path.join(ROOT, `content/docs/${slug}.md`), 'utf8')
      : '';
    const audience = /^audience: (public|internal)$/m.exec(text)?.[1] as 'public' | 'internal' | undefined;
    return audience ? [[slug, audience] as const] : [];
  }),
);
const known: KnownTargets = {
  articles,
  trees: { internal: new Set(INTERNAL.map(nameOf)), public: new Set(PUBLIC.map(nameOf)) },
  replies: new Set(filesIn('content/replies').map(nameOf)),
  teams: new Set(filesIn('content/teams').map(nameOf)),
};
const read = (file: string): TriageTree =>
  parseTriageTree(file, readFileSync(path.join(ROOT, file), 'utf8'), config.variables, known);

/** The words as the pages have them; one that is missing is an error here. */
const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, 'zh-CN': zh };
const sayIn =
  (language: Language): Say =>
  (key, values) => {
    const strings = words[language];
    if (!(`firstline.triage.${key}` in strings)) throw new Error(`no word for ${key} in ${language}`);
    return say({ '': strings[`firstline.triage.${key}`]! }, '', values);
  };

/** What agents note, as it may be. */
const VALUES: Readonly<Record<EvidenceKind, string>> = {
  hash: `0x${'9f3c1d0e'.repeat(8)}`,
  address: 'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
  network: 'ethereum',
  asset: 'USDT',
  amount: '120.50',
  time: '2026-11-21 14:05 UTC+8',
  'app-version': '6.2.0',
  device: 'Pixel 9, Android 16',
  country: 'DE',
  'request-id': 'req_9f3c1d0e',
  'order-id': 'BUY-20261121-77',
  'authorisation-id': '829104',
  'last-four': '4242',
  merchant: 'Bookshop',
  site: 'example.com',
  error: 'Could not authenticate (05)',
  screenshot: 'yes',
};

const HANDED = /[\u3400-\u9fff]/;

/** A walk that answers at random until it ends, and notes something for every field. */
function randomWalk(tree: TriageTree, answers: readonly number[]): Walk {
  let walk = NEW_WALK;
  for (let turn = 0; positionOf(tree, walk).kind === 'step'; turn++) {
    const position = positionOf(tree, walk);
    if (position.kind === 'end') break;
    for (const { id, kind } of position.step.evidence) walk = note(walk, id, VALUES[kind]);
    // A tree with a way back would let chance walk for ever; the first answer leads onward.
    const wanted = turn > 30 ? turn : (answers[turn] ?? 0);
    walk = choose(tree, walk, wanted % position.step.answers.length);
  }
  return walk;
}

describe.each([...INTERNAL, ...PUBLIC])('%s', (file) => {
  const tree = read(file);

  test('ends every walk with a summary in both languages, without a hole in it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 30, maxLength: 30 }), (answers) => {
        const walk = randomWalk(tree, answers);
        for (const language of LANGUAGES) {
          const words = sayIn(language);
          const summary = summaryOf(tree, walk, language, words);
          expect(summary.end).toBeDefined();
          expect(summary.missing).toEqual([]);
          const text =
            tree.audience === 'internal'
              ? summaryText(summary, language, words)
              : contactValues(tree, walk, language, words)['description']!;
          expect(text).not.toMatch(/\{\{?\w+\}|undefined/);
          expect(text.split('\n').filter((line) => /[:：]\s*$/.test(line)).length).toBeLessThanOrEqual(2);
          expect(HANDED.test(text)).toBe(language === 'zh-CN');
        }
      }),
    );
  });

  test('hands a case over that arrives whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 30, maxLength: 30 }), (answers) => {
        const walk = randomWalk(tree, answers);
        const handOver = handOverOf(tree, walk, 'en', 'zh-CN', sayIn);
        const store = new Map<string, string>();
        expect(
          leaveHandOver({ setItem: (key, value) => void store.set(key, value) }, handOver, findSecrets),
        ).toBe(true);
        const arrived = takeHandOver({
          getItem: (key) => store.get(key) ?? null,
          removeItem: (key) => void store.delete(key),
        });
        expect(arrived).toEqual(JSON.parse(JSON.stringify(handOver)));
        expect(arrived!.language).toBe('zh-CN');
        expect(arrived!.steps).toHaveLength(walk.choices.length);
        // A team is written to in its own language, whatever the page was in.
        for (const language of LANGUAGES) {
          const { summary, steps, because } = arrived!.words![language];
          for (const text of [summary, because!, ...steps])
            expect(HANDED.test(text), text).toBe(language === 'zh-CN');
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is drawn with a box for each step and end, and an arrow for each answer', () => {
    for (const language of LANGUAGES) {
      const { nodes, edges, alt } = parseFlowchart(flowchartOf(tree, language, 'Shows it.'));
      expect(nodes).toHaveLength(tree.steps.length + tree.ends.length);
      const arrows = tree.steps.map(({ answers }) => new Set(answers.map(({ next }) => next)).size);
      expect(edges).toHaveLength(arrows.reduce((sum, count) => sum + count));
      expect(edges.every(({ label }) => label !== '')).toBe(true);
      expect(alt).toBe('Shows it.');
    }
  });

  test('keeps its questions short, and its answers within the number keys', () => {
    for (const { question, answers } of tree.steps) {
      expect(answers.length).toBeLessThanOrEqual(9);
      expect(question.en.length, question.en).toBeLessThanOrEqual(150);
      expect(question['zh-CN'].length, question['zh-CN']).toBeLessThanOrEqual(60);
    }
  });

  test('is written in Chinese where it says so, and as the glossary has it', () => {
    for (const text of chineseIn(tree)) {
      expect(text).not.toMatch(
        /[您]|[\u3400-\u9fff][A-Za-z0-9](?!DS)|[A-Za-z0-9][\u3400-\u9fff]|[\u3400-\u9fff] ?[,;?!]/,
      );
    }
  });
});

test('the nine trees for agents and the four for everybody are there', () => {
  expect(INTERNAL.map(nameOf)).toEqual([
    'app-crashes',
    'card-declined',
    'drained-wallet',
    'identity-check-stuck',
    'purchase-not-delivered',
    'swap-failed',
    'three-d-secure-fails',
    'transaction-not-arrived',
    'transaction-stuck',
  ]);
  expect(PUBLIC.map(nameOf)).toEqual([
    'card-declined',
    'swap-failed',
    'transaction-not-arrived',
    'transaction-stuck',
  ]);
});

test('there is a word for every kind of evidence and everything that can be wrong with it', () => {
  for (const language of LANGUAGES) {
    for (const kind of EVIDENCE_KINDS) expect(sayIn(language)(`evidence.${kind}`)).not.toBe('');
    for (const problem of EVIDENCE_PROBLEMS) expect(sayIn(language)(`problem.${problem}`)).not.toBe('');
  }
});

function chineseIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'zh-CN' && typeof part === 'string' ? [part] : chineseIn(part),
  );
}
