import { oneLine, visibleText } from '../../../mining/safeText.ts';
import type { Writer } from './format.ts';

/** Text for mail and chats that format nothing. A line that was pasted cannot look like one of ours: it is indented. */
export const plain: Writer = {
  title: (text) => oneLine(text),
  heading: (text) => `\n== ${oneLine(text)} ==`,
  field: (label, value) => {
    const text = visibleText(value).trim();
    return text.includes('\n')
      ? `${oneLine(label)}:\n${indented(text)}`
      : `${oneLine(label)}: ${oneLine(text)}`;
  },
  list: (label, items, isOrdered) =>
    [
      `${oneLine(label)}:`,
      ...items.map((item, i) => `  ${isOrdered ? `${i + 1}.` : '-'} ${oneLine(item)}`),
    ].join('\n'),
  code: (label, text) => `${oneLine(label)}:\n${indented(visibleText(text))}`,
  link: (label, url) => `${oneLine(label)}: ${url}`,
};

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
