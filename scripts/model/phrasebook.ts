import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ProblemsFound } from '../lib/commandLine.ts';

/** One line of the phrasebook: a way to put a support problem. */
const lineSchema = z.strictObject({
  problem: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/),
  lang: z.enum(['en', 'zh']),
  text: z.string().min(1),
});
export type PhrasebookLine = z.infer<typeof lineSchema>;

/** The phrasebook, by what its lines are for. */
export interface Phrasebook {
  /** What the model learns: texts by problem. */
  readonly problems: ReadonlyMap<string, readonly PhrasebookLine[]>;
  /** Problems never trained on, to measure with. */
  readonly heldOut: ReadonlyMap<string, readonly PhrasebookLine[]>;
  /** Messages that no article answers, by kind. */
  readonly offTopic: ReadonlyMap<string, readonly PhrasebookLine[]>;
}

const FOLDER = path.join(import.meta.dirname, 'phrasebook');
const OFF_TOPIC = 'off-topic/';

/** Reads `phrasebook/*.jsonl`. @throws ProblemsFound naming the file and line that is not one */
export async function loadPhrasebook(): Promise<Phrasebook> {
  const kept = new Set(JSON.parse(await readFile(path.join(FOLDER, 'held-out.json'), 'utf8')) as string[]);
  const [problems, heldOut, offTopic] = [0, 1, 2].map(() => new Map<string, PhrasebookLine[]>());
  for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith('.jsonl')).sort()) {
    const lines = (await readFile(path.join(FOLDER, file), 'utf8')).trim().split('\n');
    lines.forEach((line, i) => {
      const parsed = parseLine(line, `scripts/model/phrasebook/${file}, line ${i + 1}`);
      const { problem } = parsed;
      const group = problem.startsWith(OFF_TOPIC) ? offTopic! : kept.has(problem) ? heldOut! : problems!;
      group.set(problem, [...(group.get(problem) ?? []), parsed]);
    });
  }
  return { problems: problems!, heldOut: heldOut!, offTopic: offTopic! };
}

function parseLine(line: string, place: string): PhrasebookLine {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new ProblemsFound(`${place}: expected {"problem":"domain/id","lang":"en" or "zh","text"}.`, {
      cause: error,
    });
  }
}
