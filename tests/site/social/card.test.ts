import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cardSvg, type CardWords } from '../../../src/site/social/card.ts';
import { cardDrawer } from '../../../src/site/social/drawCard.ts';
import { openFont } from '../../../src/site/social/fonts.ts';
import { balancedLines } from '../../../src/site/social/lines.ts';
import { unpackWoff } from '../../../src/site/social/woff.ts';

const cache = mkdtempSync(path.join(tmpdir(), 'firstline-social-'));
afterAll(() => rmSync(cache, { recursive: true }));

const WORDS: CardWords = {
  title: 'My transaction is pending or stuck',
  label: 'Wallet',
  site: 'Help',
  host: 'help.example',
  languageName: 'English',
  language: 'en',
  mark: '',
  icon: 'M3 7h18',
};

/** Chinese characters are as wide as they are high, others half of it. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 1 : 0.5), 0);

describe('lines', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom('钱包', '助记词', '转账', '，', '（', '）', ' ', 'USDT', 'my', '3-D', '“', '”'),
        fc.stringMatching(/^[a-z]{1,9}$/),
      ),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    .map((parts) => parts.join(''))
    .filter((value) => value.trim() !== '');

  it('hold the whole text in its order, and nothing else', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (value, width) => {
        const lines = balancedLines(value, 'zh-CN', width, widthOf);
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
        expect(lines.filter((line) => line !== line.trim() || line === '')).toEqual([]);
      }),
    );
  });

  it('are no wider than they may be, but for a word that fits nowhere', () => {
    fc.assert(
      fc.property(text, (value) => {
        const widest = Math.max(...balancedLines(value, 'zh-CN', 1, widthOf).map(widthOf));
        for (const line of balancedLines(value, 'zh-CN', widest, widthOf))
          expect(widthOf(line)).toBeLessThanOrEqual(widest);
      }),
    );
  });

  it.each([
    ['zh-CN', '转账一直显示“待确认”，卡住了怎么办', 11, ['转账一直显示“待确认”，', '卡住了怎么办']],
    ['en', 'I sent crypto on the wrong network', 9.5, ['I sent crypto on', 'the wrong network']],
    ['en', 'Online 3-D Secure payment', 7, ['Online 3-D', 'Secure payment']],
  ] as const)('in %s break %s between words, evenly', (language, value, width, lines) => {
    expect(balancedLines(value, language, width, widthOf)).toEqual(lines);
  });
});

describe('fonts', () => {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-700-normal.woff',
  );

  it('come out of WOFF as they went in: every table has the sum that it is listed with', () => {
    const font = unpackWoff(readFileSync(file));
    const tables = font.readUInt16BE(4);
    expect(tables).toBeGreaterThan(8);
    for (let i = 0; i < tables; i++) {
      const entry = 12 + 16 * i;
      const [sum, offset, length] = [4, 8, 12].map((place) => font.readUInt32BE(entry + place)) as [
        number,
        number,
        number,
      ];
      expect(offset % 4).toBe(0);
      let actual = 0;
      for (let at = offset; at < offset + length; at += 4) actual = (actual + font.readUInt32BE(at)) >>> 0;
      // The sum of `head` leaves out the field that holds the sum of the whole file.
      const isHead = font.toString('latin1', entry, entry + 4) === 'head';
      expect(isHead ? (actual - font.readUInt32BE(offset + 8)) >>> 0 : actual).toBe(sum);
    }
  });

  it('are refused if they are something else', () => {
    expect(() => unpackWoff(Buffer.from('<html>'))).toThrow(TypeError);
  });

  it('know every character of titles, and how wide a text is', async () => {
    const font = await openFont(700, cache);
    expect(font.widthOf('币被转走了')).toBeCloseTo(5, 5);
    expect(font.widthOf('iii')).toBeLessThan(font.widthOf('MMM'));
    // A second time it is there already.
    expect((await openFont(700, cache)).file).toBe(font.file);
  });
});

describe('a picture', () => {
  it('is a PNG of 1200 × 630, drawn once', { timeout: 60_000 }, async () => {
    const draw = await cardDrawer(cache);
    const png = Buffer.from(await draw(WORDS));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    const drawn = readdirSync(cache).filter((name) => name.endsWith('.png'));
    expect(drawn).toHaveLength(1);
    // What is remembered is served as it is: a mark in its place comes back.
    writeFileSync(path.join(cache, drawn[0]!), 'remembered');
    expect(Buffer.from(await draw(WORDS)).toString()).toBe('remembered');
    utimesSync(path.join(cache, drawn[0]!), 0, 0);
    expect(Buffer.from(await draw({ ...WORDS, title: 'Other' })).equals(png)).toBe(false);
    rmSync(path.join(cache, drawn[0]!));
    expect(Buffer.from(await draw(WORDS)).equals(png)).toBe(true);
  });

  it('is a drawing, whatever the words', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('<svg>', '&amp;', '"', ']]>', '\u0000'),
    );
    fc.assert(
      fc.property(text, text, (title, label) => {
        const svg = cardSvg({ ...WORDS, title, label }, { family: 'A "B"', boldWidthOf: widthOf });
        const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
        expect([width, height]).toEqual([1200, 630]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a title of any length within its four lines', () => {
    const svg = cardSvg(
      { ...WORDS, title: 'very long words '.repeat(40) },
      { family: 'A', boldWidthOf: widthOf },
    );
    expect(svg.match(/font-size="50"/g)).toHaveLength(4);
    expect(svg).toContain('…</text>');
  });
});
