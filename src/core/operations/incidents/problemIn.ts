import { readYaml } from '../../article/lint/frontMatterBlock.ts';
import { lineIndex } from '../../article/lint/lineIndex.ts';
import type { Place, Problem, Severity } from '../../article/lint/problem.ts';
import { yamlBlockOf } from './unreadableYaml.ts';

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

function offsetOfField(text: string, message: string): number {
  const [, field] = /^([\w.-]+): found/.exec(message) ?? [];
  if (field === undefined) return 0;
  const { start, end } = yamlBlockOf(text);
  const yaml = readYaml(text, start, end);
  if ('message' in yaml) return 0;
  return yaml.offsetOf(field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
}
