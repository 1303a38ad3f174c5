import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../scripts/lib/paths.ts';
import { parseOfficialList } from '../../../../src/core/operations/official/parseOfficialList.ts';

const FOLDER = path.join(ROOT, 'tests/fixtures/official');

/** A list with something of every kind. */
export const fixtureList = parseOfficialList(
  'official.yml',
  readFileSync(path.join(FOLDER, 'official.yml'), 'utf8'),
  { en: {}, 'zh-CN': {} },
);

interface Case {
  readonly lang: 'en' | 'zh-CN';
  readonly text: string;
  readonly verdict: 'official' | 'not-ours' | 'lookalike' | 'nothing';
  /** Of the worst thing in the text. */
  readonly reasons?: readonly string[];
}

/** Texts as people paste them, with what a person would say of each. */
export const fixtureCases: readonly Case[] = readFileSync(path.join(FOLDER, 'cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case);
