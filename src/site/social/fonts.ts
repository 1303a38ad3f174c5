import { create } from 'fontkitten';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { unpackWoff } from './woff.ts';

/** A font that pictures are drawn with. */
export interface CardFont {
  /** Its file, unpacked. */
  readonly file: string;
  readonly family: string;
  readonly weight: number;
  /** How wide a text is, in units of the font's size. */
  readonly widthOf: (text: string) => number;
}

/** Latin letters and 8,000 Chinese characters in one file: from npm, so that every machine draws the same. */
const PACKAGE = '@fontsource/noto-sans-sc/files';

/** Unpacks a weight into a folder, once, and opens it. */
export async function openFont(weight: 400 | 700, folder: string): Promise<CardFont> {
  const require = createRequire(import.meta.url);
  const packed = await readFile(
    require.resolve(`${PACKAGE}/noto-sans-sc-chinese-simplified-${weight}-normal.woff`),
  );
  const hash = createHash('sha256').update(packed).digest('hex').slice(0, 12);
  const file = path.resolve(folder, `noto-sans-sc-${weight}.${hash}.ttf`);
  const bytes = unpackWoff(packed);
  if (!(await stat(file).catch(() => undefined))) {
    await mkdir(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, bytes);
    await rename(draft, file);
  }
  const font = create(bytes);
  if (font.isCollection) throw new TypeError(`${PACKAGE}: expected one font a file.`);
  const widths = new Map<string, number>();
  const widthOf = (character: string): number => {
    const known = widths.get(character);
    if (known !== undefined) return known;
    const width = font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth / font.unitsPerEm;
    widths.set(character, width);
    return width;
  };
  return {
    file,
    family: font.familyName ?? 'Noto Sans SC',
    weight,
    widthOf: (text) => [...text].reduce((sum, character) => sum + widthOf(character), 0),
  };
}
