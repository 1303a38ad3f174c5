/** The few rows of a large table that one step touches. Rows are zero until written to. */
export class SparseRows {
  readonly #dim: number;
  readonly #rows = new Map<number, Float32Array>();

  constructor(dim: number) {
    this.#dim = dim;
  }

  row(index: number): Float32Array {
    let row = this.#rows.get(index);
    if (!row) {
      row = new Float32Array(this.#dim);
      this.#rows.set(index, row);
    }
    return row;
  }

  entries(): MapIterator<[number, Float32Array]> {
    return this.#rows.entries();
  }
}
