import { readYaml } from '../../article/lint/frontMatterBlock.ts';
import { lineIndex } from '../../article/lint/lineIndex.ts';
import type { Place, Problem, Severity } from '../../article/lint/problem.ts';

/**
 * A problem in a file, with its place.
 * @param near where this first stands in the file; without it, the field that the message begins with, `updates.1.at: found …`
 */
export function problemIn(
  { file, text }: { readonly file: string; readonly text: string },
  rule: string,
  severity: Severity,
  message: string,
  near?: string,
): Problem {
  const offset = near === undefined ? offsetOfField(text, message) : Math.max(0, text.indexOf(near));
  const place: Place = lineIndex(text)(offset);
  return { file, rule, severity, message, ...place };
}

const FRONT_MATTER = /^(?:\uFEFF?---\r?\n)?([\s\S]*?)(?:\r?\n---(?:\r?\n|$)|$)/;

function offsetOfField(text: string, message: string): number {
  const [, field] = /^([\w.-]+): found/.exec(message) ?? [];
  const block = FRONT_MATTER.exec(text);
  if (field === undefined || !block) return 0;
  const start = block[0].indexOf(block[1]!);
  const yaml = readYaml(text, start, start + block[1]!.length);
  if ('message' in yaml) return 0;
  return yaml.offsetOf(field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
}
