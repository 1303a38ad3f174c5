import { inflateSync } from 'node:zlib';

const SIGNATURE = 'wOFF';
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * A WOFF font (W3C, version 1) as the TrueType or OpenType font within: the same tables, unpacked, under an sfnt header.
 * Fonts come packed from npm; what draws pictures reads them plain.
 * @throws TypeError if it is no WOFF
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== SIGNATURE) throw new TypeError('Expected a WOFF font.');
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const header = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  // Three numbers for a binary search that readers of our day do themselves.
  header.writeUInt16BE(SFNT_ENTRY << power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(SFNT_ENTRY * count - (SFNT_ENTRY << power), 10);
  const parts: Buffer[] = [header];
  let at = header.length;
  for (let i = 0; i < count; i++) {
    const from = WOFF_HEADER + WOFF_ENTRY * i;
    const to = SFNT_HEADER + SFNT_ENTRY * i;
    const [offset, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(from + place)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    woff.copy(header, to, from, from + 4);
    woff.copy(header, to + 4, from + 16, from + 20);
    header.writeUInt32BE(at, to + 8);
    header.writeUInt32BE(length, to + 12);
    const padding = Buffer.alloc(-length & 3);
    parts.push(table, padding);
    at += length + padding.length;
  }
  return Buffer.concat(parts);
}
