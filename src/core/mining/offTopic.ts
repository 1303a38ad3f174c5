import type { Embedder } from '../retrieval/embedder.ts';
import { dot, dotRows, quantize } from '../retrieval/vectors.ts';
import type { Cluster } from './clusters.ts';

/** How like what no help site answers a text is: job applications, advertising, tests, other companies' parcels. */
export interface OffTopic {
  /** Mean cosine with the three nearest. */
  similarity(vector: Float32Array): number;
}

const NEAREST = 3;
/** Rows that are scored exactly: only the nearest three count. */
const EXACT_ROWS = 60;

/** @param known vectors of such messages */
export function createOffTopic(known: readonly Float32Array[]): OffTopic {
  const rows = quantize(known, known[0]?.length ?? 0);
  return {
    similarity: (vector) => {
      const nearest = new Array<number>(NEAREST).fill(-1);
      for (const value of dotRows(vector, rows, EXACT_ROWS)) {
        if (value <= nearest[NEAREST - 1]!) continue;
        nearest[NEAREST - 1] = value;
        nearest.sort((a, b) => b - a);
      }
      return nearest.reduce((sum, value) => sum + value, 0) / NEAREST;
    },
  };
}

/** Less like it than this is no sign: problems that nobody knew before are this far from everything. */
const LIKE = 0.55;
/** Many together are a surer sign. */
const GROUP_LIKE = 0.52;
/** A group is off topic if its tickets are nearer to that than to each other, or as near within this. */
const GROUP_MARGIN = 0.05;
/** One ticket of a group may be chance: it must be nearer by this. */
const TICKET_MARGIN = 0.15;
/** Of a group so many, the most central and the least, say what the whole is. */
const LOOKED_AT = 40;

/** Takes out groups, and tickets at the edge of others, that are nearer to what no help site answers than to their fellows. */
export async function withoutOffTopic(
  clusters: readonly Cluster[],
  textOf: (ticket: number) => string,
  embedder: Embedder,
  offTopic: OffTopic,
): Promise<Cluster[]> {
  const kept: Cluster[] = [];
  for (const cluster of clusters) {
    const half = Math.min(LOOKED_AT / 2, Math.ceil(cluster.length / 2));
    const looked = [...cluster.slice(0, half), ...cluster.slice(Math.max(half, cluster.length - half))];
    const vectors = await embedder.embed(looked.map(({ ticket }) => textOf(ticket)));
    const sum = sumOf(vectors);
    const judged = looked.map(({ ticket }, place) => {
      const off = offTopic.similarity(vectors[place]!);
      return { ticket, off, nearer: off - centrality(vectors[place]!, sum) };
    });
    const isOff =
      median(judged.map(({ off }) => off)) >= GROUP_LIKE &&
      median(judged.map(({ nearer }) => nearer)) >= -GROUP_MARGIN;
    if (isOff) continue;
    const strays = judged.filter(({ off, nearer }) => off >= LIKE && nearer >= TICKET_MARGIN);
    const out = new Set(strays.map(({ ticket }) => ticket));
    kept.push(cluster.filter(({ ticket }) => !out.has(ticket)));
  }
  return kept;
}

function sumOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!;
  return sum;
}

/** Cosine of a unit vector with the sum of the others. */
function centrality(vector: Float32Array, sum: Float32Array): number {
  const others = sum.map((value, i) => value - vector[i]!);
  const length = Math.sqrt(dot(others, others));
  return length > 0 ? dot(vector, others) / length : 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
