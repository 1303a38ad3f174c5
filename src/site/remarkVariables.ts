import type { Root } from 'mdast';
import path from 'node:path';
import type { VFile } from 'vfile';
import { splitLocale, type Language } from '../core/article/language.ts';
import { substituteVariables, type Variables } from '../core/article/variables.ts';

const DOCS = path.resolve('content/docs');

/** The remark plugin that fills `{brand}` and the like into pages, as indexing does into passages. */
export function remarkVariables(variables: Readonly<Record<Language, Variables>>) {
  return (tree: Root, file: VFile): void => {
    const id = path.relative(DOCS, file.path ?? '').replaceAll(path.sep, '/');
    const name = path.relative(process.cwd(), file.path ?? 'Markdown');
    substituteVariables(tree, variables[splitLocale(id).language], name);
  };
}
