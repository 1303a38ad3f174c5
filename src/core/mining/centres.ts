import type { Cluster } from './clusters.ts';
import { dotAt } from './dotAt.ts';
import { rowProducts, upTo } from './products.ts';

/** The middles of issues, frozen, to which further tickets are assigned. */
export interface Centres {
  readonly count: number;
  /** Adds the centre of a cluster; returns its number. */
  add(rows: Float32Array, cluster: Cluster): number;
  /** Of the first `earlier` centres the nearest to centre `centre`, if their cosine is `enough`; else itself. */
  near(centre: number, earlier: number, enough: number): number;
  /** The issue whose centre is nearest to a row, and whether the row is as near as the issue's own tickets are. */
  nearest(
    rows: Float32Array,
    at: number,
  ): { readonly issue: number; readonly similarity: number; readonly fits: boolean };
}

/** Of an issue's own tickets this share is further out than a ticket may be to be one of them. */
const OUTSIDE = 0.03;

/** @param dim columns of a row */
export function createCentres(dim: number): Centres {
  let centres = new Float32Array(0);
  let multiply = rowProducts(centres, dim);
  let numbers = upTo(0);
  let products = new Float32Array(0);
  const floors: number[] = [];
  return {
    get count() {
      return floors.length;
    },
    add: (rows, cluster) => {
      const grown = new Float32Array(centres.length + dim);
      grown.set(centres);
      const at = centres.length;
      for (const { ticket } of cluster)
        for (let i = 0; i < dim; i++) grown[at + i]! += rows[ticket * dim + i]!;
      const length = Math.sqrt(dotAt(grown, at, grown, at, dim)) || 1;
      for (let i = at; i < at + dim; i++) grown[i]! /= length;
      centres = grown;
      multiply = rowProducts(centres, dim);
      numbers = upTo(centres.length / dim);
      products = new Float32Array(numbers.length);
      const similarities = cluster.map(({ similarity }) => similarity).sort((a, b) => a - b);
      floors.push(similarities[Math.floor(similarities.length * OUTSIDE)] ?? 1);
      return floors.length - 1;
    },
    near: (centre, earlier, enough) => {
      let [best, most] = [centre, enough];
      for (let other = 0; other < earlier; other++) {
        const similarity = dotAt(centres, centre * dim, centres, other * dim, dim);
        if (similarity >= most) [best, most] = [other, similarity];
      }
      return best;
    },
    nearest: (rows, at) => {
      multiply(products, rows, at, numbers, 0, numbers.length);
      let issue = -1;
      let most = -Infinity;
      for (let centre = 0; centre < products.length; centre++) {
        if (products[centre]! <= most) continue;
        issue = centre;
        most = products[centre]!;
      }
      const length = Math.sqrt(dotAt(rows, at, rows, at, dim)) || 1;
      const similarity = issue < 0 ? 0 : most / length;
      return { issue, similarity, fits: issue >= 0 && similarity >= floors[issue]! };
    },
  };
}
