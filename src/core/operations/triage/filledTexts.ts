import type { Language } from '../../article/language.ts';
import type { Variables } from '../../article/variables.ts';
import type { TreeProblem } from './treeProblems.ts';

interface Filled {
  readonly data: unknown;
  readonly problems: readonly TreeProblem[];
}

const VARIABLE = /\{(\w+)\}/g;

/** The same data with its `{variables}` filled in: below `zh-CN` the Chinese ones, elsewhere the English. */
export function fillTexts(
  value: unknown,
  variables: Readonly<Record<Language, Variables>>,
  path: TreeProblem['path'] = [],
): Filled {
  if (typeof value === 'string')
    return fillText(value, path, variables[path.at(-1) === 'zh-CN' ? 'zh-CN' : 'en']);
  if (typeof value !== 'object' || value === null) return { data: value, problems: [] };
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(
    ([key, part]) => [key, fillTexts(part, variables, [...path, isList ? Number(key) : key])] as const,
  );
  return {
    data: isList
      ? parts.map(([, { data }]) => data)
      : Object.fromEntries(parts.map(([key, { data }]) => [key, data])),
    problems: parts.flatMap(([, { problems }]) => problems),
  };
}

function fillText(text: string, path: TreeProblem['path'], own: Variables): Filled {
  const unknown = [...text.matchAll(VARIABLE)].filter(([, name]) => own[name!] === undefined);
  return {
    data: text.replace(VARIABLE, (found: string, name: string) => own[name] ?? found),
    problems: unknown.map(([found]) => ({
      path,
      message: `found ${found}; expected one of ${Object.keys(own).join(', ')}. Fix: correct the name, or add it to variables in src/config.ts`,
    })),
  };
}
