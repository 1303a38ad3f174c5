import type { FileFinding, PageRule } from '../rule.ts';

/** Nothing invisible at the ends of lines, and a line break at the end of the file. */
export const whiteSpace: PageRule = {
  kind: 'page',
  id: 'white-space',
  *check({ text }) {
    for (const { 0: found, 1: line, index } of text.matchAll(/^(.*?)([ \t\u3000]+)(?=\r?$)/gm)) {
      const start = index + line!.length;
      const end = index + found.length;
      // Two spaces before another line are a line break in Markdown: somebody may have meant it.
      const isBreak =
        /^ {2,}$/.test(text.slice(start, end)) && line!.trim() !== '' && /^\r?\n[^\s]/.test(text.slice(end));
      if (isBreak) {
        const message =
          'Two spaces at the end of this line are a line break that nobody sees here. Make two paragraphs of it.';
        yield { at: start, severity: 'warning', message };
      } else {
        const message = 'There are spaces at the end of this line. Remove them.';
        yield { at: start, severity: 'warning', message, fix: { start, end, text: '' } };
      }
    }
    yield* unreadable(text);
    if (text !== '' && !text.endsWith('\n')) {
      const end = text.length;
      const message = 'The last line has no line break. Add one.';
      yield { at: end, severity: 'warning', message, fix: { start: end, end, text: '\n' } };
    }
  },
};

/** Signs of a file in another encoding, and signs that cannot be seen. */
function* unreadable(text: string): Iterable<FileFinding> {
  const broken = text.search(/[\uFFFD\0]/);
  if (broken >= 0) {
    const message = 'There are characters here that cannot be read. Save the file as UTF-8.';
    yield { at: broken, severity: 'error', message };
  }
  for (const { 0: sign, index } of text.matchAll(/[\u200b\u2060\u00ad]|(?<!^)\uFEFF/g)) {
    const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const message = `There is an invisible character (U+${code}) here, which is copied along and found by no search. Remove it.`;
    yield { at: index, severity: 'error', message, fix: { start: index, end: index + 1, text: '' } };
  }
}
