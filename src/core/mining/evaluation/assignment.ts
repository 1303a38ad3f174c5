/**
 * Matches rows with columns, each at most once, so that the sum of the matched cells is the largest there is: the
 * Hungarian method with potentials (Kuhn, "The Hungarian method for the assignment problem", 1955; in the O(n³) form of
 * Jonker and Volgenant, 1987).
 * @param gains by row, then column; every row of the same length
 * @returns by row, its column, or -1
 */
export function bestAssignment(gains: readonly (readonly number[])[]): number[] {
  const [rows, columns] = [gains.length, gains[0]?.length ?? 0];
  if (rows > columns) return turned(bestAssignment(transposed(gains, columns)), rows);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  // Row matched with each column, counted from 1; column 0 holds the row that looks for one.
  const rowOf = new Int32Array(columns + 1);
  const from = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const isDone = new Uint8Array(columns + 1);
    do {
      isDone[column] = 1;
      const current = rowOf[column]!;
      let [delta, next] = [Infinity, 0];
      for (let other = 1; other <= columns; other++) {
        if (isDone[other] === 1) continue;
        const cost = -gains[current - 1]![other - 1]! - rowPotential[current]! - columnPotential[other]!;
        if (cost < least[other]!) {
          least[other] = cost;
          from[other] = column;
        }
        if (least[other]! < delta) [delta, next] = [least[other]!, other];
      }
      for (let other = 0; other <= columns; other++) {
        if (isDone[other] === 1) {
          rowPotential[rowOf[other]!]! += delta;
          columnPotential[other]! -= delta;
        } else least[other]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = from[column]!) rowOf[column] = rowOf[from[column]!]!;
  }
  const columnOf = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++)
    if (rowOf[column]! > 0) columnOf[rowOf[column]! - 1] = column - 1;
  return columnOf;
}

function transposed(gains: readonly (readonly number[])[], columns: number): number[][] {
  return Array.from({ length: columns }, (_, column) => gains.map((row) => row[column]!));
}

/** The same matching, by the other side. */
function turned(columnOf: readonly number[], length: number): number[] {
  const rowOf = new Array<number>(length).fill(-1);
  columnOf.forEach((column, row) => {
    if (column >= 0) rowOf[column] = row;
  });
  return rowOf;
}
