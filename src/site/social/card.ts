import { escapeHtml } from '../../core/html.ts';
import type { Language } from '../../core/article/language.ts';
import { balancedLines } from './lines.ts';

/** What stands on a picture. */
export interface CardWords {
  readonly title: string;
  /** Above the title; the section's name. */
  readonly label: string;
  readonly site: string;
  readonly host: string;
  /** The language's own name. */
  readonly languageName: string;
  readonly language: Language;
  /** A mark for what must not be passed on; none if empty. */
  readonly mark: string;
  /** The 24 × 24 outline of the section's icon, as SVG path data. */
  readonly icon: string;
}

/** The fonts of a picture: how text is named and measured in the bold one. */
export interface CardType {
  readonly family: string;
  readonly boldWidthOf: (text: string) => number;
}

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const LEFT = 80;
const TEXT_WIDTH = 1000;
/** A title is set as large as its lines allow; the smallest size takes what comes, up to the last line there is room for. */
const SIZES = [
  { size: 80, most: 2 },
  { size: 70, most: 3 },
  { size: 60, most: 3 },
  { size: 50, most: 4 },
];
const LEADING = 1.3;
const BOTTOM = 548;

/** The picture that is shown where an article is shared (Open Graph, 1200 × 630), as SVG. */
export function cardSvg(words: CardWords, { family, boldWidthOf }: CardType): string {
  const { size, lines } = fit(words.title, words.language, boldWidthOf);
  const middle = 350;
  const first = middle - ((lines.length - 1) * size * LEADING) / 2 + size * 0.36;
  const text = (x: number, y: number, px: number, fill: string, content: string, more = ''): string =>
    `<text x="${x}" y="${round(y)}" font-size="${px}" fill="${fill}" ${more}>${escapeXml(content)}</text>`;
  const bold = 'font-weight="700"';
  const atEnd = 'text-anchor="end"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}" font-family="${escapeXml(family)}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="#0a2b28"/>`,
    `<rect width="14" height="${CARD_HEIGHT}" fill="#12a594"/>`,
    `<g transform="translate(790 118) scale(16.5)" fill="none" stroke="#12a594" stroke-opacity=".13" stroke-width="1.1" stroke-linecap="round" stroke-linejoin="round"><path d="${escapeXml(words.icon)}"/></g>`,
    `<g transform="translate(${LEFT - 3} 62) scale(1.75)" fill="none">${MARK}</g>`,
    text(LEFT + 72, 102, 34, '#f6faf9', words.site, bold),
    ...(words.mark ? [text(CARD_WIDTH - LEFT, 100, 28, '#ffb86b', words.mark, `${bold} ${atEnd}`)] : []),
    ...(words.label ? [text(LEFT, first - size - 24, 30, '#8fe3d6', words.label, bold)] : []),
    ...lines.map((line, i) => text(LEFT, first + i * size * LEADING, size, '#ffffff', line, bold)),
    text(LEFT, BOTTOM + 28, 28, '#bccac8', words.host),
    text(CARD_WIDTH - LEFT, BOTTOM + 28, 28, '#bccac8', words.languageName, atEnd),
    '</svg>',
  ].join('\n');
}

/** The site's mark, 32 × 32. */
const MARK =
  '<path fill="#12a594" d="M8 3h16a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6H14.5l-6.7 5.2A1.1 1.1 0 0 1 6 28.3V23.7A6 6 0 0 1 2 18V9a6 6 0 0 1 6-6Z"/>' +
  '<path stroke="#fff" stroke-width="2.8" stroke-linecap="round" d="M9 10.5h14"/>' +
  '<path stroke="#fff" stroke-opacity=".6" stroke-width="2.8" stroke-linecap="round" d="M9 16.5h8"/>';

function fit(
  title: string,
  language: Language,
  widthOf: (text: string) => number,
): { readonly size: number; readonly lines: readonly string[] } {
  const at = (size: number) => balancedLines(title, language, TEXT_WIDTH / size, widthOf);
  const { size, most } = SIZES.find((each) => at(each.size).length <= each.most) ?? SIZES.at(-1)!;
  const lines = at(size);
  const shown = lines.slice(0, most);
  if (shown.length < lines.length) shown[shown.length - 1] += '…';
  return { size, lines: shown };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
}
