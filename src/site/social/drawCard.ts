import { renderAsync } from '@resvg/resvg-js';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cardSvg, type CardWords } from './card.ts';
import { openFont } from './fonts.ts';

/** Draws pictures, and remembers each by what is on it. */
export type DrawCard = (words: CardWords) => Promise<Uint8Array<ArrayBuffer>>;

/** @param cache a folder for unpacked fonts and for pictures that were drawn before */
export async function cardDrawer(cache: string): Promise<DrawCard> {
  const fonts = await Promise.all([openFont(400, cache), openFont(700, cache)]);
  const [{ family }, bold] = fonts;
  const fontFiles = fonts.map(({ file }) => file);
  return async (words) => {
    const svg = cardSvg(words, { family, boldWidthOf: bold.widthOf });
    // The names of the fonts carry their hashes.
    const basis = [svg, ...fontFiles.map((file) => path.basename(file))].join('\n');
    const file = path.join(cache, `${createHash('sha256').update(basis).digest('hex').slice(0, 24)}.png`);
    const drawn = await readFile(file).catch(() => undefined);
    if (drawn) return new Uint8Array(drawn);
    const image = await renderAsync(svg, {
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family },
    });
    const png = image.asPng();
    const draft = `${file}.${process.pid}`;
    await mkdir(cache, { recursive: true });
    await writeFile(draft, png);
    await rename(draft, file);
    return new Uint8Array(png);
  };
}
