import type { Language } from '../../article/language.ts';

/** A name in braces, as in articles. */
const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** The names in braces, each once, in the order of the text. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name!))];
}

/**
 * A text with the names filled in that there is a value for; the others stay. Between Chinese and Latin letters or digits
 * there is a space, whatever the value.
 */
export function fillIn(text: string, values: Readonly<Record<string, string>>, language: Language): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string, at: number) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return placeholder;
    if (language !== 'zh-CN') return value;
    const before = touches(text.slice(0, at), value) ? ' ' : '';
    const after = touches(value, text.slice(at + placeholder.length)) ? ' ' : '';
    return before + value + after;
  });
}

/** Whether a Chinese character would stand directly beside a Latin letter or digit. */
function touches(left: string, right: string): boolean {
  return (
    (/\p{Script=Han}$/u.test(left) && /^[\p{Script=Latin}\p{N}@#]/u.test(right)) ||
    (/[\p{Script=Latin}\p{N}%]$/u.test(left) && /^\p{Script=Han}/u.test(right))
  );
}
