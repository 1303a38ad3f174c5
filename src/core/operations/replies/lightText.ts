import { escapeHtml } from '../../html.ts';
import type { Language } from '../../article/language.ts';

/**
 * What stands in the box of a reply: paragraphs, lines, lists (`- ` and `1. `) and `[words](https://…)`. The same text in
 * three forms, for mail, for help desks with a rich editor, and for tools that read Markdown.
 */
export interface LightForms {
  readonly text: string;
  readonly html: string;
  readonly markdown: string;
}

/** The three forms. In HTML every character of the text is escaped; links lead to https addresses only. */
export function lightForms(source: string, language: Language): LightForms {
  const markdown = source.replace(/\r\n?/g, '\n').trim();
  return { text: textOf(markdown, language), html: htmlOf(markdown, language), markdown };
}

const LINK = /\[([^[\]\n]+)\]\((https:\/\/[^\s()<>"']+)\)/g;
/** An address by itself, without the punctuation that follows it. */
const ADDRESS = /https:\/\/[^\s()<>"'，。；：！？、（）《》“”]+[^\s()<>"'，。；：！？、（）《》“”.,;:!?]/g;

function textOf(markdown: string, language: Language): string {
  return markdown.replace(LINK, (_, words: string, href: string) =>
    language === 'zh-CN' ? `${words}（${href}）` : `${words} (${href})`,
  );
}

const ITEM = /^[ \t]*(?:[-*•]|(\d{1,3})[.)、])[ \t]+(.*)$/;

function htmlOf(markdown: string, language: Language): string {
  const blocks = markdown.split(/\n{2,}/).flatMap((block) => blocksOf(block.split('\n')));
  return `<div lang="${language}">\n${blocks.join('\n')}\n</div>`;
}

/** Lines of one paragraph: what is a list becomes one, the rest keeps its line breaks. */
function blocksOf(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length;) {
    const kind = kindOf(lines[at]!);
    const end = lines.findIndex((line, i) => i > at && kindOf(line) !== kind);
    const run = lines.slice(at, end < 0 ? lines.length : end);
    blocks.push(kind === 'p' ? `<p>${run.map(inlineOf).join('<br>\n')}</p>` : listOf(kind, run));
    at += run.length;
  }
  return blocks;
}

function kindOf(line: string): 'p' | 'ol' | 'ul' {
  const match = ITEM.exec(line);
  if (!match) return 'p';
  return match[1] === undefined ? 'ul' : 'ol';
}

function listOf(kind: 'ol' | 'ul', lines: readonly string[]): string {
  const start = Number(ITEM.exec(lines[0]!)![1] ?? 1);
  const from = kind === 'ol' && start !== 1 ? ` start="${start}"` : '';
  const items = lines.map((line) => `  <li>${inlineOf(ITEM.exec(line)![2]!)}</li>`);
  return [`<${kind}${from}>`, ...items, `</${kind}>`].join('\n');
}

function inlineOf(line: string): string {
  let html = '';
  let at = 0;
  for (const { 0: found, 1: words, 2: href, index } of line.matchAll(LINK)) {
    html += withAddresses(line.slice(at, index)) + anchor(href!, words!);
    at = index + found.length;
  }
  return html + withAddresses(line.slice(at));
}

function withAddresses(text: string): string {
  let html = '';
  let at = 0;
  for (const { 0: href, index } of text.matchAll(ADDRESS)) {
    html += escapeHtml(text.slice(at, index)) + anchor(href, href);
    at = index + href.length;
  }
  return html + escapeHtml(text.slice(at));
}

function anchor(href: string, words: string): string {
  return URL.canParse(href) ? `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>` : escapeHtml(words);
}
