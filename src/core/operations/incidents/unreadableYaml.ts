import { readYaml } from '../../article/lint/frontMatterBlock.ts';
import type { Problem } from '../../article/lint/problem.ts';

const FRONT_MATTER = /^(?:\uFEFF?---\r?\n)?([\s\S]*?)(?:\r?\n---(?:\r?\n|$)|$)/;

/** Where the YAML of a file stands: the whole of it, or its front matter. */
export function yamlBlockOf(text: string): { readonly start: number; readonly end: number } {
  const block = FRONT_MATTER.exec(text);
  const start = block ? block[0].indexOf(block[1]!) : 0;
  return { start, end: start + (block?.[1]?.length ?? 0) };
}

/** What the parser of YAML stumbles over, once and where it stands; undefined if it can be read. */
export function unreadableYaml(
  { file, text }: { readonly file: string; readonly text: string },
  rule: string,
): Problem | undefined {
  const { start, end } = yamlBlockOf(text);
  const yaml = readYaml(text, start, end);
  return 'message' in yaml ? { file, rule, severity: 'error', ...yaml } : undefined;
}
