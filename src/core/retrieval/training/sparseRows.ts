/** The gradient of a table of which one step touches few rows. All rows are zero until they are asked for. */
export class SparseRows {
  /** Row-major, as large as the table; only touched rows hold anything. */
  readonly values: Float32Array;
  readonly #dim: number;
  readonly #isTouched: Uint8Array;
  readonly #touched: number[] = [];

  constructor(rows: number, dim: number) {
    this.values = new Float32Array(rows * dim);
    this.#dim = dim;
    this.#isTouched = new Uint8Array(rows);
  }

  /** Where a row starts in `values`; the row counts as touched from now on. */
  offset(row: number): number {
    if (this.#isTouched[row] === 0) {
      this.#isTouched[row] = 1;
      this.#touched.push(row);
    }
    return row * this.#dim;
  }

  touched(): readonly number[] {
    return this.#touched;
  }

  /** Makes every touched row zero again. */
  clear(): void {
    for (const row of this.#touched) {
      this.values.fill(0, row * this.#dim, (row + 1) * this.#dim);
      this.#isTouched[row] = 0;
    }
    this.#touched.length = 0;
  }
}
