import { textHashes } from './textHash.ts';

/** A check sum of texts that does not depend on their order. */
export interface Fingerprint {
  add(text: string): void;
  /** 16 hex digits. */
  hex(): string;
}

/** The sums of the hashes of each text. */
export function fingerprint(): Fingerprint {
  let [low, high] = [0, 0];
  return {
    add: (text) => {
      const [a, b] = textHashes(text);
      low = (low + a) >>> 0;
      high = (high + b) >>> 0;
    },
    hex: () => [high, low].map((part) => part.toString(16).padStart(8, '0')).join(''),
  };
}
