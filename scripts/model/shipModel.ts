import type { Background } from '../../src/core/retrieval/background.ts';
import type { Matrix } from '../../src/core/retrieval/training/matrix.ts';
import { quantize, TABLE_STEP } from '../../src/core/retrieval/vectors.ts';
import type { Phrasebook, PhrasebookLine } from './phrasebook.ts';
import { writeModelFolder } from './writeModelFolder.ts';

const TEXTS_A_PROBLEM = 3;
const CHECKED_TEXTS = 5;

export interface TrainedModel {
  readonly id: string;
  /** A parsed tokenizer.json whose first two tokens are padding and unknown. */
  readonly tokenizer: object;
  readonly table: Matrix;
  /** Leading columns that are shipped. */
  readonly columns: number;
  readonly maxTokens: number;
  readonly phrasebook: Phrasebook;
}

/** Writes a trained model as it is served. */
export async function shipModel(out: string, model: TrainedModel): Promise<void> {
  const { id, tokenizer, table, columns, maxTokens, phrasebook } = model;
  const rows = Array.from({ length: table.rows }, (_, row) =>
    table.values.subarray(row * table.dim, row * table.dim + columns),
  );
  const quantized = quantize(rows, columns, TABLE_STEP);
  const config = {
    id,
    dim: columns,
    rows: table.rows,
    maxTokens,
    ignoredTokenIds: [0, 1],
    // Filled in by what is written.
    files: {} as never,
  };
  await writeModelFolder(out, { config, tokenizer }, quantized, backgroundFile(phrasebook));
}

/** `background.json` as it is served. */
export function backgroundFile(phrasebook: Phrasebook): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(backgroundOf(phrasebook)));
}

function backgroundOf({ problems, heldOut, offTopic }: Phrasebook): Background {
  const texts = (lines: readonly PhrasebookLine[]): string[] => lines.map(({ text }) => text);
  return {
    offTopic: [...offTopic.values()].map(texts),
    problems: [...problems.values()].map((lines) => texts(some(lines, TEXTS_A_PROBLEM))),
    check: [...heldOut.values()].flatMap((lines) => some(lines, CHECKED_TEXTS)),
  };
}

/** So many of each language, spread over the problem's texts: they are ordered from terse to long. */
function some(lines: readonly PhrasebookLine[], count: number): PhrasebookLine[] {
  return (['en', 'zh'] as const).flatMap((lang) => {
    const own = lines.filter((line) => line.lang === lang);
    return own.filter(
      (_, i) => Math.floor(((i + 1) * count) / own.length) > Math.floor((i * count) / own.length),
    );
  });
}
