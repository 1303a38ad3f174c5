/** The Network Information API (WICG), which the types of the DOM do not know. Where it is absent, nobody asks for anything. */
export interface Connection {
  readonly saveData?: boolean;
  /** What it is like, by the round trip that is measured: `slow-2g`, `2g`, `3g` or `4g`, which stands for anything better. */
  readonly effectiveType?: string;
  /** Megabits a second; 0 without a network. */
  readonly downlink?: number;
}

/**
 * Below it the model takes longer to come than somebody takes to write. Chrome says 1.456, give or take a tenth, of every
 * cable that it has not measured yet (net/nqe/network_quality_estimator_params.cc): that must not count as slow.
 */
const SLOW_MBITS = 1.25;

/** Whether the person, or the network, asks for few bytes. */
export function isSparing({ saveData, effectiveType = '', downlink = 0 }: Connection = {}): boolean {
  const isSlow = /^(?:slow-2g|2g|3g)$/.test(effectiveType) || (downlink > 0 && downlink < SLOW_MBITS);
  return saveData === true || isSlow;
}
