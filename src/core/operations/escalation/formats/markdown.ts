import { escapeText } from '../../../html.ts';
import { oneLine, visibleText } from '../../../mining/safeText.ts';
import type { Writer } from './format.ts';

/** GitHub's Markdown, as GitLab, Linear and most trackers read it. */
export const markdown: Writer = {
  title: (text) => `# ${markdownLine(text)}`,
  heading: (text) => `## ${markdownLine(text)}`,
  field: (label, value) => `**${markdownLine(label)}:** ${lines(value)}`,
  list: (label, items, isOrdered) =>
    [
      `**${markdownLine(label)}:**`,
      '',
      ...items.map((item, i) => `${isOrdered ? `${i + 1}.` : '-'} ${markdownLine(item)}`),
    ].join('\n'),
  code: (label, text) => {
    const code = visibleText(text);
    const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
    return `**${markdownLine(label)}:**\n\n${fence}\n${code}\n${fence}`;
  },
  link: (label, url) => `**${markdownLine(label)}:** <${url}>`,
};

/**
 * One line of a stranger's text as the characters it is, with a backslash only where something would format, and a word
 * joiner within each name and address: nobody is notified, and nothing linked, by what a stranger wrote.
 */
export function markdownLine(text: string): string {
  return (
    escapeText(oneLine(text))
      .replace(/[\\`*[\]~|$]/g, '\\$&')
      // Between letters an underscore is one.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // Lists, headings and rules begin a line; a heading may end in its sign.
      .replace(/^[-+#=]|#(?=#*$)/g, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replace(/\b(https?|ftp|mailto)\s*:/gi, '$1&#58;&#8288;')
      .replace(/@/g, '&#64;&#8288;')
      .replace(/\bwww\\?\./gi, 'www&#46;&#8288;')
  );
}

function lines(text: string): string {
  return visibleText(text)
    .split('\n')
    .map(markdownLine)
    .filter((line) => line !== '')
    .join('\\\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
