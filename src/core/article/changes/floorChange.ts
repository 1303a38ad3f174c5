import type { FileChange } from './articleChange.ts';

/** A bound on the quality of suggestions that a change moves. */
export interface FloorChange {
  /** Where it stands in the file: `byLanguage.en.recall@1`. */
  readonly name: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Whether it now allows worse suggestions than before; the commit has to say why. */
  readonly isLowered: boolean;
}

/** Numbers below this key are ceilings; all others are floors. */
const CEILINGS = 'atMost';

/** The bounds that differ between two versions of `tests/fixtures/retrieval/floors.json`, in the order of the file. */
export function floorChanges({ before, after }: FileChange): FloorChange[] {
  const then = numbersOf(before?.text);
  const now = numbersOf(after?.text);
  const names = [...new Set([...then.keys(), ...now.keys()])];
  return names
    .filter((name) => then.get(name) !== now.get(name))
    .map((name) => {
      const [old, current] = [then.get(name), now.get(name)];
      const isCeiling = name.startsWith(`${CEILINGS}.`);
      const isLooser =
        old !== undefined && current !== undefined && (isCeiling ? current > old : current < old);
      return { name, before: old, after: current, isLowered: current === undefined || isLooser };
    });
}

function numbersOf(json: string | undefined): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'number') numbers.set(path.join('.'), value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, below] of Object.entries(value)) walk(below, [...path, key]);
  };
  try {
    walk(JSON.parse(json ?? '{}'), []);
  } catch {
    return new Map();
  }
  return numbers;
}
