import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { ContentError } from './contentError.ts';

/** What a deployment fills in: `{brand}` in an article becomes the wallet's own name. */
export type Variables = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** A text with the names in braces filled in that there is a value for; the others stay. */
export function fillVariables(text: string, variables: Variables): string {
  return text.replace(PLACEHOLDER, (placeholder: string, name: string) => variables[name] ?? placeholder);
}

/**
 * Replaces `{name}` in the running text of an article, in place. Code is left alone: braces are common there.
 * @throws ContentError naming the file and line of every unknown name.
 */
export function substituteVariables(tree: Root, variables: Variables, file: string): void {
  const problems: string[] = [];
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(PLACEHOLDER, (placeholder: string, name: string) => {
      const value = variables[name];
      if (value !== undefined) return value;
      problems.push(
        `line ${node.position?.start.line ?? '?'}: found ${placeholder}; expected one of ${Object.keys(
          variables,
        )
          .map((known) => `{${known}}`)
          .join(', ')}. Fix: correct the name, or add it to variables in src/config.ts`,
      );
      return placeholder;
    });
  });
  if (problems.length > 0) throw new ContentError(file, problems);
}
