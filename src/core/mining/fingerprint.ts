/** A check sum of texts that does not depend on their order. */
export interface Fingerprint {
  add(text: string): void;
  /** 16 hex digits. */
  hex(): string;
}

/** The sums of two 32-bit hashes of each text (FNV-1a, Fowler, Noll and Vo, 1991, from two bases). */
export function fingerprint(): Fingerprint {
  let [low, high] = [0, 0];
  return {
    add: (text) => {
      let a = 0x811c9dc5;
      let b = 0x01000193;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        a = Math.imul(a ^ unit, 0x01000193);
        b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
      }
      low = (low + a) >>> 0;
      high = (high + b) >>> 0;
    },
    hex: () => [high, low].map((part) => part.toString(16).padStart(8, '0')).join(''),
  };
}
