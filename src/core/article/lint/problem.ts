/** An error fails `npm run content:lint`; a warning is shown and counted. */
export type Severity = 'error' | 'warning';

/** Where in a file, counted from one, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A change that is safe to make without asking: UTF-16 units of the file, `end` exclusive. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something wrong in a file of `content/`: where, what was found, what was expected and how to mend it. */
export interface Problem extends Place {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: Fix;
}

/** By file, line and column, then by rule, so that two runs say the same in the same order. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      byText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      byText(a.rule, b.rule) ||
      byText(a.message, b.message),
  );
}

/** Code units, not the computer's language: the same order everywhere. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
