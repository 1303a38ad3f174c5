import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Phrasings } from '../../src/core/article/schema.ts';
import { ProblemsFound } from '../lib/commandLine.ts';
import { loadPhrasings } from '../lib/knowledge.ts';

const lineSchema = z.object({ problem: z.string(), lang: z.string(), text: z.string().min(1) });

/**
 * Texts by the problem they put, in either language: `phrasebook/*.jsonl` and this deployment's `content/phrasings`.
 * @throws ProblemsFound naming the file and line that is not one
 */
export async function loadPhrasebook(): Promise<Map<string, string[]>> {
  const folder = path.join(import.meta.dirname, 'phrasebook');
  const problems = new Map<string, string[]>();
  const add = (problem: string, texts: readonly string[]): void => {
    problems.set(problem, [...(problems.get(problem) ?? []), ...texts]);
  };
  for (const file of (await readdir(folder)).sort()) {
    const lines = (await readFile(path.join(folder, file), 'utf8')).trim().split('\n');
    lines.forEach((line, i) => {
      const { problem, text } = parseLine(line, `${file}, line ${i + 1}`);
      add(problem, [text]);
    });
  }
  for (const [slug, phrasings] of await loadPhrasings()) add(`article/${slug}`, textsOf(phrasings));
  return problems;
}

function textsOf(phrasings: Phrasings): string[] {
  return [...phrasings.en, ...phrasings['zh-CN']].map(({ text }) => text);
}

function parseLine(line: string, place: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new ProblemsFound(`${place}: expected {"problem","lang","text"}.`, { cause: error });
  }
}
