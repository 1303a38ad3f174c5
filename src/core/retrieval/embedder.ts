/** Turns texts into unit vectors that are near each other when the texts mean the same. */
export interface Embedder {
  /** Names the weights; an index made by another embedder is refused. */
  readonly id: string;
  /** Length of every vector. */
  readonly dim: number;
  /** One vector a text, L2-normalised; all zeros for a text with no known token. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** Latin and Chinese words that it knows whole, the most frequent first: what is one of them is no slip. */
  readonly words?: readonly string[];
}
