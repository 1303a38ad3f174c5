/** `rows` vectors of `dim` floats each, one after another. */
export interface Matrix {
  readonly rows: number;
  readonly dim: number;
  readonly values: Float32Array;
}

export function zeros(rows: number, dim: number): Matrix {
  return { rows, dim, values: new Float32Array(rows * dim) };
}
