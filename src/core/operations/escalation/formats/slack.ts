import { escapeText } from '../../../html.ts';
import { oneLine, visibleText } from '../../../mining/safeText.ts';
import type { Writer } from './format.ts';

/** Slack's mrkdwn (https://docs.slack.dev/messaging/formatting-message-text/). */
export const slack: Writer = {
  title: (text) => bold(text),
  heading: (text) => `\n${bold(text)}`,
  field: (label, value) =>
    visibleText(value).trim().includes('\n')
      ? block(label, visibleText(value).trim())
      : `${bold(`${label}:`)} ${inline(value)}`,
  list: (label, items, isOrdered) =>
    [bold(`${label}:`), ...items.map((item, i) => `${isOrdered ? `${i + 1}.` : '•'} ${inline(item)}`)].join(
      '\n',
    ),
  code: (label, text) => block(label, visibleText(text)),
  link: (label, url) => `${bold(`${label}:`)} <${url}>`,
};

/** What Slack would read as formatting, as somebody or somewhere to notify, as an emoji, or as a quotation. */
const SPECIAL = /[*_~`@#]|:[a-z][\w+-]*:|^(?:>|&gt;)/;

/** One line. There is no way to escape an asterisk, so that a text with signs of formatting stands in code. */
function inline(text: string): string {
  const line = oneLine(text);
  return SPECIAL.test(line) ? `\`${withoutTicks(escapeText(line))}\`` : escapeText(line);
}

/** Bold text cannot hold code: its signs of formatting are left out. */
function bold(text: string): string {
  return `*${escapeText(
    oneLine(text)
      .replace(/[*_~`]/g, ' ')
      .replace(/[@#](?=\S)/g, '$&\u2060')
      .replace(/\s+/g, ' ')
      .trim(),
  )}*`;
}

function block(label: string, text: string): string {
  return `${bold(`${label}:`)}\n\`\`\`\n${withoutTicks(escapeText(text))}\n\`\`\``;
}

/** A letter that looks like a backtick, which would end the code. */
function withoutTicks(text: string): string {
  return text.replaceAll('`', '\u02CB');
}
